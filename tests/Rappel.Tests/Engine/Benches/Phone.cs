using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Engine.Benches;

/// <summary>Whatever speaks SIP with the engine: an agent's phone, or a trunk with all the people behind it.</summary>
internal sealed class Phone : IUserAgentPolicy
{
    private readonly Bench _bench;
    private int _rtpPort = 20_000;

    public Phone(Bench bench, string address, bool ringsByItself)
    {
        (_bench, Address, RingsByItself) = (bench, address, ringsByItself);
        Agent = new UserAgent(new UserAgentSettings(address, 5060, "phones", "Phone"), this, bench.Entropy);
    }

    public string Address { get; }

    public Flow Flow => new(Connection is null ? SipTransport.Udp : SipTransport.Ws, Address, 5060, Connection ?? 0);

    /// <summary>For a page in a browser: the number of its connection, 0 while it has none; null for a desk phone.</summary>
    public long? Connection { get; set; }

    public UserAgent Agent { get; }

    /// <summary>Whether 180 goes out as soon as it is called.</summary>
    public bool RingsByItself { get; }

    /// <summary>Nothing reaches it and nothing leaves it.</summary>
    public bool IsUnplugged { get; set; }

    /// <summary>All calls it has had, in order.</summary>
    public List<PhoneCall> Calls { get; } = [];

    /// <summary>The one call that rings it now.</summary>
    public PhoneCall Ringing => Assert.Single(Calls, c => c.IsRinging);

    public bool IsRinging => Calls.Any(c => c.IsRinging);

    public bool IsClosed => false;

    public bool IsTrusted(Flow source) => true;

    public string? PasswordOf(string user) => null;

    public SdpLocal NewMedia() => new(Address, _rtpPort += 2, [G711.Pcmu], 1, 1);

    /// <param name="from">E.164; null withholds it.</param>
    /// <param name="offer">SDP; null makes one that fits, empty sends none.</param>
    /// <param name="password">Of the agent whose phone it is; null for a phone that has none.</param>
    public PhoneCall Dial(string number, string? from, byte[]? offer = null, string? password = null)
    {
        var call = new PhoneCall(_bench, this, number, isIncoming: false);
        offer ??= SdpNegotiation.Offer(call.Media, MediaDirection.SendReceive);
        call.Offered = offer;
        Calls.Add(call);
        call.Leg = Agent.Call(_bench.Now, new OutgoingCall(
            SipUri.Sip(number, Bench.Address, Bench.Port), new Flow(SipTransport.Udp, Bench.Address, Bench.Port, 0),
            SipUri.Sip(from ?? "anonymous", Address), from is null ? "Anonymous" : null, offer, offer.Length == 0 ? "" : "application/sdp", [],
            password is null ? null : new DigestCredentials(from!, password)));
        Drain();
        _bench.Settle();
        return call;
    }

    public void Do(Action<UserAgent, Instant> act)
    {
        act(Agent, _bench.Now);
        Drain();
        _bench.Settle();
    }

    public void Receive(Flow source, ReadOnlyMemory<byte> message)
    {
        if (!IsUnplugged)
        {
            Agent.Receive(_bench.Now, source, message);
            Drain();
        }
    }

    public void Advance()
    {
        Agent.Advance(_bench.Now);
        Drain();
    }

    private void Drain()
    {
        while (Agent.TryTakeEvent(out var happened))
        {
            Hear(happened);
        }

        while (Agent.TryTakeOutgoing(out var outgoing))
        {
            if (!IsUnplugged)
            {
                var bytes = outgoing.Bytes.ToArray();
                _bench.Later(() => _bench.Feed(new Rappel.Engine.EngineInput.SipReceived(Flow, bytes)));
            }
        }
    }

    private void Hear(UserAgentEvent happened)
    {
        switch (happened)
        {
            case UserAgentEvent.Called called:
                Calls.Add(new PhoneCall(_bench, this, called.Invite.Uri.User ?? "", isIncoming: true) { Leg = called.Leg, Invite = called.Invite, Offered = called.Offer?.ToArray() ?? [] });
                if (RingsByItself)
                {
                    Agent.Ring(_bench.Now, called.Leg, 180, null);
                }

                break;
            case UserAgentEvent.Answered answered:
                Of(answered.Leg)?.Answered(answered.Answer);
                break;
            case UserAgentEvent.Confirmed confirmed:
                Of(confirmed.Leg)?.Confirmed();
                break;
            case UserAgentEvent.Failed failed:
                Of(failed.Leg)?.Failed(failed.Status);
                break;
            case UserAgentEvent.Ended ended:
                Of(ended.Leg)?.Ended();
                break;
            case UserAgentEvent.ReofferAnswered answer:
                Of(answer.Leg)?.ReofferAnswered(answer.Answer);
                break;
        }
    }

    private PhoneCall? Of(SipLeg leg) => Calls.FirstOrDefault(c => c.Leg == leg);
}
