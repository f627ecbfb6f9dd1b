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
        _ => "prompts",
    };

    public static string Words(this NamedKind kind) => kind switch
    {
        NamedKind.InboundQueue => "inbound queue",
        NamedKind.OutboundQueue => "outbound queue",
        NamedKind.VoicemailQueue => "voicemail queue",
        NamedKind.DialPlan => "dial plan",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string WithArticle(this NamedKind kind) =>
        kind is NamedKind.InboundQueue or NamedKind.OutboundQueue or NamedKind.Agent ? $"an {kind.Words()}" : $"a {kind.Words()}";
}
