using BenchmarkDotNet.Attributes;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Bench.Pieces;

/// <summary>
/// A call between two user agents that hand each other bytes: INVITE, 100, 180, 200, ACK, BYE, 200. A second of virtual time passes between
/// calls, so some thirty transactions of earlier calls live on beside each (RFC 3261 timers) and end in their turn.
/// </summary>
public class SipCallPiece
{
    private readonly Side _caller = new("192.0.2.10", 1);
    private readonly Side _callee = new("192.0.2.20", 2);
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private int _ended;

    [Benchmark(Description = "SIP: call set up and torn down, both sides (7 messages made and read)")]
    public int Call()
    {
        var before = _ended;
        var leg = _caller.Agent.Call(_now, new OutgoingCall(
            SipUri.Sip("1001", _callee.Flow.RemoteAddress, 5060), _callee.Flow, SipUri.Sip("+15145550177", _caller.Flow.RemoteAddress), "Zoe",
            SampleMessages.Body, "application/sdp", [], null));
        Exchange();
        _caller.Agent.Hangup(_now, leg, null);
        Exchange();
        _now += TimeSpan.FromSeconds(1);
        _caller.Agent.Advance(_now);
        _callee.Agent.Advance(_now);
        Exchange();
        return _ended == before + 1 ? _ended : throw new InvalidOperationException("the call did not end as it should");
    }

    /// <summary>Until neither has anything to say.</summary>
    private void Exchange()
    {
        while (Carry(_caller, _callee) | Carry(_callee, _caller))
        {
        }
    }

    private bool Carry(Side from, Side to)
    {
        var any = false;
        while (from.Agent.TryTakeEvent(out var happened))
        {
            any = true;
            switch (happened)
            {
                case UserAgentEvent.Called called:
                    from.Agent.Ring(_now, called.Leg, 180, null);
                    from.Agent.Answer(_now, called.Leg, SampleMessages.Body);
                    break;
                case UserAgentEvent.Ended:
                    _ended++;
                    break;
            }
        }

        while (from.Agent.TryTakeOutgoing(out var outgoing))
        {
            any = true;
            to.Agent.Receive(_now, from.Flow, outgoing.Bytes);
        }

        return any;
    }

    private sealed class Side : IUserAgentPolicy
    {
        private ulong _entropy;

        public Side(string address, ulong seed)
        {
            _entropy = seed;
            Flow = new Flow(SipTransport.Udp, address, 5060, 0);
            Agent = new UserAgent(new UserAgentSettings(address, 5060, "bench", "bench"), this, () => _entropy += 0x9E3779B97F4A7C15UL);
        }

        public UserAgent Agent { get; }

        public Flow Flow { get; }

        public bool IsClosed => false;

        public bool IsTrusted(Flow source) => true;

        public string? PasswordOf(string user) => null;
    }
}
