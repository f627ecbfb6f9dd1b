using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Config.Binding;
using static Rappel.Core.Config.Forms.Values;

namespace Rappel.Core.Config.Forms;

/// <summary>
/// The sections of the configuration and the fields of their objects. The binders read exactly these, held by a test; everything
/// else that deals with configuration (JSON, YAML, references, differences, screens, API descriptions) follows this table.
/// </summary>
public static class SectionForms
{
    public const string Tenant = "tenant";

    private static readonly FieldForm Name = Optional("name", Values.Name);
    private static readonly FieldForm Language = Optional("language", Values.Language);
    private static readonly FieldForm Priority = Optional("priority", Integer(ConfigurationLimits.Priority), "5");
    private static readonly FieldForm WrapUp = Optional("wrapUp", Duration(ConfigurationLimits.WrapUp), "10 s");
    private static readonly FieldForm Whisper = Optional("whisper", Reference(NamedKind.Prompt));
    private static readonly FieldForm Schedule = Optional("schedule", Reference(NamedKind.Schedule));

    private static readonly ListForm Members = new(
        new RecordForm(
        [
            Required("agent", Reference(NamedKind.Agent)),
            Optional("skill", Integer(ConfigurationLimits.Skill), "5"),
            Optional("enabled", Flag, "true"),
        ])
        { Principal = "agent" }, ConfigurationLimits.MembersPerQueue);

    private static readonly RecordForm Rule = new(
    [
        Required("pattern", new ScalarForm(ScalarKind.Pattern) { Longest = ConfigurationLimits.PatternLength }),
        Optional("dial", Of(ScalarKind.Rewrite)),
        Optional("refuse", Text(ConfigurationLimits.NameLength)),
        Optional("timeZone", Values.TimeZone),
        Optional("trunk", Reference(NamedKind.Trunk)),
        Optional("allowReserved", Flag, "false"),
    ])
    { ExactlyOne = ["dial", "refuse"] };

    private static readonly ListForm Hours = new(
        new RecordForm([Required("hours", Of(ScalarKind.Hours)), Optional("treatment", Integer(ConfigurationLimits.Treatment))])
        { Principal = "hours" }, ConfigurationLimits.IntervalsPerSchedule);

    private static readonly FieldForm TransactionCodes = Optional("transactionCodes", Reference(NamedKind.TransactionCodes));
    private static readonly FieldForm CodesMandatory = Optional("codesMandatory", Flag, "false");
    private static readonly FieldForm Recording = Optional("recording", Choice("off", "on"), "off");
    private static readonly FieldForm RecordingAnnouncement = Optional("recordingAnnouncement", Reference(NamedKind.Prompt));
    private static readonly FieldForm Code = Required("code", Text(ConfigurationLimits.CodeLength));

    private static readonly RecordForm Contact = new(
    [
        Required("number", PhoneNumber),
        Name,
        Optional("variables", new MapForm("variable", Text(ConfigurationLimits.ContactValueLength), ConfigurationLimits.VariablesPerContact)),
    ]);

    /// <summary>Every section, in the order it is best read and written in.</summary>
    public static readonly ImmutableArray<SectionForm> All =
    [
        new(Tenant, new RecordForm(
        [
            Required("name", Values.Name),
            Required("language", Values.Language),
            Optional("statusCodes", Reference(NamedKind.StatusCodes)),
            Optional("recordingRetention", Integer(ConfigurationLimits.RecordingRetention), "90"),
        ]))
        { Single = true },
        Of(NamedKind.Trunk,
            Name,
            Required("address", Values.Of(ScalarKind.Address)),
            Optional("transport", Choice("udp", "tcp"), "udp"),
            Optional("userName", Values.Name),
            Optional("password", Secret),
            Optional("trustedNetworks", new ListForm(Values.Of(ScalarKind.Network), ConfigurationLimits.TrustedNetworks)),
            Optional("codecs", new ListForm(new ScalarForm(ScalarKind.Choice) { Choices = ConfigurationLimits.Codecs }, ConfigurationLimits.Codecs.Length)),
            Optional("maximumCalls", Integer(ConfigurationLimits.TrunkCalls), "100"),
            Optional("callerId", Choice("From", "P-Asserted-Identity"), "From"),
            Optional("order", Integer(ConfigurationLimits.TrunkOrder), "0")),
        Of(NamedKind.Channel,
            Name,
            Required("number", PhoneNumber),
            Optional("enabled", Flag, "true"),
            Required("script", Reference(NamedKind.Script)),
            Language),
        Of(NamedKind.InboundQueue,
            Name,
            Priority,
            Required("members", Members),
            Optional("treatment", Reference(NamedKind.Script)),
            Optional("music", Reference(NamedKind.Prompt)),
            Whisper,
            WrapUp,
            Schedule,
            Optional("maximumCalls", Integer(ConfigurationLimits.WaitingCalls), "500"),
            Optional("maximumWait", Duration(ConfigurationLimits.MaximumWait), "60 min"),
            Optional("serviceLevelThreshold", Duration(ConfigurationLimits.ServiceLevelThreshold), "20 s"),
            Optional("serviceLevelTarget", Integer(ConfigurationLimits.ServiceLevelTarget), "80"),
            Optional("outboundQueue", Reference(NamedKind.OutboundQueue)),
            TransactionCodes,
            CodesMandatory,
            Recording,
            RecordingAnnouncement),
        Of(NamedKind.OutboundQueue,
            Name,
            Priority,
            Required("members", Members),
            Whisper,
            WrapUp,
            Schedule,
            Optional("maximumPending", Integer(ConfigurationLimits.PendingCallbacks), "1000"),
            Optional("mayDismiss", Flag, "false"),
            TransactionCodes,
            CodesMandatory,
            Recording,
            RecordingAnnouncement),
        Of(NamedKind.VoicemailQueue,
            Name,
            Priority,
            Optional("members", Members),
            Optional("greeting", Reference(NamedKind.Prompt)),
            Optional("maximumLength", Duration(ConfigurationLimits.MessageLength), "3 min"),
            WrapUp),
        Of(NamedKind.Agent,
            Name,
            Required("password", Secret),
            Optional("offerTimeout", Duration(ConfigurationLimits.OfferTimeout), "20 s"),
            Optional("mayReject", Flag, "true"),
            Optional("autoAnswer", Flag, "false"),
            Optional("connection", Choice("either", "phone", "browser"), "either"),
            Optional("directNumber", PhoneNumber),
            Language),
        Of(NamedKind.DialPlan,
            Name,
            Required("rules", new ListForm(Rule, ConfigurationLimits.RulesPerPlan))),
        Of(NamedKind.Schedule,
            Name,
            Required("timeZone", Values.TimeZone),
            Required("weekly", new DaysForm(false, Hours)),
            Optional("exceptions", new DaysForm(true, Hours))),
        Of(NamedKind.Script,
            Name,
            Optional("main", SequenceForm.Instance),
            Optional("inQueue", SequenceForm.Instance)),
        Of(NamedKind.Prompt,
        [
            Name,
            .. ConfigurationLimits.Languages.Select(language => Optional(language, Speech.Audio)),
        ]),
        new(NamedKind.Alert.Section(), new RecordForm(
        [
            Name,
            Required("measure", Choice([.. AlertBinder.Measures.Select(m => m.Word)])),
            Optional("queue", Reference(NamedKinds.Queues)),
            Optional("above", Integer(ConfigurationLimits.AlertThreshold)),
            Optional("below", Integer(ConfigurationLimits.AlertThreshold)),
            Optional("for", Duration(ConfigurationLimits.AlertFor), "0 s"),
            Optional("webhook", Flag, "false"),
        ])
        { ExactlyOne = ["above", "below"] }),
        Of(NamedKind.ContactList, Name, Required("contacts", new ListForm(Contact, ConfigurationLimits.ContactsPerList))),
        Of(NamedKind.TransactionCodes, Name, Required("codes", new ListForm(new RecordForm([Code, Name]), ConfigurationLimits.CodesPerList))),
        Of(NamedKind.StatusCodes, Name,
            Required("codes", new ListForm(
                new RecordForm([Code, Name, Required("status", Choice("on-break", "working-offline"))]), ConfigurationLimits.CodesPerList))),
        Of(NamedKind.Webhook,
            Name,
            Required("url", Url),
            Optional("secret", Secret with { Longest = ConfigurationLimits.HeaderLength }),
            Required("events", new ListForm(Choice([.. WebhookEvents.All]), WebhookEvents.All.Length)),
            Optional("enabled", Flag, "true")),
        Of(NamedKind.Widget,
            Name,
            Required("outboundQueue", Reference(NamedKind.OutboundQueue)),
            Optional("inboundQueue", Reference(NamedKind.InboundQueue)),
            Required("dialPlan", Reference(NamedKind.DialPlan)),
            Required("callerId", Reference(NamedKind.Channel)),
            Required("attempts", Integer(ConfigurationLimits.Attempts)),
            Required("retryDelay", Duration(ConfigurationLimits.RetryDelay)),
            Required("cancelAfter", Duration(ConfigurationLimits.CancelAfter)),
            Optional("ringTime", Duration(ConfigurationLimits.RingTime), DurationText.Format(CallbackLimits.DefaultRingTime)),
            Optional("languages", new ListForm(Values.Language, ConfigurationLimits.Languages.Length)),
            Required("origins", new ListForm(Url, ConfigurationLimits.OriginsPerWidget)),
            Optional("color", Text(7)),
            Optional("enabled", Flag, "true")),
    ];

    private static readonly Dictionary<string, SectionForm> ByName = All.ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>The section of a name; null where there is none.</summary>
    public static SectionForm? Find(string name) => ByName.GetValueOrDefault(name);

    private static ScalarForm Of(ScalarKind kind) => Values.Of(kind);

    private static SectionForm Of(NamedKind kind, params ReadOnlySpan<FieldForm> fields) => new(kind.Section(), new RecordForm([.. fields]));
}
