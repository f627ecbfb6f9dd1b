using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Acd.Waits;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Core.Acd;

/// <summary>
/// Brings work and agents together: whenever an agent is free and work may be served by that agent, there is an offer. Work goes by the
/// priority of its queue (10 first), then by place (oldest first), then by arrival; live callers and callbacks alike. The agent is the
/// best skilled, then the longest idle.
/// A machine told the time. One decision costs the number of queues concerned and a logarithm of work and agents; nothing is scanned.
/// </summary>
public sealed partial class Distributor
{
    private readonly SortedDictionary<string, AgentState> agents = new(StringComparer.Ordinal);
    private readonly Dictionary<LineKey, Line> lines = [];
    private readonly Dictionary<WorkId, LineEntry> inLine = [];
    private readonly Dictionary<WorkId, Offer> inService = [];
    private readonly Dictionary<OfferId, Offer> offers = [];
    private readonly SortedSet<AgentState> deadlines = new(DeadlineOrder.Instance);
    private readonly List<Pool> touched = [];
    private readonly Queue<AcdOutput> outputs = new();
    private readonly Func<IExpectedWaitPolicy> expectedWait;
    private long nextOffer;
    private long arrivals;
    private bool paused;
    private bool held;

    /// <param name="firstOfferId">The number of the first offer; one more than the last that was stored.</param>
    /// <param name="expectedWait">Makes the estimator of each line; queue and head where null.</param>
    public Distributor(ConfigurationSnapshot configuration, long firstOfferId, Func<IExpectedWaitPolicy>? expectedWait = null)
    {
        nextOffer = firstOfferId;
        this.expectedWait = expectedWait ?? (() => new QueueAndHead());
        Configure(default, configuration);
    }

    /// <summary>When TimePassed should come at the latest.</summary>
    public Instant? NextDeadline => deadlines.Min?.Deadline;

    public bool TryTake([MaybeNullWhen(false)] out AcdOutput output) => outputs.TryDequeue(out output);

    /// <summary>Deadlines that have come are acted on before the input: an answer at the very deadline is too late.</summary>
    public void Handle(Instant now, AcdInput input)
    {
        if (input is AcdInput.TimeSkipped skipped)
        {
            PutOff(skipped.By);
        }

        EndWhatIsDue(now);
        switch (input)
        {
            case AcdInput.WorkArrived arrived:
                Arrive(arrived.Work);
                break;
            case AcdInput.WorkLeft left:
                Leave(now, left.Work);
                break;
            case AcdInput.EligibilityChanged changed:
                ChangeEligibility(now, changed.Work, changed.Eligible);
                break;
            case AcdInput.OfferAnswered answered:
                Answer(now, answered.Offer, answered.Outcome);
                break;
            case AcdInput.ReservationRung rung:
                RingReserved(now, rung.Offer);
                break;
            case AcdInput.WorkEnded ended:
                EndWork(now, ended);
                break;
            case AcdInput.StatusRequested requested when Find(requested.Agent) is { } agent:
                RequestStatus(now, agent, requested.Status);
                break;
            case AcdInput.ReachabilityChanged changed when Find(changed.Agent) is { } agent:
                ChangeReachability(now, agent, changed.Reachable);
                break;
            case AcdInput.Occupied occupied when Find(occupied.Agent) is { } agent:
                Occupy(now, agent, occupied.Busy);
                break;
            case AcdInput.WrapUpEnded ended when Find(ended.Agent) is { } agent:
                EndWrapUpEarly(now, agent, ended.ByForce);
                break;
            case AcdInput.CodesGiven given when Find(given.Agent) is { } agent:
                TakeCodes(now, agent);
                break;
            case AcdInput.WrapUpExtended extended when Find(extended.Agent) is { } agent:
                ExtendWrapUp(now, agent, extended.By);
                break;
            case AcdInput.MembershipSet set:
                SetMembership(set);
                break;
            case AcdInput.LinePaused pause when FindLine(pause.Kind, pause.Queue) is { } line:
                Pause(line, pause.Paused);
                break;
            case AcdInput.MatchingHeld hold:
                held = hold.Held;
                break;
            case AcdInput.OffersPaused pause:
                Pause(now, pause.Paused);
                break;
            default:
                break;
        }

        Match(now);
    }

    /// <summary>
    /// Offers until no free agent is left for any waiting work. Only touched pools can have a match: everywhere else the last matching
    /// ended with nobody free or nothing waiting.
    /// </summary>
    private void Match(Instant now)
    {
        if (paused || held)
        {
            return;
        }

        while (true)
        {
            Pool? first = null;
            foreach (var pool in touched)
            {
                if (pool.CanMatch && (first is null || pool.GoesBefore(first)))
                {
                    first = pool;
                }
            }

            if (first is null)
            {
                break;
            }

            MakeOffer(now, first.Waiting.First!, first.Free.Min!.Agent);
        }

        foreach (var pool in touched)
        {
            pool.Touched = false;
        }

        touched.Clear();
    }

    private void Touch(Pool pool)
    {
        if (!pool.Touched)
        {
            pool.Touched = true;
            touched.Add(pool);
        }
    }

    private AgentState? Find(string agent)
    {
        if (agents.TryGetValue(agent, out var found))
        {
            return found;
        }

        Refuse(agent, "unknown-agent");
        return null;
    }

    private void Tell(AcdOutput output) => outputs.Enqueue(output);

    private void Refuse(string subject, string reason) => Tell(new AcdOutput.CommandRefused(subject, reason));
}
