using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

/// <summary>A message on its way.</summary>
internal sealed record Packet(SipHost From, string ToAddress, int ToPort, SipTransport Transport, long Connection, ReadOnlyMemory<byte> Bytes, SipMessage Message)
{
    /// <summary>As <c>INVITE</c> or <c>200 INVITE</c>.</summary>
    public string What => Message switch
    {
        SipRequest request => request.Method,
        SipResponse response => $"{response.Status} {response.CSeq()!.Value.Method}",
        _ => "",
    };
}

/// <summary>
/// A network on virtual time between user agents: 10 ms of delay; on order it loses, doubles and delays datagrams by one seed; streams lose nothing
/// but may be cut. A message the writer made and the parser refuses fails the test.
/// </summary>
internal sealed class SipNetwork(ulong seed = 1)
{
    private static readonly Instant Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly PriorityQueue<Action, (Instant At, long Order)> _agenda = new();
    private readonly List<SipHost> _hosts = [];
    private readonly Dictionary<long, (SipHost A, SipHost B)> _connections = [];
    private ulong _state = seed * 0x9E3779B97F4A7C15UL;
    private ulong _draws = seed ^ 0xD1B54A32D192ED03UL;
    private long _order;
    private long _lastConnection;

    public Instant Now { get; private set; } = Start;

    /// <summary>Shares of 100.</summary>
    public int Loss { get; set; }

    public int Duplication { get; set; }

    /// <summary>Longest extra delay, ms.</summary>
    public int Jitter { get; set; }

    /// <summary>True for a packet that is to be lost.</summary>
    public Predicate<Packet>? Drop { get; set; }

    /// <summary>Loses what the parser refuses instead of failing: a 400 repeats what was wrong with its request.</summary>
    public bool Lenient { get; set; }

    /// <summary>All that was sent, lost or not: <c>0.01 b>a 200 INVITE</c> without the time.</summary>
    public List<string> Wire { get; } = [];

    public List<Packet> Sent { get; } = [];

    public double Seconds => (Now - Start).TotalSeconds;

    public ulong Entropy() => Mix(ref _state);

    public SipHost Add(string name, string address, int port = 5060, string? seenAs = null, UserAgentLimits? limits = null)
    {
        var host = new SipHost(this, name, address, port, seenAs ?? address, limits);
        _hosts.Add(host);
        return host;
    }

    public void After(double seconds, Action action) => _agenda.Enqueue(action, (Now.AddSeconds(seconds), ++_order));

    /// <summary>How often this was sent, as <c>a>b BYE</c>.</summary>
    public int Count(string line) => Wire.Count(w => w == line);

    /// <summary>Lets time pass.</summary>
    public void Run(double seconds)
    {
        var end = Now.AddSeconds(seconds);
        Collect();
        while (NextInstant() is { } next && next <= end)
        {
            Now = next > Now ? next : Now;
            while (_agenda.TryPeek(out _, out var due) && due.At <= Now)
            {
                _agenda.Dequeue()();
                Collect();
            }

            foreach (var host in _hosts.Where(h => h.Agent.NextDeadline <= Now))
            {
                host.Agent.Advance(Now);
                Collect();
            }
        }

        Now = end;
    }

    /// <summary>Cuts every stream between two hosts: both shells notice.</summary>
    public void Cut()
    {
        foreach (var (id, (a, b)) in _connections.ToList())
        {
            _connections.Remove(id);
            a.Agent.TransportFailed(Now, new Flow(SipTransport.Tcp, b.SeenAs, b.Port, id));
            b.Agent.TransportFailed(Now, new Flow(SipTransport.Tcp, a.SeenAs, a.Port, id));
        }

        Collect();
    }

    /// <summary>Gives a host bytes as from this flow.</summary>
    public void Inject(SipHost to, Flow source, string text)
    {
        to.Agent.Receive(Now, source, System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        Collect();
    }

    /// <summary>Takes what the agents want sent and told.</summary>
    public void Collect()
    {
        bool more;
        do
        {
            more = false;
            foreach (var host in _hosts)
            {
                while (host.Agent.TryTakeEvent(out var happened))
                {
                    more = true;
                    host.Events.Add(happened);
                    host.Owner?.Invoke(happened);
                }

                while (host.Agent.TryTakeOutgoing(out var outgoing))
                {
                    more = true;
                    Carry(host, outgoing);
                }
            }
        }
        while (more);
    }

    private static ulong Mix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private Instant? NextInstant()
    {
        Instant? next = _agenda.TryPeek(out _, out var due) ? due.At : null;
        foreach (var host in _hosts)
        {
            if (host.Agent.NextDeadline is { } deadline && (next is null || deadline < next))
            {
                next = deadline;
            }
        }

        return next;
    }

    private void Carry(SipHost from, Outgoing outgoing)
    {
        if (!SipParser.TryParse(outgoing.Bytes, out var message, out var error))
        {
            Assert.True(Lenient, $"{error.Reason}: {SipHost.Text(outgoing.Bytes)}");
            return;
        }

        var flow = outgoing.Flow;
        var packet = new Packet(from, flow.RemoteAddress, flow.RemotePort, flow.Transport, flow.Connection, outgoing.Bytes, message);
        var to = _hosts.Find(h => h.SeenAs == flow.RemoteAddress && h.Port == flow.RemotePort);
        Wire.Add($"{from.Name}>{to?.Name ?? flow.ToString()} {packet.What}");
        Sent.Add(packet);
        if (flow.Transport == SipTransport.Tcp)
        {
            CarryStream(packet, flow, to);
            return;
        }

        if (to is null || Drop?.Invoke(packet) == true || Chance(Loss))
        {
            return;
        }

        for (var copies = Chance(Duplication) ? 2 : 1; copies > 0; copies--)
        {
            After(0.01 + (Jitter > 0 ? Mix(ref _draws) % (ulong)Jitter / 1000.0 : 0), () => to.Agent.Receive(Now, from.UdpFlow, packet.Bytes));
        }
    }

    private void CarryStream(Packet packet, Flow flow, SipHost? to)
    {
        var id = flow.Connection;
        if (id == 0 && to is not null)
        {
            id = _connections.Where(c => (c.Value.A == packet.From && c.Value.B == to) || (c.Value.B == packet.From && c.Value.A == to)).Select(c => c.Key).FirstOrDefault();
            if (id == 0)
            {
                _connections.Add(id = ++_lastConnection, (packet.From, to));
            }
        }

        if (!_connections.TryGetValue(id, out var ends))
        {
            After(0, () => packet.From.Agent.TransportFailed(Now, flow));
            return;
        }

        var receiver = ends.A == packet.From ? ends.B : ends.A;
        var source = new Flow(SipTransport.Tcp, packet.From.SeenAs, packet.From.Port, id);
        if (Drop?.Invoke(packet) != true)
        {
            After(0.01, () => receiver.Agent.Receive(Now, source, packet.Bytes));
        }
    }

    private bool Chance(int ofHundred) => ofHundred > 0 && Mix(ref _draws) % 100 < (ulong)ofHundred;
}
