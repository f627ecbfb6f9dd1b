using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Simulation.Checkers;
using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>The server: an engine with its clock, disk, sockets and media around it. It can be killed at any moment and started again.</summary>
internal sealed partial class Site
{
    public const string Address = "192.0.2.1";
    public const int Port = 5060;

    /// <summary>Outputs of one turn; more, and the engine goes round in circles.</summary>
    private const int OutputsATurn = 100_000;

    private readonly World _world;
    private readonly SimNetwork _network;
    private readonly SimRandom _random;
    private readonly Profile _profile;
    private readonly SimStore _store;
    private readonly Trace _trace;
    private readonly Referee _referee;
    private readonly SiteLog _log;
    private readonly Queue<EngineInput> _inputs = new();
    private readonly Dictionary<long, Action<CommandAnswer>> _tickets = [];
    private ContactCentre? _engine;
    private SimMedia? _media;
    private SimWeb? _web;
    private Instant? _wake;
    private LiveView? _view;
    private long _alarm;
    private long _life;
    private long _lastTicket;
    private bool _handling;

    public Site(World world, SimNetwork network, SimRandom random, Profile profile, ConfigurationSnapshot configuration, SimStore store, Trace trace, Referee referee, bool log)
    {
        _world = world;
        _network = network;
        _random = random;
        _profile = profile;
        _store = store;
        _trace = trace;
        _referee = referee;
        _log = new SiteLog(world, referee, log);
        network.OnDelivered = _log.OnDelivered;
        Configuration = configuration;
        Screen = new SimScreen(world, this);
        Clock = new SimClock(world) { OnChecked = ClockChecked };
        Disk = new SimDisk(world, random.Fork(), profile, store) { OnDurable = Durable, OnCommitted = batch => Take(new EngineInput.Committed(batch)), Crash = Crash };
        network.Attach(Address, Port, (source, message) => Take(new EngineInput.SipReceived(source, message)));
    }

    public SimClock Clock { get; }
    public SimDisk Disk { get; }
    public SimScreen Screen { get; }

    /// <summary>The version last published: what a restarted process begins with.</summary>
    public ConfigurationSnapshot Configuration { get; private set; }

    /// <summary>Who hears what is said on which port: phone address and RTP port.</summary>
    public Dictionary<(string, int), Action<string, string>> Listeners { get; } = [];

    /// <summary>Where a machine answers: phone address and RTP port.</summary>
    public HashSet<(string, int)> Machines { get; } = [];

    /// <summary>Who is told that nothing is sent to a browser any more: its address and RTP port.</summary>
    public Dictionary<(string, int), Action> Ends { get; } = [];

    /// <summary>Whether the file of a conversation can be written.</summary>
    public Func<bool> Records { get; set; } = () => true;

    public bool IsUp => _engine is not null;

    public int Crashes { get; private set; }

    public IReadOnlyDictionary<string, int> Logged => _log.Counts;

    public void Start()
    {
        if (IsUp)
        {
            return;
        }

        var life = ++_life;
        Clock.Start();
        _referee.Restarted(Clock.Now);
        _engine = new ContactCentre(new EngineSettings(Address, Port) { Fingerprint = SimPhone.Fingerprint }, Configuration, _store.Load(), _random.Fork().Next, Clock.Now);
        _media = new SimMedia(_world, _random.Fork(), input => TakeIn(life, input)) { Listeners = Listeners, Machines = Machines, Ends = Ends, Records = () => Records() };
        _web = new SimWeb(_world, _random.Fork(), input => TakeIn(life, input));
        Work();
        _media?.Start();
    }

    /// <summary>SIGKILL: what is not on disk is gone.</summary>
    public void Crash()
    {
        if (!IsUp)
        {
            return;
        }

        Disk.ProcessDied();
        (_engine, _media, _web, _view, _wake) = (null, null, null, null, null);
        _alarm++;
        _life++;
        _inputs.Clear();
        _tickets.Clear();
        Clock.Stop();
        Crashes++;
        CloseSockets();
        _referee.Crashed();
        _world.After(_random.Chance(0.1) ? _random.Seconds(120, 1800) : _random.Seconds(1, 90), Start);
    }

    /// <summary>Somebody looks at a screen. Null where no server is up.</summary>
    public LiveView? Look()
    {
        Take(new EngineInput.ViewWanted());
        return _view;
    }

    public void Press(int enginePort, char key) => _media?.Press(enginePort, key);

    public void Publish(ConfigurationSnapshot configuration)
    {
        Configuration = configuration;
        _referee.Published(configuration);
        Take(new EngineInput.Published(configuration));
        ShutOutStrangers();
    }

    /// <summary>Asks for something; a process that dies first answers nothing.</summary>
    public void Command(EngineCommand command, Action<CommandAnswer>? answered = null)
    {
        if (IsUp)
        {
            _referee.Commanded(Clock.Now, command);
            var ticket = ++_lastTicket;
            _tickets[ticket] = answer =>
            {
                if (answer.Error is null)
                {
                    _referee.Obeyed(Clock.Now, command);
                }

                answered?.Invoke(answer);
            };
            Take(new EngineInput.Commanded(ticket, command));
        }
    }

    private void TakeIn(long life, EngineInput input)
    {
        if (life == _life)
        {
            Take(input);
        }
    }

    private void Take(EngineInput input)
    {
        if (_engine is null)
        {
            return;
        }

        // What media and disk do at once must not reach the engine in the middle of a turn.
        _inputs.Enqueue(input);
        if (!_handling)
        {
            Work();
        }
    }

    private void Work()
    {
        _handling = true;
        Drain();
        while (_engine is not null && _inputs.TryDequeue(out var next))
        {
            _referee.Turn++;
            _engine.Handle(Clock.Now, next);
            Drain();
        }

        _handling = false;
    }

    private void Drain()
    {
        var outputs = 0;
        while (_engine is not null && _engine.TryTake(out var output))
        {
            Carry(output);
            if (++outputs > OutputsATurn)
            {
                _referee.Violation(Clock.Now, "stuck", $"one turn of the engine gave over {OutputsATurn} outputs, the last a {output.GetType().Name}");
                Crash();
            }
        }

        SetAlarm(again: false);
    }

    private void SetAlarm(bool again)
    {
        if (_engine?.NextDeadline is not { } next || (!again && _wake <= next))
        {
            return;
        }

        // One alarm counts at a time: an earlier one takes its place, and the one it replaced rings in vain.
        var alarm = ++_alarm;
        _wake = next;
        _world.At(next <= Clock.Now ? _world.Now : Clock.WhenNotBefore(next), () => Ring(alarm, next));
    }

    private void Ring(long alarm, Instant deadline)
    {
        if (alarm != _alarm || _engine is null)
        {
            return;
        }

        _wake = null;
        if (Clock.Now < deadline)
        {
            SetAlarm(again: true); // The server's clock runs slow.
        }
        else
        {
            Take(new EngineInput.TimePassed());
        }
    }

    private void ClockChecked(TimeSpan skipped)
    {
        if (skipped > TimeSpan.Zero)
        {
            Take(new EngineInput.TimeSkipped(skipped));
        }

        SetAlarm(again: true);
    }

    private void Carry(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.SendSip send:
                _trace.Add(_world.Now, "sip", send.Message.Span);
                _referee.Sent(send.Message);
                if (send.Flow.Transport == SipTransport.Ws)
                {
                    SendToPage(send.Flow, send.Message);
                }
                else
                {
                    _network.Send(Address, Port, send.Flow, send.Message);
                }

                break;
            case EngineOutput.OrderMedia order:
                _trace.Add(_world.Now, order.Order.GetType().Name, order.Order.Session.Value);
                _referee.Ordered(Clock.Now, order.Order);
                _log.Show(order.Order);
                _media?.Handle(order.Order);
                break;
            case EngineOutput.Commit commit:
                Commit(commit.Batch);
                break;
            case EngineOutput.Publish publish:
                _view = publish.View;
                _referee.Viewed(Clock.Now, publish.View);
                break;
            case EngineOutput.Answered answered:
                if (_tickets.Remove(answered.Ticket, out var hear))
                {
                    hear(answered.Answer);
                }

                break;
            case EngineOutput.AskWeb or EngineOutput.ForgetWeb:
                _web?.Take(output);
                break;
            case EngineOutput.Log entry:
                _log.Add(Clock.Now, entry);
                break;
        }
    }
}
