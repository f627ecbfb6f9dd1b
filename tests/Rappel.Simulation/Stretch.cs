using Rappel.Engine;
using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>
/// One independent piece of a run, with a world of its own: a safety phase in which everything fails now and then, then a liveness phase in
/// which nothing does and every open request has to end.
/// </summary>
internal sealed class Stretch
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    private readonly StretchOptions _options;
    private readonly Profile _profile;
    private readonly World _world;
    private readonly SimNetwork _network;
    private readonly SimStore _store = new();
    private readonly Trace _trace = new();
    private readonly Referee _referee;
    private readonly Site _site;
    private readonly SimCarrier _carrier;
    private readonly SimSupervisor _supervisor;
    private readonly SimDesk _desk;
    private readonly SimAfterCall _afterCalls;
    private readonly SimWatchers? _watchers;
    private readonly SimTroubles _troubles;
    private readonly List<SimAgent> _agents = [];
    private readonly List<SimPage> _pages = [];
    private readonly Instant _faultsEnd;
    private readonly SimRandom _arrivals;
    private readonly SimRandom _keys;
    private int _callers;

    public Stretch(StretchOptions options)
    {
        _options = options;
        var random = new SimRandom(options.Seed);
        _profile = Profile.Draw(random.Fork());
        _world = new World(_profile.Start);
        _network = new SimNetwork(_world, random.Fork(), _profile);
        _arrivals = random.Fork();
        _faultsEnd = _profile.Start + TimeSpan.FromHours(options.Hours);
        var afterCalls = new SimRandom(options.Seed ^ 0xAF7E);
        var drawn = SimAfterCall.WithCodes(SimConfiguration.Draw(random.Fork(), options.CallsPerHour), afterCalls);
        var workplace = Workplace.Draw(options.Seed, drawn);
        var configuration = workplace.Furnish(drawn);
        _referee = new Referee(_world, _store, configuration);
        _site = new Site(_world, _network, random.Fork(), _profile, configuration, _store, _trace, _referee, options.Log);
        _carrier = new SimCarrier(_world, _network, random.Fork(), new SimRandom(options.Seed ^ 0x0517), _profile, _site, _referee);
        foreach (var agent in configuration.Agents.Keys.Order(StringComparer.Ordinal))
        {
            _agents.Add(new SimAgent(_world, _network, random.Fork(), _profile, _site, _referee, agent, $"198.51.100.{_agents.Count + 1}")
            {
                KeepsTime = workplace.PhonesKeepTime,
            });
        }

        var own = new SimRandom(options.Seed ^ 0xB209);
        var files = own.Fork();
        _site.Records = () => !files.Chance(0.02);
        _watchers = workplace.Watches is { } between ? new SimWatchers(_world, own.Fork(), _site, _referee, between) : null;
        foreach (var agent in _agents.Where(a => workplace.Pages.Contains(a.Key)))
        {
            _pages.Add(NewPage(agent, own.Fork()));
        }

        _afterCalls = new SimAfterCall(_world, afterCalls, _site, _referee);
        _desk = new SimDesk(_world, new SimRandom(options.Seed ^ 0xDE5C), _site);
        _keys = new SimRandom(options.Seed ^ 0x4EFE);
        _agents.ForEach(agent => agent.Keys = new SimKeys(_world, _keys, agent.Phone, agent.Key));
        _supervisor = new SimSupervisor(_world, random.Fork(), _profile, _site, _store);
        _troubles = new SimTroubles(_world, random.Fork(), _profile, _site, _carrier, _agents, configuration);
    }

    public StretchOptions Options => _options;

    public Instant Now => _world.Now;

    /// <summary>Grows as long as the stretch gets anywhere.</summary>
    public long Events => _world.Events;

    public StretchResult Play()
    {
        _site.Start();
        _agents.ForEach(agent => agent.Begin());
        _supervisor.Begin();
        _desk.Begin();
        _afterCalls.Begin();
        _world.After(_keys.Exponential(BetweenKeys), PressKey);
        _watchers?.Begin();
        _pages.ForEach(page => page.Begin());
        _troubles.Begin();
        _world.After(TimeSpan.FromSeconds(30), Arrive);
        PlayFaults();
        if (!IsFound)
        {
            Mend();
            LetEverythingEnd();
            LookAtTheEnd();
        }

        return new StretchResult(_options, _callers, _site.Crashes, _world.Events, Count(), _referee.Violations, _trace.Hash);
    }

    /// <summary>What it is played for has been found.</summary>
    private bool IsFound => _options.Until?.Invoke(_referee.Violations) == true;

    private void PlayFaults()
    {
        while (_world.Now < _faultsEnd && !_world.IsStuck && !IsFound)
        {
            var look = _world.Now + BetweenLooks;
            _world.RunUntil(look < _faultsEnd ? look : _faultsEnd);
        }
    }

    private void LookAtTheEnd()
    {
        if (_world.IsStuck)
        {
            _referee.Violation(_site.Clock.Now, "stuck", $"time stands still at {_world.Now:u}: the engine's next deadline does not move on");
        }
        else
        {
            _referee.AtTheEnd(_site.Clock.Now, _site.Look());
        }
    }

    /// <summary>On some desk phone.</summary>
    private void PressKey()
    {
        if (_desk.IsActive)
        {
            _agents[_keys.Between(0, _agents.Count)].PressKey();
            _world.After(_keys.Exponential(BetweenKeys), PressKey);
        }
    }

    private void Mend()
    {
        _network.Faults = false;
        _site.Disk.Faults = false;
        _carrier.EverybodyAnswers = true;
        _supervisor.IsActive = false;
        _afterCalls.Calm();
        _watchers?.Calm();
        _pages.ForEach(page => page.HasTroubles = false);
        _desk.IsActive = false;
        _troubles.AreOn = false;
        _agents.ForEach(agent => agent.IsReliable = true);
        _troubles.Restore();
    }

    /// <summary>Until the server's clock, which may run slow after a step, has passed the last expiry by an hour.</summary>
    private void LetEverythingEnd()
    {
        _world.RunUntil(_world.Now + Afterwards);
        var end = _store.Open.Select(c => c.ExpiresAt).Append(_site.Clock.Now).Max() + Afterwards;
        for (var i = 0; i < 100 && !_world.IsStuck && _site.Clock.Now < end; i++)
        {
            _world.RunUntil(_world.Now + (end - _site.Clock.Now));
        }
    }

    /// <summary>A phone of this agent's in a browser; what happens to its calls is as at the one on the desk.</summary>
    private SimPage NewPage(SimAgent agent, SimRandom random)
    {
        SimPage page = null!;
        var calls = random.Fork();
        return page = new SimPage(_world, random, _site, new FlowIdentity.Agent(agent.Key), $"198.51.101.{_pages.Count + 1}")
        {
            OnCalled = (phone, called) => agent.Take(phone, calls, page.CloseFor, called),
            OnGone = agent.Forget,
        };
    }

    private void Arrive()
    {
        if (_world.Now >= _faultsEnd)
        {
            return;
        }

        _callers++;
        var number = _arrivals.Chance(0.05) ? null : $"+1{(_arrivals.Chance(0.8) ? "514" : "604")}555{_arrivals.Between(0, _profile.Numbers):0000}";
        var (channel, language) = _arrivals.Chance(0.5) ? ("+15145550100", "fr") : ("+15145550101", "en");
        if (number is "+15145550100" or "+15145550101")
        {
            number = null;
        }

        var caller = new SimCaller(_world, _arrivals.Fork(), _site, _carrier, _referee, number, language, _profile.Numbers);
        _carrier.PlaceCall(caller, number, channel);
        caller.Begin();
        _world.After(_arrivals.Exponential(TimeSpan.FromHours(1 / _options.CallsPerHour)), Arrive);
    }

    private SortedDictionary<string, int> Count()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["faults: clock steps"] = _site.Clock.Steps,
            ["faults: publications"] = _troubles.Publications,
            ["faults: crashes"] = _site.Crashes,
        };
        void Add(string kind, IEnumerable<KeyValuePair<string, int>> from)
        {
            foreach (var (what, count) in from)
            {
                counts[$"{kind}: {what}"] = counts.GetValueOrDefault($"{kind}: {what}") + count;
            }
        }

        Add("callbacks", _store.Callbacks.Values.CountBy(c => c.Status.ToString()));
        Add("attempts", _store.Attempts.Values.CountBy(a => a.Outcome?.ToString() ?? "open"));
        Add("interactions", _store.Outcomes);
        Add("customers", _carrier.Customers);
        Add("commands", _supervisor.Done);
        Add("after calls", _afterCalls.Done);
        Add("calls", _desk.Done);
        _agents.ForEach(agent => Add("keys", agent.Keys!.Done));
        Add("watching", _watchers?.Done ?? []);
        _pages.ForEach(page => Add("pages", page.Done));
        Add("recordings", _store.Recordings.Values.CountBy(r => r.State.ToString()));
        Add("logged", _site.Logged);
        return counts;
    }
}
