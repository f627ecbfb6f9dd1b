using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>One SIP endpoint on the simulated network. What happens to its legs goes to whoever attached to them.</summary>
internal sealed class SimPhone : IUserAgentPolicy
{
    /// <summary>A phone gives up ringing by itself: whoever called may be gone without a word.</summary>
    public static readonly TimeSpan RingsAtMost = TimeSpan.FromMinutes(3);

    /// <summary>Of everybody's certificate: nothing is encrypted here.</summary>
    public static readonly string Fingerprint = "sha-256 " + string.Join(':', Enumerable.Repeat("5A", 32));

    private readonly World _world;
    private readonly ISimWire _network;
    private readonly SimRandom _random;
    private UserAgent _agent;
    private readonly Dictionary<SipLeg, Action<UserAgentEvent>> _legs = [];
    private Instant? _wake;
    private long _alarm;
    private int _rtpPort = 20_000;

    public SimPhone(World world, ISimWire network, SimRandom random, string address, int port)
    {
        _world = world;
        _network = network;
        Address = address;
        Port = port;
        _random = random;
        _agent = NewAgent();
        network.Attach(address, port, Receive);
    }

    public string Address { get; }

    public int Port { get; }

    /// <summary>For a page in a browser; null for a phone whose audio goes in the clear.</summary>
    public SecuredLocal? Secured { get; init; }

    /// <summary>Its first call's audio comes in there, and that of each after it two further.</summary>
    public int FirstRtpPort
    {
        init => _rtpPort = value;
    }

    /// <summary>Decides what to do with a call that comes in: gives what hears of it from then on.</summary>
    public Func<UserAgentEvent.Called, Action<UserAgentEvent>>? OnCalled { get; set; }

    /// <summary>Sees raw messages first; true keeps them from the user agent.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? Before { get; set; }

    public bool IsClosed => false;

    public bool IsTrusted(Flow source) => true;

    public string? PasswordOf(string user) => null;

    /// <summary>Power failure: of its calls the phone knows nothing any more, and says nothing.</summary>
    public void Reset()
    {
        _agent = NewAgent();
        _legs.Clear();
        _wake = null;
        _alarm++;
    }

    public SdpLocal NewMedia()
    {
        _rtpPort = _rtpPort >= 60_000 ? 20_000 : _rtpPort + 2;
        return new SdpLocal(Address, _rtpPort, [G711.Pcmu], 1, 1) { Secured = Secured };
    }

    public SipLeg Call(OutgoingCall call, Action<UserAgentEvent> hear)
    {
        var leg = _agent.Call(_world.Now, call);
        _legs[leg] = hear;
        Drain();
        return leg;
    }

    public void Do(Action<UserAgent, Instant> act)
    {
        act(_agent, _world.Now);
        Drain();
    }

    public void Send(Flow to, ReadOnlyMemory<byte> message) => _network.Send(Address, Port, to, message);

    private UserAgent NewAgent() => new(new UserAgentSettings(Address, Port, "simulated", "SimPhone"), this, _random.Next);

    private void Receive(Flow source, ReadOnlyMemory<byte> message)
    {
        if (Before?.Invoke(message) != true)
        {
            _agent.Receive(_world.Now, source, message);
            Drain();
        }
    }

    private void Drain()
    {
        while (_agent.TryTakeEvent(out var happened))
        {
            Dispatch(happened);
        }

        while (_agent.TryTakeOutgoing(out var outgoing))
        {
            _network.Send(Address, Port, outgoing.Flow, outgoing.Bytes);
        }

        if (_agent.NextDeadline is { } next && (_wake is null || next < _wake))
        {
            var alarm = ++_alarm;
            _wake = next;
            _world.At(next, () => Wake(alarm));
        }
    }

    private void Wake(long alarm)
    {
        // One that an earlier alarm replaced rings in vain.
        if (alarm == _alarm)
        {
            _wake = null;
            _agent.Advance(_world.Now);
            Drain();
        }
    }

    private void Dispatch(UserAgentEvent happened)
    {
        switch (happened)
        {
            case UserAgentEvent.Called called when OnCalled is not null:
                // Attached before its first event: the decision may itself end the call.
                _legs[called.Leg] = OnCalled(called);
                break;
            case UserAgentEvent.Answered answered:
                Tell(answered.Leg, happened);
                break;
            case UserAgentEvent.Progressed progressed:
                Tell(progressed.Leg, happened);
                break;
            case UserAgentEvent.Confirmed confirmed:
                Tell(confirmed.Leg, happened);
                break;
            case UserAgentEvent.Failed failed:
                Tell(failed.Leg, happened);
                _legs.Remove(failed.Leg);
                break;
            case UserAgentEvent.Ended ended:
                Tell(ended.Leg, happened);
                _legs.Remove(ended.Leg);
                break;
        }
    }

    private void Tell(SipLeg leg, UserAgentEvent happened)
    {
        if (_legs.TryGetValue(leg, out var hear))
        {
            hear(happened);
        }
    }
}
