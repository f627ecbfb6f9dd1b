using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Acd;

/// <summary>A distributor with a clock to turn, and everything it said. Queues: calls and callbacks at priority 5, urgent at 9.</summary>
internal sealed class FloorUnderTest
{
    public static readonly Instant Start = new(2025, 3, 3, 14, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan OfferTimeout = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan WrapUp = TimeSpan.FromSeconds(30);

    private readonly HashSet<OfferId> open = [];

    public FloorUnderTest(ConfigurationSnapshot? configuration = null) =>
        Floor = new Distributor(configuration ?? Configuration(Everywhere("1001"), Everywhere("1002"), Everywhere("1003")), 1);

    public Distributor Floor { get; }

    public Instant Now { get; set; } = Start;

    public List<AcdOutput> All { get; } = [];

    /// <summary>A member of every queue, with these skills.</summary>
    public static (string Agent, int Calls, int Callbacks, int Urgent) Everywhere(string agent, int skill = 5) => (agent, skill, skill, skill);

    /// <summary>Skill 0 is no membership.</summary>
    public static ConfigurationSnapshot Configuration(params (string Agent, int Calls, int Callbacks, int Urgent)[] agents)
    {
        var inbound = new[]
        {
            Inbound("calls", 5, "callbacks", Members(a => a.Calls)), Inbound("urgent", 9, null, Members(a => a.Urgent)),
        };
        var outbound = new OutboundQueueSnapshot("callbacks", "Callbacks", 5, Members(a => a.Callbacks), WrapUp, null, null, 100);
        var voicemail = new VoicemailQueueSnapshot("messages", "Messages", 1, Members(a => a.Calls), TimeSpan.Zero, null, TimeSpan.FromMinutes(3));
        return new ConfigurationSnapshot(
            1, TenantId.Default, "Test", "en", ImmutableDictionary<string, TrunkSnapshot>.Empty,
            ImmutableDictionary<string, ChannelSnapshot>.Empty, inbound.ToImmutableDictionary(q => q.Key),
            ImmutableDictionary<string, OutboundQueueSnapshot>.Empty.Add("callbacks", outbound),
            ImmutableDictionary<string, VoicemailQueueSnapshot>.Empty.Add("messages", voicemail),
            agents.ToImmutableDictionary(a => a.Agent, a => new AgentSnapshot(a.Agent, a.Agent, "secret", OfferTimeout, true, null, "en")),
            ImmutableDictionary<string, DialPlanSnapshot>.Empty, ImmutableDictionary<string, ScheduleSnapshot>.Empty,
            ImmutableDictionary<string, ScriptSnapshot>.Empty, ImmutableDictionary<string, PromptSnapshot>.Empty);

        ImmutableArray<QueueMember> Members(Func<(string Agent, int Calls, int Callbacks, int Urgent), int> skill) =>
            agents.Where(a => skill(a) > 0).Select(a => new QueueMember(a.Agent, skill(a), true)).ToImmutableArray();
    }

    private static InboundQueueSnapshot Inbound(string key, int priority, string? callbacks, ImmutableArray<QueueMember> members) => new(
        key, key, priority, members, null, WrapUp, null, null, null, 100, TimeSpan.FromHours(1), TimeSpan.FromSeconds(20), 80, callbacks);

    public IReadOnlyList<AcdOutput> Do(AcdInput input)
    {
        Floor.Handle(Now, input);
        return Drain();
    }

    public IReadOnlyList<AcdOutput> After(TimeSpan time)
    {
        Now += time;
        return Do(new AcdInput.TimePassed());
    }

    public IReadOnlyList<AcdOutput> Drain()
    {
        var fresh = new List<AcdOutput>();
        while (Floor.TryTake(out var output))
        {
            fresh.Add(output);
        }

        All.AddRange(fresh);
        return fresh;
    }

    public void Ready(params string[] agents)
    {
        foreach (var agent in agents)
        {
            Do(new AcdInput.ReachabilityChanged(agent, true));
            Do(new AcdInput.StatusRequested(agent, AgentStatus.Available));
        }
    }

    public static WorkItem Call(long id, int enteredAt = 0, string queue = "calls", bool eligible = true) =>
        new(new WorkId(WorkKind.LiveCall, id), queue, Start + TimeSpan.FromSeconds(enteredAt), eligible);

    public static WorkItem Callback(long id, int enteredAt = 0) =>
        new(new WorkId(WorkKind.Callback, id), "callbacks", Start + TimeSpan.FromSeconds(enteredAt), true);

    public WorkId Arrive(WorkItem work)
    {
        Do(new AcdInput.WorkArrived(work));
        return work.Id;
    }

    public AcdOutput.OfferMade Offer() => All.OfType<AcdOutput.OfferMade>().Last();

    public IReadOnlyList<AcdOutput> Answer(AcdOutput.OfferMade offer, OfferOutcome outcome) => Do(new AcdInput.OfferAnswered(offer.Offer, outcome));

    public AgentStatus Status(string agent) => Floor.ReadAgent(agent)!.Status;
}
