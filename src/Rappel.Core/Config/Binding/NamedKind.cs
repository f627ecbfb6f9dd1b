namespace Rappel.Core.Config.Binding;

/// <summary>Kinds of object that others refer to by key.</summary>
internal enum NamedKind
{
    Trunk,
    Channel,
    InboundQueue,
    OutboundQueue,
    VoicemailQueue,
    Agent,
    DialPlan,
    Schedule,
    Script,
    Prompt,
    ContactList,
    Alert,
    TransactionCodes,
    StatusCodes,
    Webhook,
    Widget,
}

/// <summary>How each kind is called: its section in the files, and in sentences.</summary>
internal static class NamedKinds
{
    public static readonly NamedKind[] All = Enum.GetValues<NamedKind>();

    public static readonly NamedKind[] Queues = [NamedKind.InboundQueue, NamedKind.OutboundQueue, NamedKind.VoicemailQueue];

    public static string Section(this NamedKind kind) => kind switch
    {
        NamedKind.Trunk => "trunks",
        NamedKind.Channel => "channels",
        NamedKind.InboundQueue => "inboundQueues",
        NamedKind.OutboundQueue => "outboundQueues",
        NamedKind.VoicemailQueue => "voicemailQueues",
        NamedKind.Agent => "agents",
        NamedKind.DialPlan => "dialPlans",
        NamedKind.Schedule => "schedules",
        NamedKind.Script => "scripts",
        NamedKind.Prompt => "prompts",
        NamedKind.ContactList => "contactLists",
        NamedKind.Alert => "alerts",
        NamedKind.TransactionCodes => "transactionCodes",
        NamedKind.StatusCodes => "statusCodes",
        NamedKind.Widget => "widgets",
        _ => "webhooks",
    };

    public static Said Words(this NamedKind kind) => kind switch
    {
        NamedKind.Trunk => new("trunk", "liaison"),
        NamedKind.Channel => new("channel", "canal"),
        NamedKind.InboundQueue => new("inbound queue", "file d'attente entrante"),
        NamedKind.OutboundQueue => new("outbound queue", "file d'attente sortante"),
        NamedKind.VoicemailQueue => new("voicemail queue", "file d'attente de messagerie"),
        NamedKind.Agent => new("agent", "agent"),
        NamedKind.DialPlan => new("dial plan", "plan de numérotation"),
        NamedKind.Schedule => new("schedule", "horaire"),
        NamedKind.Script => new("script", "script de RVI"),
        NamedKind.Prompt => new("prompt", "annonce"),
        NamedKind.ContactList => new("contact list", "liste de contacts"),
        NamedKind.Alert => new("alert", "alerte"),
        NamedKind.TransactionCodes => new("transaction code list", "liste de codes de transaction"),
        NamedKind.StatusCodes => new("status code list", "liste de codes de statut"),
        NamedKind.Widget => new("widget", "widget"),
        _ => new("webhook", "webhook"),
    };

    public static Said WithArticle(this NamedKind kind) =>
        new Said(kind is NamedKind.InboundQueue or NamedKind.OutboundQueue or NamedKind.Agent or NamedKind.Alert ? "an " : "a ", kind.IsFeminine() ? "une " : "un ")
        + kind.Words();

    /// <summary>French for none of the kind, before its words.</summary>
    public static string None(this NamedKind kind) => kind.IsFeminine() ? "aucune" : "aucun";

    private static bool IsFeminine(this NamedKind kind) => Queues.Contains(kind)
        || kind is NamedKind.Trunk or NamedKind.Prompt or NamedKind.ContactList or NamedKind.Alert or NamedKind.TransactionCodes or NamedKind.StatusCodes;
}
