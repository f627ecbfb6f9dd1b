using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Engine.Benches;

/// <summary>
/// A contact centre on a bench: a perfect network without delay, phones, a disk and a media shell that do as they are told, and a clock
/// that the test moves. Agents are registered and on break until the test makes them available.
/// </summary>
internal sealed partial class Bench
{
    public const string Address = "10.0.0.1";
    public const int Port = 5060;

    /// <summary>A Monday morning in Montréal.</summary>
    public static readonly Instant Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    private readonly Queue<Action> _later = new();
    private readonly Dictionary<string, Phone> _phones = [];
    private ulong _random;
    private long _tickets;
    private TimeSpan _ahead;

    public Bench(params IEnumerable<(string Old, string New)> changes)
    {
        Configuration = BenchConfiguration.Read(1, changes);
        Media = new FakeMedia(this);
        Carrier = AddPhone("10.0.0.70", false);
        Spare = AddPhone("10.0.0.71", false);
        foreach (var (key, at) in Configuration.Agents.Keys.Order(StringComparer.Ordinal).Select((key, i) => (key, $"10.0.1.{i + 1}")))
        {
            _phones.Add(key, AddPhone(at, true));
            Disk.Write(new StoreRow.OfAgent(new AgentRow(TenantId.Default, key, AgentStatus.OnBreak, Start, Start)));
            Disk.Write(new StoreRow.OfBinding(new BindingRow(
                TenantId.Default, key, $"sip:{key}@{at}:5060", "Udp", at, 5060, Start.AddDays(365), "Phone", $"call-{key}", 1, false)));
        }

        Engine = Boot();
        AnnouncePorts();
        Pass(TimeSpan.FromSeconds(1));
    }

    public Instant Now { get; private set; } = Start;

    /// <summary>The engine's time: <see cref="Now"/>, and by how much the clock was set forward.</summary>
    public Instant Wall => Now + _ahead;

    public ConfigurationSnapshot Configuration { get; set; }

    public ContactCentre Engine { get; private set; }

    public FakeDisk Disk { get; } = new();

    public FakeMedia Media { get; }

    /// <summary>The first trunk, with callers and customers behind it.</summary>
    public Phone Carrier { get; }

    /// <summary>The trunk tried when the first fails.</summary>
    public Phone Spare { get; }

    /// <summary>What the engine sent: when, to which address, and what.</summary>
    public List<(Instant At, string To, SipMessage Message)> Sent { get; } = [];

    public Dictionary<long, CommandAnswer> Answers { get; } = [];

    public List<EngineOutput.Log> Logs { get; } = [];

    /// <summary>What scripts asked of web servers, and what they want no more.</summary>
    public List<EngineOutput> Web { get; } = [];

    /// <summary>Where a test breaks something on purpose.</summary>
    public bool ExpectsFaults { get; set; }

    public LiveView? View { get; private set; }

    public bool IsDrained { get; private set; }

    /// <summary>The only callback there is, as it is on disk.</summary>
    public CallbackRequest Callback => Assert.Single(Disk.Callbacks);

    /// <summary>The callback's latest attempt on disk.</summary>
    public CallbackAttempt Attempt => Disk.Attempts[^1];

    public Phone PhoneOf(string agent) => _phones[agent];

    public AgentStatus StatusOf(string agent) => Engine.Context.Acd.ReadAgent(agent)!.Status;

    public PhoneCall Call(string from, string channel = "+15145550100") => Carrier.Dial(channel, from);

    /// <summary>Calls, asks for a callback, and hangs up.</summary>
    public CallbackRequest AskForCallback(string from, string channel = "+15145550100")
    {
        var call = Call(from, channel);
        call.Press('3');
        call.HangUp();
        return Disk.Callbacks[^1];
    }

    public long Command(EngineCommand command)
    {
        Feed(new EngineInput.Commanded(++_tickets, command));
        Settle();
        return _tickets;
    }

    public void SetStatus(string agent, AgentStatus status) => Command(new EngineCommand.SetAgentStatus(agent, status, agent));

    public void MakeAvailable(params IEnumerable<string> agents)
    {
        foreach (var agent in agents)
        {
            SetStatus(agent, AgentStatus.Available);
        }
    }

    public IReadOnlyList<string> SentTo(Phone phone) =>
        [.. Sent.Where(s => s.To == phone.Address).Select(s => s.Message is SipRequest request ? request.Method : $"{((SipResponse)s.Message).Status}")];

    public int Invites(Phone phone) => SentTo(phone).Count(m => m == "INVITE");

    /// <summary>Everything given to the disk reaches it.</summary>
    public void Commit()
    {
        Disk.IsHeldBack = false;
        Flush();
        Settle();
    }

    /// <summary>The process dies and another starts from what is on disk.</summary>
    public void Restart(bool announcePorts = true)
    {
        _later.Clear();
        Disk.Crash();
        Disk.IsHeldBack = false;
        Media.Forget();
        Engine = Boot();
        Settle();
        if (announcePorts)
        {
            AnnouncePorts();
            Pass(TimeSpan.FromSeconds(1));
        }
    }

    public void AnnouncePorts()
    {
        for (var port = 10_000; port < 10_100; port += 2)
        {
            Feed(new EngineInput.RtpPortReady(port));
        }

        Settle();
    }

    /// <summary>The wall clock is set forward; the phones keep time.</summary>
    public void SetForward(TimeSpan by)
    {
        _ahead += by;
        Feed(new EngineInput.TimeSkipped(by));
        Settle();
    }

    public void Pass(int seconds) => Pass(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass; whatever becomes due happens at its own instant.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        Settle();
        while (NextDeadline() is { } next && next <= until)
        {
            Now = next > Now ? next : Now;
            foreach (var phone in _all.Where(p => p.Agent.NextDeadline <= Now))
            {
                phone.Advance();
            }

            if (Engine.NextDeadline <= Wall)
            {
                Feed(new EngineInput.TimePassed());
                Assert.True(Engine.NextDeadline is not { } due || due > Wall, "what was due is still due");
            }

            Settle();
        }

        Now = until;
    }

    public void Later(Action act) => _later.Enqueue(act);

    public void Settle()
    {
        while (_later.TryDequeue(out var act))
        {
            act();
        }
    }

    public void Feed(EngineInput input)
    {
        Engine.Handle(Wall, input);
        Collect();
    }

    public ulong Entropy()
    {
        var z = _random += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ContactCentre Boot()
    {
        var engine = new ContactCentre(new EngineSettings(Address, Port), Configuration, Disk.Load(), Entropy, Wall);
        Engine = engine;
        Collect();
        return engine;
    }

    private Instant? NextDeadline() => _all.Select(p => p.Agent.NextDeadline).Append(Engine.NextDeadline - _ahead).Min();

    private void Flush()
    {
        if (Disk.Flush() is { } batch)
        {
            Later(() => Feed(new EngineInput.Committed(batch)));
        }
    }

    private void Collect()
    {
        while (Engine.TryTake(out var output))
        {
            Take(output);
        }
    }

    private void Take(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.SendSip sip:
                Send(sip);
                break;
            case EngineOutput.OrderMedia media:
                Media.Take(media.Order);
                break;
            case EngineOutput.Commit refused when Disk.Refuses():
                Later(() => Feed(new EngineInput.CommitFailed(refused.Batch.Number)));
                break;
            case EngineOutput.Commit commit:
                Disk.Take(commit.Batch);
                if (!Disk.IsHeldBack)
                {
                    Flush();
                }

                break;
            case EngineOutput.Answered answered:
                Answers.Add(answered.Ticket, answered.Answer);
                break;
            case EngineOutput.Publish published:
                View = published.View;
                break;
            case EngineOutput.AskWeb or EngineOutput.ForgetWeb:
                Web.Add(output);
                break;
            case EngineOutput.Drained:
                Assert.False(IsDrained);
                IsDrained = true;
                break;
            case EngineOutput.Log log:
                Assert.True(ExpectsFaults || log.Kind is not ("invariant-broken" or "fault-ending-broken" or "watchdog-ended"), log.Text);
                Logs.Add(log);
                break;
        }
    }
}
