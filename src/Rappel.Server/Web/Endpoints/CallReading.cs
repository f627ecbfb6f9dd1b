using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Engine;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Turns the bodies of what is done with a call into commands. Null where the reader has problems.</summary>
internal static class CallReading
{
    private const string Pressable = "0123456789*#ABCD";

    public static CallControl? Keys(FieldReader fields, string agent, string who)
    {
        var keys = fields.Text("keys", ApiLimits.MaximumKeys, required: true);
        if (keys is not null && keys.Any(k => !Pressable.Contains(k, StringComparison.Ordinal)))
        {
            fields.Wrong("keys", "has something that is no key", "0 to 9, *, #, A to D");
            return null;
        }

        return keys is null ? null : new CallControl.Keys(agent, keys, who);
    }

    public static CallControl? Transfer(FieldReader fields, string agent, string who) => To(fields) is { } to ? new CallControl.Transfer(agent, to, who) : null;

    public static CallControl? Consult(FieldReader fields, string agent, string who) => To(fields) is { } to ? new CallControl.Consult(agent, to, who) : null;

    public static CallControl? Record(FieldReader fields, string agent, string who)
    {
        if (!fields.Has("paused"))
        {
            fields.Wrong("paused", "is missing", "true or false");
        }

        return new CallControl.Record(agent, fields.Flag("paused", false), who);
    }

    public static CallControl? Dial(FieldReader fields, string agent, string who) =>
        Target(fields, "number", "agent") is { } to ? new CallControl.Dial(agent, to, who) : null;

    /// <summary>For the audit log.</summary>
    public static JsonObject Told(CallControl control) => new() { ["command"] = JsonNamingPolicy.KebabCaseLower.ConvertName(control.GetType().Name) };

    private static CallTarget? To(FieldReader fields)
    {
        if (fields.Inner("to") is { } to)
        {
            var found = Target(to, "agent", "queue", "number");
            to.RefuseUnknown();
            return found;
        }

        if (!fields.Has("to"))
        {
            fields.Wrong("to", "is required", "an object with exactly one of agent, queue, number");
        }

        return null;
    }

    private static CallTarget? Target(FieldReader fields, params string[] names)
    {
        var texts = names.Select(name => (Name: name, Text: fields.Text(name, name == "number" ? ApiLimits.MaximumNumber : ApiLimits.MaximumKey))).ToList();
        string[] given = [.. names.Where(fields.Has)];
        if (given.Length != 1)
        {
            fields.Wrong(given.Length == 0 ? names[0] : given[^1], given.Length == 0 ? "is required" : $"is given together with {given[0]}", $"exactly one of {string.Join(", ", names)}");
            return null;
        }

        return texts.Single(t => t.Name == given[0]) switch
        {
            (_, null) => null,
            ("agent", var key) => new CallTarget.Agent(key),
            ("queue", var key) => new CallTarget.Queue(key),
            var (_, number) => new CallTarget.Number(number),
        };
    }
}
