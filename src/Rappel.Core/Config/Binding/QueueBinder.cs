using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

internal static class QueueBinder
{
    private const int DefaultPriority = 5;
    private const int DefaultSkill = 5;
    private const int DefaultWaitingCalls = 500;
    private const int DefaultPending = 1_000;
    private const int DefaultTarget = 80;
    private static readonly TimeSpan DefaultWrapUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan DefaultThreshold = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DefaultMessage = TimeSpan.FromMinutes(3);

    public static InboundQueueSnapshot BindInbound(string key, MapReader reader) => new(
        key, reader.OptionalText("name") ?? key, Priority(reader), Members(reader, true),
        reader.Reference("music", false, NamedKind.Prompt), WrapUp(reader), reader.Reference("treatment", false, NamedKind.Script),
        reader.Reference("whisper", false, NamedKind.Prompt), reader.Reference("schedule", false, NamedKind.Schedule),
        reader.Integer("maximumCalls", ConfigurationLimits.WaitingCalls, DefaultWaitingCalls),
        reader.Duration("maximumWait", ConfigurationLimits.MaximumWait, DefaultWait),
        reader.Duration("serviceLevelThreshold", ConfigurationLimits.ServiceLevelThreshold, DefaultThreshold),
        reader.Integer("serviceLevelTarget", ConfigurationLimits.ServiceLevelTarget, DefaultTarget),
        reader.Reference("outboundQueue", false, NamedKind.OutboundQueue))
    {
        Codes = Codes(reader),
        Recording = Recording(reader),
    };

    public static OutboundQueueSnapshot BindOutbound(string key, MapReader reader) => new(
        key, reader.OptionalText("name") ?? key, Priority(reader), Members(reader, true), WrapUp(reader),
        reader.Reference("whisper", false, NamedKind.Prompt), reader.Reference("schedule", false, NamedKind.Schedule),
        reader.Integer("maximumPending", ConfigurationLimits.PendingCallbacks, DefaultPending))
    {
        MayDismiss = reader.Flag("mayDismiss", false),
        Codes = Codes(reader),
        Recording = Recording(reader),
    };

    public static VoicemailQueueSnapshot BindVoicemail(string key, MapReader reader) => new(
        key, reader.OptionalText("name") ?? key, Priority(reader), Members(reader, false), WrapUp(reader),
        reader.Reference("greeting", false, NamedKind.Prompt),
        reader.Duration("maximumLength", ConfigurationLimits.MessageLength, DefaultMessage));

    private static QueueCodes Codes(MapReader reader)
    {
        var list = reader.Reference("transactionCodes", false, NamedKind.TransactionCodes);
        var mandatory = reader.Flag("codesMandatory", false);
        if (mandatory && !reader.Has("transactionCodes"))
        {
            reader.Scope.Report(ProblemCode.Missing, reader.PathOf("transactionCodes"), reader.MarkOf("codesMandatory"),
                new("codes are mandatory, and there are none to choose from", "des codes sont obligatoires, et il n'y en a pas à choisir"),
                new Said("key of ", "la clé d'") + NamedKind.TransactionCodes.WithArticle());
        }

        return new QueueCodes(list, mandatory);
    }

    private static QueueRecording Recording(MapReader reader) => new(
        reader.Choice("recording", false, ("off", false), ("on", true)), reader.Reference("recordingAnnouncement", false, NamedKind.Prompt));

    private static int Priority(MapReader reader) => reader.Integer("priority", ConfigurationLimits.Priority, DefaultPriority);

    private static TimeSpan WrapUp(MapReader reader) => reader.Duration("wrapUp", ConfigurationLimits.WrapUp, DefaultWrapUp);

    /// <summary>Agents by key alone, or as maps with skill and enabled.</summary>
    private static ImmutableArray<QueueMember> Members(MapReader reader, bool required)
    {
        var allowed = new Said("a list of agents, such as [1001, { agent: 1002, skill: 8 }]",
            "une liste d'agents, telle [1001, { agent: 1002, skill: 8 }]");
        if (required && reader.Require("members", allowed) is null)
        {
            return [];
        }

        var members = ImmutableArray.CreateBuilder<QueueMember>();
        foreach (var (node, path) in reader.Items("members", ConfigurationLimits.MembersPerQueue))
        {
            if (Member(reader.Scope, node, path, allowed) is not { } member)
            {
                continue;
            }

            if (members.Any(m => m.Agent == member.Agent))
            {
                reader.Scope.Report(ProblemCode.DuplicateMember, path, node.Mark,
                    new($"agent `{member.Agent}` is a member already", $"l'agent « {member.Agent} » est déjà membre"),
                    new("each agent once", "chaque agent une seule fois"));
                continue;
            }

            members.Add(member);
        }

        return members.ToImmutable();
    }

    private static QueueMember? Member(BindingScope scope, ConfigNode node, string path, Said allowed)
    {
        switch (node)
        {
            case ConfigScalar { Faulty: false } scalar:
                return scope.CheckReference(scalar, path, NamedKind.Agent) ? new QueueMember(scalar.Text, DefaultSkill, true) : null;
            case ConfigMap map:
                var reader = new MapReader(scope, map, path, map.Mark);
                var agent = reader.Reference("agent", true, NamedKind.Agent);
                var skill = reader.Integer("skill", ConfigurationLimits.Skill, DefaultSkill);
                var enabled = reader.Flag("enabled", true);
                reader.End();
                return agent is null ? null : new QueueMember(agent, skill, enabled);
            default:
                MapReader.WrongKind(scope, path, node, allowed);
                return null;
        }
    }
}
