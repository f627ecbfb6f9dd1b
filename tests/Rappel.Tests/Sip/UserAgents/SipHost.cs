using System.Text;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

/// <summary>A user agent at an address of a <see cref="SipNetwork"/>, with what it told its owner.</summary>
internal sealed class SipHost : IUserAgentPolicy
{
    private readonly SipNetwork _network;

    public SipHost(SipNetwork network, string name, string address, int port, string seenAs, UserAgentLimits? limits)
    {
        (_network, Name, Address, Port, SeenAs) = (network, name, address, port, seenAs);
        Agent = new UserAgent(
            new UserAgentSettings(address, port, "rappel.test", name), this, network.Entropy, limits ?? UserAgentLimits.Default, TransactionTimers.Default);
    }

    public string Name { get; }

    public string Address { get; }

    public int Port { get; }

    /// <summary>The address others see: its NAT's, or its own.</summary>
    public string SeenAs { get; }

    public UserAgent Agent { get; }

    public List<UserAgentEvent> Events { get; } = [];

    /// <summary>What the owner does at each event, besides remembering it.</summary>
    public Action<UserAgentEvent>? Owner { get; set; }

    public bool Trusting { get; set; } = true;

    public bool IsClosed { get; set; }

    public Dictionary<string, string> Passwords { get; } = [];

    public Flow UdpFlow => new(SipTransport.Udp, SeenAs, Port, 0);

    public Flow TcpFlow => new(SipTransport.Tcp, SeenAs, Port, 0);

    private Instant Now => _network.Now;

    public static ReadOnlyMemory<byte> Sdp(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte>? body) => body is { } b ? Encoding.UTF8.GetString(b.Span) : "none";

    public bool IsTrusted(Flow source) => Trusting;

    public string? PasswordOf(string user) => Passwords.GetValueOrDefault(user);

    public T Only<T>()
        where T : UserAgentEvent => Assert.Single(Events.OfType<T>());

    public int Count<T>()
        where T : UserAgentEvent => Events.OfType<T>().Count();

    public SipLeg Call(SipHost peer, string offer = "offer", SipTransport transport = SipTransport.Udp, string from = "alice", DigestCredentials? credentials = null)
    {
        var leg = Agent.Call(Now, new OutgoingCall(
            SipUri.Sip("bob", peer.Address, peer.Port), transport == SipTransport.Udp ? peer.UdpFlow : peer.TcpFlow, SipUri.Sip(from, Address),
            "Rappel é", Sdp(offer), "application/sdp", [], credentials));
        _network.Collect();
        return leg;
    }

    /// <summary>Answers every call: rings, then after so long says 200. Zero: at once.</summary>
    public void AnswerCalls(double after = 0) => Owner += happened =>
    {
        if (happened is UserAgentEvent.Called called)
        {
            Agent.Ring(Now, called.Leg, 180, null);
            if (after > 0)
            {
                _network.After(after, () => Agent.Answer(Now, called.Leg, Sdp("answer")));
                return;
            }

            Agent.Answer(Now, called.Leg, Sdp("answer"));
        }
    };

    public void RefuseCalls(int status, params (string Name, string Value)[] headers) => Owner += happened =>
    {
        if (happened is UserAgentEvent.Called called)
        {
            Agent.Reject(Now, called.Leg, status, "No", [.. headers]);
        }
    };

    public void AnswerReoffers() => Owner += happened =>
    {
        if (happened is UserAgentEvent.Reoffered reoffered)
        {
            Agent.AnswerReoffer(Now, reoffered.Leg, Sdp("reanswer"));
        }
    };

    public void Do(Action<UserAgent, Instant> what)
    {
        what(Agent, Now);
        _network.Collect();
    }

    public void Hangup(SipLeg leg, int? q850 = null) => Do((a, now) => a.Hangup(now, leg, q850));

    /// <summary>Nothing is left of any call.</summary>
    public void AssertQuiet()
    {
        Assert.Equal(0, Agent.LegCount);
        Assert.Equal(0, Agent.TransactionCount);
        Assert.Equal(0, Agent.AlarmCount);
    }
}
