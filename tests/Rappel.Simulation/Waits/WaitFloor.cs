using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Simulation.Waits;

/// <summary>
/// One queue with its callbacks and its agents, the distributor being the real one. Callers give up, or ask to be called back and keep their
/// place; some callbacks fail and come back later. Whoever is told a wait on entering is remembered until an agent takes the call.
/// </summary>
internal sealed class WaitFloor
{
    private const string Calls = "calls";
    private const string Callbacks = "callbacks";
    private static readonly Instant Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan OfferTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WrapUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MeanTalk = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan MeanPatience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(5);

    private readonly World _world = new(Start);
    private readonly LoadShape _load;
    private readonly SimRandom _random;
    private readonly Distributor _acd;
    private readonly List<Panel> _panels = [];
    private readonly Dictionary<long, (Instant Place, TimeSpan?[] Told)> _told = [];
    private readonly HashSet<long> _waiting = [];
    private readonly Errors[] _errors;
    private Instant? _wake;
    private long _callers;

    public WaitFloor(LoadShape load, SimRandom random, Errors[] errors)
    {
        _load = load;
        _random = random;
        _errors = errors;
        _acd = new Distributor(Configuration(), 1, () =>
        {
            _panels.Add(new Panel());
            return _panels[^1];
        });
    }

    public List<double> Waits { get; } = [];

    public void Play()
    {
        for (var agent = 0; agent < LoadShape.MostAgents; agent++)
        {
            Do(new AcdInput.ReachabilityChanged(Agent(agent), true));
        }

        Staff();
        Arrive();
        _world.RunUntil(Start + _load.Length);
    }

    private TimeSpan Since => _world.Now - Start;

    /// <summary>Comes and goes by the plan, to the half hour; whoever is busy ends the call first.</summary>
    private void Staff()
    {
        for (var agent = 0; agent < LoadShape.MostAgents; agent++)
        {
            Do(new AcdInput.StatusRequested(Agent(agent), agent < _load.Agents(Since) ? AgentStatus.Available : AgentStatus.LoggedOut));
        }

        _world.After(TimeSpan.FromMinutes(30), Staff);
    }

    private void Arrive()
    {
        _world.After(_random.Exponential(TimeSpan.FromHours(1 / _load.CallsPerHour(Since))), Arrive);
        var id = ++_callers;
        var place = _world.Now;
        var expected = _acd.ExpectedWait(place, WorkKind.LiveCall, Calls, _acd.NextPosition(WorkKind.LiveCall, Calls));
        if (expected != TimeSpan.Zero)
        {
            // The first panel is the one of the inbound line. Nobody is told a wait where an agent is free.
            _told[id] = (place, _panels[0].Last);
        }

        _waiting.Add(id);
        Do(new AcdInput.WorkArrived(new WorkItem(new WorkId(WorkKind.LiveCall, id), Calls, place, true)));
        if (_random.Chance(0.3))
        {
            _world.After(_random.Seconds(40, 240), () => AskForCallback(id, place));
        }

        _world.After(_random.Exponential(MeanPatience), () =>
        {
            if (_waiting.Remove(id))
            {
                Do(new AcdInput.WorkLeft(new WorkId(WorkKind.LiveCall, id)));
            }
        });
    }

    private void AskForCallback(long id, Instant place)
    {
        if (_waiting.Remove(id))
        {
            Do(new AcdInput.WorkLeft(new WorkId(WorkKind.LiveCall, id)));
            Do(new AcdInput.WorkArrived(new WorkItem(new WorkId(WorkKind.Callback, id), Callbacks, place, true)));
        }
    }

    private void Do(AcdInput input)
    {
        _acd.Handle(_world.Now, input);
        while (_acd.TryTake(out var output))
        {
            if (output is AcdOutput.OfferMade made)
            {
                _world.After(_random.Seconds(1, 6), () => Take(made));
            }
        }

        if (_acd.NextDeadline is { } next && (_wake is null || next < _wake || _wake <= _world.Now))
        {
            _wake = next;
            _world.At(next, () =>
            {
                _wake = null;
                Do(new AcdInput.TimePassed());
            });
        }
    }

    private void Take(AcdOutput.OfferMade made)
    {
        if (_acd.ReadAgent(made.Agent)?.Offer != made.Offer)
        {
            return;
        }

        var id = made.Work.Id.Value;
        _waiting.Remove(id);
        Do(new AcdInput.OfferAnswered(made.Offer, OfferOutcome.Accepted));
        if (_told.Remove(id, out var told))
        {
            Judge(_world.Now - told.Place, told.Told);
        }

        var talk = TimeSpan.FromSeconds(5) + _random.Exponential(MeanTalk);
        var fails = made.Work.Id.Kind == WorkKind.Callback && _random.Chance(0.3);
        _world.After(fails ? TimeSpan.FromSeconds(30) : talk, () => Do(new AcdInput.WorkEnded(made.Offer)));
        if (fails)
        {
            _world.After(RetryDelay, () => Do(new AcdInput.WorkArrived(made.Work with { IsReturning = true })));
        }
    }

    private void Judge(TimeSpan real, TimeSpan?[] told)
    {
        if (told.Any(one => one is null))
        {
            return;
        }

        Waits.Add(real.TotalSeconds);
        for (var i = 0; i < told.Length; i++)
        {
            _errors[i].Add(told[i]!.Value, real);
        }
    }

    private static string Agent(int number) => $"{1001 + number}";

    private static ConfigurationSnapshot Configuration()
    {
        var agents = Enumerable.Range(0, LoadShape.MostAgents).Select(Agent).ToArray();
        var members = agents.Select(agent => new QueueMember(agent, 5, true)).ToImmutableArray();
        var calls = new InboundQueueSnapshot(
            Calls, Calls, 5, members, null, WrapUp, null, null, null, 1000, TimeSpan.FromHours(2), TimeSpan.FromSeconds(20), 80, Callbacks);
        var callbacks = new OutboundQueueSnapshot(Callbacks, Callbacks, 5, members, WrapUp, null, null, 1000);
        return new ConfigurationSnapshot(
            1, TenantId.Default, "Waits", "en", ImmutableDictionary<string, TrunkSnapshot>.Empty, ImmutableDictionary<string, ChannelSnapshot>.Empty,
            ImmutableDictionary<string, InboundQueueSnapshot>.Empty.Add(Calls, calls),
            ImmutableDictionary<string, OutboundQueueSnapshot>.Empty.Add(Callbacks, callbacks),
            ImmutableDictionary<string, VoicemailQueueSnapshot>.Empty,
            agents.ToImmutableDictionary(a => a, a => new AgentSnapshot(a, a, "simulated", OfferTimeout, true, null, "en")),
            ImmutableDictionary<string, DialPlanSnapshot>.Empty, ImmutableDictionary<string, ScheduleSnapshot>.Empty,
            ImmutableDictionary<string, ScriptSnapshot>.Empty, ImmutableDictionary<string, PromptSnapshot>.Empty);
    }
}
