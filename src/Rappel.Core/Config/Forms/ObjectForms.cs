using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Binding.Scripts;
using static Rappel.Core.Config.Forms.Values;

namespace Rappel.Core.Config.Forms;

/// <summary>
/// The types of script object, their fields, and how each is read. That its binder reads exactly these fields is held by a test.
/// </summary>
public static class ObjectForms
{
    /// <summary>Key of a script object's type in its long form.</summary>
    public const string Type = "type";

    public const string Protected = "protected";

    public const string Exits = "exits";

    /// <summary>What a callback shows where it names no channel.</summary>
    public const string CurrentChannel = "[current channel]";

    /// <summary>Fields that every type has: whether an agent passes the caller over while it runs.</summary>
    public static readonly FieldForm ProtectedField = Optional(Protected, Flag, "false");

    private static readonly FieldForm Language = Optional("language", Values.Language);
    private static readonly FieldForm Interruptible = Optional("interruptible", Flag, "true");
    private static readonly FieldForm Prompt = Optional("prompt", Speech.Utterances);
    private static readonly FieldForm Tries = Optional("tries", Integer(ConfigurationLimits.Tries), "3");
    private static readonly FieldForm TypeAhead = Optional("typeAhead", Flag, "false");
    private static readonly FieldForm RingTime =
        Optional("ringTime", Duration(ConfigurationLimits.RingTime), DurationText.Format(CallbackLimits.DefaultRingTime));

    private static readonly FieldForm Url = Optional("url", Values.Url);
    private static readonly FieldForm Headers = Optional("headers",
        new MapForm("header", Secret with { Longest = ConfigurationLimits.HeaderLength }, ConfigurationLimits.HeadersPerRequest));
    private static readonly FieldForm Timeout = Optional("timeout", Duration(ConfigurationLimits.WebTimeout), "5 s");
    private static readonly FieldForm Variables = Optional("variables",
        new MapForm("variable", new ScalarForm(ScalarKind.Pointer) { Longest = ConfigurationLimits.PointerLength }, ConfigurationLimits.VariablesPerRequest));

    public static readonly ImmutableArray<ObjectForm> All =
    [
        Of("say", SayBinder.BindSay, "text", Required("text", Speech.Utterances), Language, Interruptible),
        Of("play", SayBinder.BindPlay, "prompt",
            Required("prompt", new ListForm(Reference(NamedKind.Prompt), ConfigurationLimits.Utterances)), Language, Interruptible),
        Of("getDigit", GetBinder.BindDigit, null,
            Prompt, Optional("timeout", Duration(ConfigurationLimits.DigitTimeout), "5 s"), Tries, TypeAhead)
            with { Exits = ScriptExits.GetDigit, ExitsRequired = true },
        Of("getValue", GetBinder.BindValue, null,
            Required("data", Variable),
            Prompt,
            Optional("minimumDigits", Integer(ConfigurationLimits.Digits), "1"),
            Optional("maximumDigits", Integer(ConfigurationLimits.Digits), "20"),
            Optional("terminator", Choice("#", "*", "none"), "#"),
            Optional("firstDigitTimeout", Duration(ConfigurationLimits.DigitTimeout), "8 s"),
            Optional("betweenDigitTimeout", Duration(ConfigurationLimits.DigitTimeout), "4 s"),
            Tries,
            TypeAhead,
            Optional("dialPlan", Reference(NamedKind.DialPlan)))
            with { Exits = ScriptExits.GetValue, ExitsRequired = true },
        Of("setVariable", VariableBinder.BindSet, null, Required("name", Variable), Required("value", Expression)),
        Of("testVariable", VariableBinder.BindTest, null,
            Required("name", Variable),
            Optional("equals", Expression),
            Optional("notEquals", Expression),
            Optional("lessThan", Expression),
            Optional("atMost", Expression),
            Optional("moreThan", Expression),
            Optional("atLeast", Expression),
            Optional("isEmpty", Flag),
            Optional("startsWith", Expression))
            with { Exits = ScriptExits.Test },
        Of("testQueue", FlowBinder.BindTestQueue, null,
            Required("queue", Reference(NamedKind.InboundQueue, NamedKind.OutboundQueue)),
            Optional("noAgentLoggedIn", Flag, "false"),
            Optional("noAgentFree", Flag, "false"),
            Optional("callsAhead", Integer(ConfigurationLimits.CallsAhead)),
            Optional("waitingLonger", Duration(ConfigurationLimits.Comparison)),
            Optional("expectedWaitOver", Duration(ConfigurationLimits.Comparison)),
            Optional("callbackCapReached", Flag, "false"),
            Optional("closingWithin", Duration(ConfigurationLimits.Comparison)))
            with { Exits = ScriptExits.Test },
        Of("schedule", FlowBinder.BindSchedule, "schedule", Required("schedule", Reference(NamedKind.Schedule))) with { Exits = ScriptExits.Schedule },
        Of("label", FlowBinder.BindLabel, "name", Required("name", new ScalarForm(ScalarKind.Label) { Longest = ConfigurationLimits.LabelLength })),
        Of("goto", FlowBinder.BindGoto, "label", Required("label", new ScalarForm(ScalarKind.Goto) { Longest = ConfigurationLimits.LabelLength })),
        Of("wait", FlowBinder.BindWait, "duration", Required("duration", Duration(ConfigurationLimits.Wait))) with { InQueueOnly = true },
        Of("loop", FlowBinder.BindLoop, "objects", Required("objects", SequenceForm.Instance)) with { InQueueOnly = true },
        Of("forwardToQueue", ForwardBinder.BindQueue, "queue", Required("queue", Reference(NamedKind.InboundQueue))) with { Exits = ScriptExits.ForwardToQueue },
        Of("forwardToNumber", ForwardBinder.BindNumber, "number",
            Required("number", Expression), Optional("dialPlan", Reference(NamedKind.DialPlan)), RingTime)
            with { Exits = ScriptExits.Forward },
        Of("forwardToAgent", ForwardBinder.BindAgent, "agent", Required("agent", Reference(NamedKind.Agent)), RingTime) with { Exits = ScriptExits.Forward },
        Of("forwardToVoicemail", ForwardBinder.BindVoicemail, "queue", Required("queue", Reference(NamedKind.VoicemailQueue)))
            with { Exits = ScriptExits.ForwardToVoicemail },
        Of("callback", CallbackBinder.Bind, null,
            Required("queue", Reference(NamedKind.OutboundQueue)),
            Optional("callerId", Reference(NamedKind.Channel) with { Choices = [CurrentChannel] }, CurrentChannel),
            Required("dialPlan", Reference(NamedKind.DialPlan)),
            Required("attempts", Integer(ConfigurationLimits.Attempts)),
            Required("retryDelay", Duration(ConfigurationLimits.RetryDelay)),
            Required("cancelAfter", Duration(ConfigurationLimits.CancelAfter)),
            RingTime,
            Optional("agentNoAnswerUsesAttempt", Flag, "true"),
            Optional("rungFirst", Choice("agent", "customer"), "agent"),
            Optional("onMachine", Choice("try-later", "leave-message", "count-as-attempt"), "try-later"),
            Optional("duplicates", Choice("keep", "renew"), "keep"),
            Optional("announcement", Reference(NamedKind.Prompt)),
            Optional("machineMessage", Reference(NamedKind.Prompt)))
            with { Exits = ScriptExits.Callback },
        Of("checkCallback", PendingCallbackBinder.BindCheck, "queue", Optional("queue", Reference(NamedKind.OutboundQueue)))
            with { Exits = ScriptExits.CheckCallback, ExitsRequired = true },
        Of("changeCallback", PendingCallbackBinder.BindChange, "action", Required("action", Choice("cancel", "changeNumber", "takePlace")))
            with { Exits = ScriptExits.ChangeCallback },
        Of("checkNumber", WebBinder.BindCheck, "lists",
            Optional("lists", new ListForm(Reference(NamedKind.ContactList), ConfigurationLimits.ListsPerCheck)), Url, Headers, Timeout, Variables)
            with { Exits = ScriptExits.CheckNumber, ExitsRequired = true },
        Of("webRequest", WebBinder.BindRequest, "url",
            Url with { Required = true },
            Optional("method", Choice("GET", "POST", "PUT", "PATCH", "DELETE"), "GET"),
            Headers,
            Optional("body", Expression with { Longest = ConfigurationLimits.BodyLength }),
            Timeout,
            Variables)
            with { Exits = ScriptExits.WebRequest },
        Of("forwardToScript", ForwardBinder.BindScript, "script", Required("script", Reference(NamedKind.Script)))
            with { Exits = ScriptExits.ForwardToScript },
        Of("setLanguage", SayBinder.BindLanguage, "language", Required("language", Values.Language)),
        Of("hangUp", FlowBinder.BindHangUp, null),
    ];

    public static readonly ImmutableArray<string> Names = [.. All.Select(o => o.Name)];

    private static readonly Dictionary<string, ObjectForm> ByName = All.ToDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>The type of a name; null where there is none.</summary>
    public static ObjectForm? Find(string name) => ByName.GetValueOrDefault(name);

    private static ObjectForm Of(string name, Func<ObjectReader, ScriptObject> bind, string? principal, params ReadOnlySpan<FieldForm> fields) =>
        new(name, new RecordForm([.. fields]) { Principal = principal }) { Bind = bind };
}
