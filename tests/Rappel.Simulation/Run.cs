using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>
/// One run: a safety phase in which everything fails now and then, then a liveness phase in which nothing does and every open request has to end.
/// </summary>
internal sealed class Run
{
    private static readonly Instant Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan MeanTimeToCrash = TimeSpan.FromHours(3);

    private readonly SimOptions _options;
    private readonly World _world = new(Start);
    private readonly SimRandom _random;
    private readonly SimNetwork _network;
    private readonly SimStore _store = new();
    private readonly Trace _trace = new();
    private readonly Referee _referee;
    private readonly Site _site;
    private readonly SimCarrier _carrier;
    private readonly List<SimAgent> _agents = [];
    private readonly Instant _faultsEnd;
    private readonly SimRandom _arrivals;
    private readonly SimRandom _crashes;
    private int _callers;

    public Run(SimOptions options)
    {
        _options = options;
        _random = new SimRandom(options.Seed);
        _network = new SimNetwork(_world, _random.Fork());
        _arrivals = _random.Fork();
        _crashes = _random.Fork();
        _faultsEnd = Start + TimeSpan.FromHours(options.Hours);
        var configuration = SimConfiguration.Load(_random.Fork());
        _referee = new Referee(_store, configuration);
        _site = new Site(_world, _network, _random.Fork(), configuration, _store, _trace, _referee, options.Log);
        _carrier = new SimCarrier(_world, _network, _random.Fork(), _site, _referee);
        foreach (var agent in configuration.Agents.Keys.Order(StringComparer.Ordinal))
        {
            _agents.Add(new SimAgent(_world, _network, _random.Fork(), _site, _referee, agent, $"198.51.100.{_agents.Count + 1}"));
        }
    }

    public Report Play()
    {
        _site.Start();
        _agents.ForEach(agent => agent.Begin());
        _world.After(TimeSpan.FromSeconds(30), Arrive);
        _world.After(_crashes.Exponential(MeanTimeToCrash), Crash);
        _world.RunUntil(_faultsEnd);

        _network.Faults = false;
        _carrier.EverybodyAnswers = true;
        _agents.ForEach(agent => agent.IsReliable = true);
        _world.RunUntil(_faultsEnd + SimConfiguration.LongestCancelAfter + TimeSpan.FromHours(1));
        _referee.AtTheEnd(_world.Now, _site.View);
        return new Report(_options, _callers, _site, _store, _carrier, _referee.Violations, _trace.Hash);
    }

    private void Arrive()
    {
        if (_world.Now >= _faultsEnd)
        {
            return;
        }

        _callers++;
        var number = _arrivals.Chance(0.05) ? null : $"+1514555{_arrivals.Between(0, 10_000):0000}";
        var channel = _arrivals.Chance(0.5) ? "+15145550100" : "+15145550101";
        if (number is "+15145550100" or "+15145550101")
        {
            number = null;
        }

        _carrier.PlaceCall(new SimCaller(_world, _arrivals.Fork(), _site, _carrier, _referee, number), number, channel);
        _world.After(_arrivals.Exponential(TimeSpan.FromHours(1 / _options.CallsPerHour)), Arrive);
    }

    private void Crash()
    {
        if (_world.Now >= _faultsEnd)
        {
            return;
        }

        _site.Crash();
        _world.After(_crashes.Seconds(1, 90), _site.Start);
        _world.After(TimeSpan.FromMinutes(2) + _crashes.Exponential(MeanTimeToCrash), Crash);
    }
}
