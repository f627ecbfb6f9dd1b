using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Turns the body of a request for a callback into a command, with every problem at once.</summary>
internal static class CreateCallbackReading
{
    private const int DefaultAttempts = 3;
    private static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DefaultCancelAfter = TimeSpan.FromHours(4);
    private static readonly string[] Languages = ["en", "fr"];

    /// <summary>Null where the reader has problems.</summary>
    public static EngineCommand.CreateCallback? Read(FieldReader fields, ConfigurationSnapshot configuration, string who, Instant now)
    {
        var number = fields.Text("number", ApiLimits.MaximumNumber, required: true);
        var language = Language(fields, configuration);
        var terms = new CallbackTerms(
            Key(fields, "queue", configuration.OutboundQueues.Keys),
            Channel(fields, configuration, language),
            Key(fields, "dialPlan", configuration.DialPlans.Keys),
            fields.Whole("attempts", CallbackLimits.MinimumAttempts, CallbackLimits.MaximumAttempts, DefaultAttempts),
            fields.Seconds("retryDelaySeconds", CallbackLimits.MinimumRetryDelay, CallbackLimits.MaximumRetryDelay, DefaultRetryDelay),
            fields.Seconds("cancelAfterSeconds", CallbackLimits.MinimumCancelAfter, CallbackLimits.MaximumCancelAfter, DefaultCancelAfter),
            fields.Seconds("ringTimeSeconds", CallbackLimits.MinimumRingTime, CallbackLimits.MaximumRingTime, CallbackLimits.DefaultRingTime),
            fields.Flag("agentNoAnswerUsesAttempt", true))
        {
            RungFirst = fields.Word("rungFirst", RungFirst.Agent),
            OnMachine = fields.Word("onMachine", MachineAction.TryLater),
            Duplicates = fields.Word("duplicates", DuplicateChoice.Keep),
            Announcement = Prompt(fields, "announcement", configuration),
            MachineMessage = Prompt(fields, "machineMessage", configuration),
        };
        var name = fields.Text("name", ApiLimits.MaximumName);
        var variables = fields.Pairs("variables");
        var window = WindowReading.Read(fields, now, required: false);
        if (window is not null && fields.Has("cancelAfterSeconds"))
        {
            fields.Wrong("cancelAfterSeconds", "is given together with a window, whose end is the expiry", "one of the two");
        }

        var note = fields.Text("note", ApiLimits.MaximumNote);
        var assigned = HandlingReading.Agent(fields, "assignedAgent", configuration, required: false);
        var askedBy = HandlingReading.Agent(fields, "askedBy", configuration, required: false);
        fields.RefuseUnknown();
        return fields.Problems.Count > 0
            ? null
            : new EngineCommand.CreateCallback(terms, number!, language, name, variables, askedBy ?? who)
            {
                Origin = askedBy is null ? CallbackOrigin.Api : CallbackOrigin.Agent,
                Window = window,
                Note = note,
                AssignedAgent = assigned,
            };
    }

    private static string? Prompt(FieldReader fields, string field, ConfigurationSnapshot configuration)
    {
        var key = fields.Text(field, ApiLimits.MaximumKey);
        if (key is null || configuration.Prompts.ContainsKey(key))
        {
            return key;
        }

        fields.Wrong(field, $"is '{key}'", $"a prompt: {string.Join(", ", configuration.Prompts.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }

    private static string Language(FieldReader fields, ConfigurationSnapshot configuration)
    {
        var language = fields.Text("language", ApiLimits.MaximumKey);
        if (language is not null && !Languages.Contains(language))
        {
            fields.Wrong("language", $"is '{language}'", string.Join(", ", Languages));
        }

        return language ?? configuration.DefaultLanguage;
    }

    /// <summary>The key given, or the only one there is.</summary>
    internal static string Key(FieldReader fields, string field, IEnumerable<string> known)
    {
        var before = fields.Problems.Count;
        var key = fields.Text(field, ApiLimits.MaximumKey);
        var keys = known.Order(StringComparer.Ordinal).ToList();
        if (fields.Problems.Count == before && (key is null ? keys.Count != 1 : !keys.Contains(key)))
        {
            fields.Wrong(field, key is null ? "is required: there is more than one, or none" : $"is '{key}'", string.Join(", ", keys));
        }

        return key ?? keys.FirstOrDefault() ?? "";
    }

    /// <summary>A request from here came in by no channel, so one is always named.</summary>
    private static string? Channel(FieldReader fields, ConfigurationSnapshot configuration, string language)
    {
        var before = fields.Problems.Count;
        var key = fields.Text("callerIdChannel", ApiLimits.MaximumKey);
        var enabled = configuration.Channels.Values.Where(c => c.Enabled).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        if (key is null)
        {
            var chosen = enabled.FirstOrDefault(c => c.Language == language) ?? enabled.FirstOrDefault();
            if (chosen is null && fields.Problems.Count == before)
            {
                fields.Wrong("callerIdChannel", "is required: no channel is enabled", "an enabled channel");
            }

            return chosen?.Key;
        }

        if (enabled.All(c => c.Key != key))
        {
            fields.Wrong("callerIdChannel", $"is '{key}'", string.Join(", ", enabled.Select(c => c.Key)));
        }

        return key;
    }
}
