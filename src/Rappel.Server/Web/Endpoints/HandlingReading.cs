using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Turns the bodies of what is done to a request into commands. Null where the reader has problems.</summary>
internal static class HandlingReading
{
    private const string OneOf = "exactly one of to, position, before, after, place";

    /// <param name="Id">Of the request it is about.</param>
    /// <param name="Who">For the journal.</param>
    /// <param name="OwnAgent">The one agent the caller may act as; null for any.</param>
    public sealed record Asked(CallbackId Id, ConfigurationSnapshot Configuration, string Who, Instant Now, string? OwnAgent);

    public static CallbackCommand? Move(FieldReader fields, Asked asked)
    {
        var why = Reason(fields);
        string[] given = [.. new[] { "to", "position", "before", "after", "place" }.Where(fields.Has)];
        if (given.Length != 1)
        {
            fields.Wrong(given.Length == 0 ? "to" : given[^1], given.Length == 0 ? "says not where to" : $"is given together with {given[0]}", OneOf);
            return null;
        }

        return Where(fields, given[0]) is { } to ? new CallbackCommand.Move(asked.Id, to, asked.Who, why) : null;
    }

    public static CallbackCommand? RetryNow(FieldReader fields, Asked asked) => new CallbackCommand.RetryNow(asked.Id, asked.Who, Reason(fields));

    public static CallbackCommand? Reschedule(FieldReader fields, Asked asked)
    {
        var why = Reason(fields);
        return WindowReading.Read(fields, asked.Now, required: true) is { } window
            ? new CallbackCommand.Reschedule(asked.Id, window, asked.Who, why)
            : null;
    }

    public static CallbackCommand? ChangeNumber(FieldReader fields, Asked asked) => new CallbackCommand.ChangeNumber(
        asked.Id, fields.Text("number", ApiLimits.MaximumNumber, required: true) ?? "", asked.Who, Reason(fields));

    public static CallbackCommand? Assign(FieldReader fields, Asked asked) => new CallbackCommand.Assign(
        asked.Id, Agent(fields, "agent", asked.Configuration, required: false), asked.Who, Reason(fields));

    public static CallbackCommand? Transfer(FieldReader fields, Asked asked) =>
        new CallbackCommand.Transfer(asked.Id, Queue(fields, asked.Configuration) ?? "", asked.Who, Reason(fields));

    public static CallbackCommand? Hold(FieldReader fields, Asked asked) => new CallbackCommand.Hold(asked.Id, asked.Who, Reason(fields));

    public static CallbackCommand? Release(FieldReader fields, Asked asked) => new CallbackCommand.Release(asked.Id, asked.Who, Reason(fields));

    public static CallbackCommand? AddNote(FieldReader fields, Asked asked) =>
        new CallbackCommand.AddNote(asked.Id, fields.Text("text", ApiLimits.MaximumNote, required: true) ?? "", asked.Who);

    public static CallbackCommand? Dismiss(FieldReader fields, Asked asked)
    {
        var agent = Agent(fields, "agent", asked.Configuration, required: true) ?? "";
        if (asked.OwnAgent is { } own && agent != own)
        {
            fields.Wrong("agent", "is another agent", own);
        }

        return new CallbackCommand.Dismiss(asked.Id, agent, Reason(fields));
    }

    /// <summary>Key of an agent who is configured.</summary>
    public static string? Agent(FieldReader fields, string field, ConfigurationSnapshot configuration, bool required) =>
        Known(fields, field, configuration.Agents.Keys.Order(StringComparer.Ordinal), required);

    public static string? Queue(FieldReader fields, ConfigurationSnapshot configuration) =>
        Known(fields, "queue", configuration.OutboundQueues.Keys.Order(StringComparer.Ordinal), required: true);

    public static string Reason(FieldReader fields, string field = "reason") => fields.Text(field, ApiLimits.MaximumReason, required: true) ?? "";

    private static CallbackMove? Where(FieldReader fields, string field)
    {
        switch (field)
        {
            case "to":
                var word = fields.Text("to", ApiLimits.MaximumKey);
                if (word is not (null or "first" or "last"))
                {
                    fields.Wrong("to", $"is '{word}'", "first, last");
                }

                return word == "first" ? new CallbackMove.First() : word == "last" ? new CallbackMove.Last() : null;
            case "position":
                return new CallbackMove.ToPosition(fields.Whole("position", 1, ApiLimits.MaximumPosition, 1));
            case "place":
                return fields.Moment("place") is { } place ? new CallbackMove.ToPlace(place) : null;
            case "before":
                return fields.Id("before", CallbackEndpoints.Prefix) is { } before ? new CallbackMove.Before(new(before)) : null;
            default:
                return fields.Id("after", CallbackEndpoints.Prefix) is { } after ? new CallbackMove.After(new(after)) : null;
        }
    }

    private static string? Known(FieldReader fields, string field, IEnumerable<string> keys, bool required)
    {
        var key = fields.Text(field, ApiLimits.MaximumKey, required);
        if (key is not null && !keys.Contains(key))
        {
            // More would hide the problem behind its cure.
            var shown = keys.Take(ApiLimits.KeysShown + 1).ToList();
            fields.Wrong(field, $"is '{key}'", string.Join(", ", shown.Take(ApiLimits.KeysShown)) + (shown.Count > ApiLimits.KeysShown ? ", …" : ""));
        }

        return key;
    }
}
