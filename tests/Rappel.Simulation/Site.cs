using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Simulation.Checkers;
using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>The server: an engine with its disk, sockets and media around it. It can be killed at any moment and started again.</summary>
internal sealed class Site(
    World world, SimNetwork network, SimRandom random, ConfigurationSnapshot configuration, SimStore store, Trace trace, Referee referee, bool log)
{
    public const string Address = "192.0.2.1";
    public const int Port = 5060;

    private ContactCentre? _engine;
    private SimMedia? _media;
    private Instant? _wake;
    private long _life;
    private long _tickets;
    private bool _handling;
    private readonly Queue<EngineInput> _inputs = new();
    private Instant _diskFree;

    /// <summary>Who hears what is said on which port.</summary>
    public Dictionary<(string, int), Action<string>> Listeners { get; } = [];

    public LiveView? View { get; private set; }

    public bool IsUp => _engine is not null;

    public int Crashes { get; private set; }

    public SortedDictionary<string, int> Logged { get; } = new(StringComparer.Ordinal);

    public void Start()
    {
        if (_life == 0)
        {
            network.Attach(Address, Port, (source, message) => Take(new EngineInput.SipReceived(source, message)));
        }

        var life = ++_life;
        _diskFree = world.Now;
        _engine = new ContactCentre(new EngineSettings(Address, Port), configuration, store.Load(), random.Fork().Next, world.Now);
        _media = new SimMedia(world, random.Fork(), input => TakeIn(life, input)) { Listeners = Listeners };
        Drain();
        _media.Start();
    }

    /// <summary>SIGKILL: what is not on disk is gone.</summary>
    public void Crash()
    {
        _engine = null;
        _media = null;
        View = null;
        _wake = null;
        _inputs.Clear();
        Crashes++;
        referee.Crashed();
    }

    public void Press(int enginePort, char key) => _media?.Press(enginePort, key);

    public void SetStatus(string agent, AgentStatus status) =>
        Take(new EngineInput.Commanded(++_tickets, new EngineCommand.SetAgentStatus(agent, status, "simulation")));

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

        // What media does at once must not reach the engine in the middle of a turn.
        _inputs.Enqueue(input);
        if (_handling)
        {
            return;
        }

        _handling = true;
        while (_engine is not null && _inputs.TryDequeue(out var next))
        {
            _engine.Handle(world.Now, next);
            Drain();
        }

        _handling = false;
    }

    private void Drain()
    {
        while (_engine!.TryTake(out var output))
        {
            Carry(output);
        }

        if (_engine.NextDeadline is { } next && (_wake is null || next < _wake || _wake <= world.Now))
        {
            var life = _life;
            _wake = next;
            world.At(next, () =>
            {
                if (life == _life)
                {
                    _wake = null;
                    Take(new EngineInput.TimePassed());
                }
            });
        }
    }

    private void Carry(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.SendSip send:
                trace.Add(world.Now, "sip", send.Message.Span);
                network.Send(Address, Port, send.Flow, send.Message);
                break;
            case EngineOutput.OrderMedia order:
                trace.Add(world.Now, order.Order.GetType().Name, BitConverter.GetBytes(order.Order.Session.Value));
                _media?.Handle(order.Order);
                break;
            case EngineOutput.Commit commit:
                Commit(commit.Batch);
                break;
            case EngineOutput.Publish publish:
                View = publish.View;
                break;
            case EngineOutput.Log entry:
                Log(entry);
                break;
        }
    }

    private void Commit(Batch batch)
    {
        foreach (var row in batch.Rows)
        {
            trace.Add(world.Now, row.GetType().Name, []);
            referee.Issued(world.Now, row);
        }

        // One disk, so flushes end in the order they began; some are slow.
        var life = _life;
        var takes = network.Faults && random.Chance(0.01) ? random.Milliseconds(100, 1500) : random.Milliseconds(1, 8);
        _diskFree = (_diskFree > world.Now ? _diskFree : world.Now) + takes;
        world.At(_diskFree, () =>
        {
            if (life != _life || _engine is null)
            {
                return;
            }

            store.Flush(batch);
            foreach (var row in batch.Rows)
            {
                referee.Durable(world.Now, row);
            }

            Take(new EngineInput.Committed(batch.Number));
        });
    }

    private void Log(EngineOutput.Log entry)
    {
        Logged[entry.Kind] = Logged.GetValueOrDefault(entry.Kind) + 1;
        if (entry.Level == LogLevel.Error)
        {
            referee.Violation(world.Now, "engine-error", $"{entry.Kind}: {entry.Text}");
        }

        if (log)
        {
            Console.WriteLine($"{world.Now:HH:mm:ss.fff} {entry.Level} {entry.Kind} {entry.Text}");
        }
    }
}
