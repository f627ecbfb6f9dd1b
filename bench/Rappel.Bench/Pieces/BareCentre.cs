using System.IO;
using System.Text;
using Rappel.Acceptance.Staging;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;
using Rappel.Server.Configuration;
using Rappel.Sip.Transports;

namespace Rappel.Bench.Pieces;

/// <summary>
/// The whole engine with nothing around it: a shell that has done at once whatever it is told, a trunk, and one agent's phone that answers
/// whatever rings it. It counts what goes in and out.
/// </summary>
internal sealed class BareCentre
{
    public const string Address = "198.51.100.5";

    /// <summary>The channel whose callers are spoken to, and that whose callers only wait.</summary>
    public const string Spoken = "+15145550100", Plain = "+15145550101";

    private const string Agent = "1001";
    private const int PortsReady = 12_000;

    private static readonly Flow Trunk = new(SipTransport.Udp, "192.0.2.10", 5060, 0);
    private static readonly Flow Phone = new(SipTransport.Udp, "203.0.113.7", 5062, 0);

    private readonly Queue<EngineInput> _inputs = new();
    private readonly Dictionary<MediaSessionId, int> _ports = [];
    private readonly ContactCentre _engine;
    private ulong _entropy = 1;
    private long _calls;
    private string _answer = "";

    public BareCentre()
    {
        _engine = new ContactCentre(
            new EngineSettings(Address, 5060), Centre(), StoredState.Empty with
            {
                Agents = [new AgentRow(TenantId.Default, Agent, AgentStatus.OnBreak, Now, Now)],
                Bindings =
                [
                    new BindingRow(
                        TenantId.Default, Agent, "sip:1001@203.0.113.7:5062", "Udp", Phone.RemoteAddress, Phone.RemotePort, Now.AddDays(365), "Phone", "r", 1, false),
                ],
            }, () => _entropy += 0x9E3779B97F4A7C15UL, Now);
        for (var port = 0; port < PortsReady; port++)
        {
            _inputs.Enqueue(new EngineInput.RtpPortReady(10_000 + (2 * port)));
        }

        Pass(TimeSpan.FromSeconds(1));
        Counts = default;
    }

    public Instant Now { get; private set; } = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    /// <summary>Since it was last set to nothing.</summary>
    public CentreCounts Counts { get; set; }

    /// <summary>The phone's INVITEs so far.</summary>
    public int Rung { get; private set; }

    /// <summary>A caller comes in and is heard out; the call's id.</summary>
    public string Call(string number)
    {
        var id = $"c{++_calls}";
        Receive(Trunk, BareMessages.Invite(id, number));
        Receive(Trunk, BareMessages.InDialog("ACK", id, number, _answer));
        _answers[id] = _answer;
        return id;
    }

    private readonly Dictionary<string, string> _answers = [];

    public void HangUp(string id, string number)
    {
        _answers.Remove(id, out var answer);
        Receive(Trunk, BareMessages.InDialog("BYE", id, number, answer!));
    }

    public void SetAvailable() => Feed(new EngineInput.Commanded(1, new EngineCommand.SetAgentStatus(Agent, AgentStatus.Available, Agent)));

    /// <summary>Whatever becomes due happens at its own instant.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        Settle();
        while (_engine.NextDeadline is { } next && next <= until)
        {
            Now = next > Now ? next : Now;
            Feed(new EngineInput.TimePassed());
        }

        Now = until;
    }

    private static ConfigurationSnapshot Centre()
    {
        var result = ConfigurationReader.FromFolder(
            Path.Combine(Checkout.Root, "bench", "pieces"), TenantId.Default, 1, new Dictionary<string, string> { ["AGENT_PASSWORD"] = "bench" });
        return result.Snapshot ?? throw new InvalidOperationException(ConfigurationReport.Format(result.Problems));
    }

    private void Receive(Flow source, byte[] message) => Feed(new EngineInput.SipReceived(source, message));

    private void Feed(EngineInput input)
    {
        _inputs.Enqueue(input);
        Settle();
    }

    private void Settle()
    {
        while (_inputs.TryDequeue(out var input))
        {
            Counts = Counts with { Inputs = Counts.Inputs + 1 };
            _engine.Handle(Now, input);
            while (_engine.TryTake(out var output))
            {
                Take(output);
            }
        }
    }

    private void Take(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.SendSip sip:
                Counts = Counts with { Messages = Counts.Messages + 1, Bytes = Counts.Bytes + sip.Message.Length };
                Hear(sip.Flow, Encoding.ASCII.GetString(sip.Message.Span));
                break;
            case EngineOutput.OrderMedia { Order: var order }:
                Counts = Counts with { Orders = Counts.Orders + 1 };
                Play(order);
                break;
            case EngineOutput.Commit { Batch: var batch }:
                Counts = Counts with { Commits = Counts.Commits + 1, Rows = Counts.Rows + batch.Rows.Length };
                _inputs.Enqueue(new EngineInput.Committed(batch.Number));
                break;
            case EngineOutput.Publish:
                Counts = Counts with { Views = Counts.Views + 1 };
                break;
            case EngineOutput.Log { Level: LogLevel.Warning or LogLevel.Error } log:
                throw new InvalidOperationException($"{log.Kind}: {log.Text}");
        }
    }

    private void Hear(Flow to, string message)
    {
        if (to == Trunk)
        {
            _answer = message.StartsWith("SIP/2.0 200", StringComparison.Ordinal) ? message : _answer;
        }
        else if (message.StartsWith("INVITE", StringComparison.Ordinal) || message.StartsWith("BYE", StringComparison.Ordinal))
        {
            Rung += message[0] == 'I' ? 1 : 0;
            _inputs.Enqueue(new EngineInput.SipReceived(Phone, BareMessages.Ok(message, $"p{Rung}")));
        }
    }

    private void Play(MediaOrder order)
    {
        switch (order)
        {
            case MediaOrder.Open open:
                _ports.Add(open.Session, open.Port);
                break;
            case MediaOrder.Speak speak:
                _inputs.Enqueue(new EngineInput.MediaHappened(new MediaEvent.PlayEnded(speak.Session, speak.Token)));
                break;
            case MediaOrder.Close:
                _ports.Remove(order.Session, out var port);
                _inputs.Enqueue(new EngineInput.RtpPortReady(port));
                break;
        }
    }
}
