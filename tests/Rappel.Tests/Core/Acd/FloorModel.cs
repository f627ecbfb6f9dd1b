using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Acd;

/// <summary>What a distributor's floor must look like, from its inputs and outputs alone; slow and plain.</summary>
internal sealed class FloorModel(FloorUnderTest world, ConfigurationSnapshot configuration)
{
    private sealed class Work(WorkItem item, int arrival)
    {
        public WorkItem Item = item;
        public readonly int Arrival = arrival;
        public OfferId? Offer;
    }

    private readonly Dictionary<WorkId, Work> inLine = [];
    private sealed record Offer(string Agent, WorkId Work, Instant Deadline, bool Reserved, Instant IdleSince)
    {
        public bool Accepted { get; init; }
    }

    private readonly Dictionary<OfferId, Offer> offers = [];
    private readonly HashSet<string> neverRung = [];

    /// <summary>In wrap-up without a code, and for how long at most.</summary>
    private readonly Dictionary<string, Instant> held = [];
    private string? asked;
    private readonly Dictionary<string, AgentStatus> status = configuration.Agents.Keys.ToDictionary(a => a, _ => AgentStatus.LoggedOut);
    private readonly Dictionary<string, Instant> backOff = [];
    private readonly HashSet<string> reachable = [];
    private int arrivals;

    public int Offers { get; private set; }

    public int Reservations { get; private set; }

    public int Assigned { get; private set; }

    public WorkId AnyWork(Random random) =>
        inLine.Count == 0 ? default : inLine.Keys.OrderBy(w => w.ToString(), StringComparer.Ordinal).ElementAt(random.Next(inLine.Count));

    public OfferId AnyOffer(Random random) =>
        offers.Count == 0 ? new OfferId(0) : offers.Keys.OrderBy(o => o.Value).ElementAt(random.Next(offers.Count));

    /// <summary>What the input changes before anything is told.</summary>
    public void Expect(AcdInput input)
    {
        asked = (input as AcdInput.StatusRequested)?.Agent;
        switch (input)
        {
            case AcdInput.WorkArrived(var work) when !inLine.ContainsKey(work.Id) && !offers.Values.Any(o => o.Work == work.Id):
                inLine.Add(work.Id, new Work(work, ++arrivals));
                break;
            case AcdInput.WorkLeft(var work):
                inLine.Remove(work);
                break;
            case AcdInput.EligibilityChanged(var work, var eligible) when inLine.TryGetValue(work, out var found):
                found.Item = found.Item with { Eligible = eligible };
                break;
            case AcdInput.ReachabilityChanged(var agent, var there):
                _ = there ? reachable.Add(agent) : reachable.Remove(agent);
                backOff.Remove(agent);
                break;
            case AcdInput.ReservationRung(var offer) when offers.TryGetValue(offer, out var open) && open.Reserved:
                offers[offer] = open with { Reserved = false, Deadline = world.Now + FloorUnderTest.OfferTimeout };
                inLine[open.Work].Item = inLine[open.Work].Item with { Reservation = null };
                break;
            case AcdInput.OfferAnswered(var offer, OfferOutcome.Accepted)
                when offers.TryGetValue(offer, out var open) && open is { Accepted: false, Reserved: false }:
                offers[offer] = open with { Accepted = true };
                inLine.Remove(open.Work);
                break;
            case AcdInput.OfferAnswered(var offer, OfferOutcome.Unreachable) when offers.TryGetValue(offer, out var open) && !open.Accepted:
                backOff[open.Agent] = world.Now + AcdLimits.UnreachableBackOff;
                break;
            case AcdInput.WorkEnded(var offer) ended when offers.TryGetValue(offer, out var open) && open.Accepted:
                offers.Remove(offer);
                if (ended.CodesMissing)
                {
                    held[open.Agent] = world.Now + FloorUnderTest.WrapUp + AcdLimits.WrapUpHeldFor;
                }

                break;
            case AcdInput.CodesGiven(var agent):
                held.Remove(agent);
                break;
            case AcdInput.WrapUpEnded(var agent) { ByForce: true } when status[agent] == AgentStatus.WrapUp:
                held.Remove(agent);
                break;
            default:
                break;
        }
    }

    public void Follow(IReadOnlyList<AcdOutput> told)
    {
        foreach (var output in told)
        {
            switch (output)
            {
                case AcdOutput.StatusChanged changed:
                    Assert.Equal(status[changed.Agent], changed.From);
                    Assert.False(
                        neverRung.Remove(changed.Agent) && changed.To == AgentStatus.OnBreak && changed.Agent != asked,
                        "Nobody goes on break for a phone that never rang.");
                    status[changed.Agent] = changed.To;
                    if (changed.To is not (AgentStatus.WrapUp or AgentStatus.Busy) && held.Remove(changed.Agent, out var bound))
                    {
                        Assert.True(bound <= world.Now && changed.To != AgentStatus.Available, "Missing codes hold the agent.");
                    }

                    if (changed.From == AgentStatus.Available)
                    {
                        backOff.Remove(changed.Agent);
                    }

                    break;
                case AcdOutput.OfferEnded ended:
                    FollowEnd(ended);
                    break;
                case AcdOutput.OfferMade made:
                    FollowOffer(made);
                    break;
                default:
                    break;
            }
        }
    }

    private void FollowEnd(AcdOutput.OfferEnded ended)
    {
        Assert.True(offers.Remove(ended.Offer, out var offer));
        Assert.False(offer.Accepted);
        if (offer.Reserved)
        {
            Assert.True(ended.Outcome is OfferOutcome.Withdrawn or OfferOutcome.Unreachable);
            Assert.Equal(offer.IdleSince, world.Floor.ReadAgent(ended.Agent)!.IdleSince);
            neverRung.Add(ended.Agent);
        }

        if (inLine.TryGetValue(ended.Work.Id, out var back))
        {
            back.Offer = null;
            var timedOut = ended.Outcome == OfferOutcome.TimedOut || (offer.Reserved && offer.Deadline <= world.Now);
            if (timedOut && ended.Work.Id.Kind == WorkKind.Callback)
            {
                inLine.Remove(ended.Work.Id);
            }
        }
    }

    private void FollowOffer(AcdOutput.OfferMade made)
    {
        Offers++;
        Reservations += made.Work.Reservation is not null ? 1 : 0;
        Assigned += made.Work.Agent is not null ? 1 : 0;
        Assert.Equal(AgentStatus.Offered, status[made.Agent]);
        Assert.False(held.ContainsKey(made.Agent), "Nobody is offered work while codes are missing.");
        status[made.Agent] = AgentStatus.Available;
        Assert.Equal(Best(), (made.Agent, made.Work.Id));
        Assert.Equal(world.Now + (made.Work.Reservation ?? FloorUnderTest.OfferTimeout), made.Deadline);
        Assert.Equal(inLine[made.Work.Id].Item, made.Work);
        status[made.Agent] = AgentStatus.Offered;
        inLine[made.Work.Id].Offer = made.Offer;
        neverRung.Remove(made.Agent);
        offers.Add(made.Offer, new Offer(
            made.Agent, made.Work.Id, made.Deadline, made.Work.Reservation is not null, world.Floor.ReadAgent(made.Agent)!.IdleSince));
    }

    /// <summary>The best match there is; null for none.</summary>
    private (string Agent, WorkId Work)? Best()
    {
        var works = inLine.Values.Where(w => w.Offer is null && w.Item.Eligible)
            .OrderByDescending(w => Priority(w.Item.Queue)).ThenBy(w => w.Item.Place).ThenBy(w => w.Arrival);
        foreach (var work in works)
        {
            var member = Takers(work.Item).Where(m => IsFree(m.Agent))
                .OrderByDescending(m => m.Skill).ThenBy(m => world.Floor.ReadAgent(m.Agent)!.IdleSince)
                .ThenBy(m => m.Agent, StringComparer.Ordinal).FirstOrDefault();
            if (member is not null)
            {
                return (member.Agent, work.Item.Id);
            }
        }

        return null;
    }

    private System.Collections.Immutable.ImmutableArray<QueueMember> Takers(WorkItem work) =>
        work.Agent is { } agent ? [new QueueMember(agent, 1, true)] : Members(work.Queue);

    private bool IsFree(string agent) =>
        status.GetValueOrDefault(agent) == AgentStatus.Available && reachable.Contains(agent)
        && !(backOff.TryGetValue(agent, out var until) && until > world.Now);

    private int Priority(string queue) =>
        configuration.InboundQueues.TryGetValue(queue, out var calls) ? calls.Priority : configuration.OutboundQueues[queue].Priority;

    private System.Collections.Immutable.ImmutableArray<QueueMember> Members(string queue) =>
        configuration.InboundQueues.TryGetValue(queue, out var calls) ? calls.Members : configuration.OutboundQueues[queue].Members;

    public void Check()
    {
        Assert.Null(Best());
        Assert.Equal(offers.Count, offers.Values.Select(o => o.Agent).Distinct().Count());
        Assert.Equal(offers.Count, offers.Values.Select(o => o.Work).Distinct().Count());
        foreach (var reading in world.Floor.ReadAgents())
        {
            Assert.Equal(status[reading.Agent], reading.Status);
            var taken = offers.Where(o => o.Value.Agent == reading.Agent).ToList();
            Assert.Equal(held.ContainsKey(reading.Agent), reading.CodesMissing);
            Assert.Equal(reading.Offer, taken.Count == 0 ? null : taken[0].Key);
            Assert.Equal(reading.Status == AgentStatus.Offered, taken.Any(o => !o.Value.Accepted));
            var bounded = reading.Status is AgentStatus.Offered or AgentStatus.WrapUp;
            var wrapUp = FloorUnderTest.WrapUp + (held.ContainsKey(reading.Agent) ? AcdLimits.WrapUpHeldFor : TimeSpan.Zero);
            var bound = taken.Count == 0 ? reading.Since + wrapUp : taken[0].Value.Deadline;
            Assert.True(!bounded || world.Floor.NextDeadline <= bound, "Every reservation has a deadline.");
        }

        foreach (var queue in new[] { "calls", "callbacks", "urgent" })
        {
            var order = inLine.Values.Where(w => w.Item.Queue == queue).OrderBy(w => w.Item.Place).ThenBy(w => w.Arrival).ToList();
            var line = world.Floor.ReadLine(queue);
            Assert.Equal(order.Select(w => w.Item.Id), line.InOrder);
            Assert.Equal(order.Count(w => w.Offer is not null), line.Offered);
        }
    }
}
