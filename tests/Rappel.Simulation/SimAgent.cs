using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Simulation.Checkers;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>An agent and a SIP phone: registers, answers, rejects, lets it ring, hangs up early, takes breaks and comes back.</summary>
internal sealed partial class SimAgent
{
    /// <summary>As some phones do: every five minutes, for ten, whatever they are granted.</summary>
    private static readonly TimeSpan RegistersSeldom = TimeSpan.FromMinutes(5);

    /// <summary>Within the two minutes that are granted.</summary>
    private static readonly TimeSpan RegistersInTime = TimeSpan.FromSeconds(100);

    private static readonly Flow Server = new(SipTransport.Udp, Site.Address, Site.Port, 0);

    private readonly World _world;
    private readonly SimRandom _random;
    private readonly Site _site;
    private readonly Referee _referee;
    private readonly SimPhone _phone;
    private readonly string _key;
    private readonly DigestResponder _digest;
    private readonly string _callId;
    private uint _sequence;
    private readonly List<Call> _calls = [];
    private readonly List<Call> _talks = [];
    private readonly SimNetwork _network;
    private readonly Profile _profile;
    private bool _gone;

    public SimAgent(World world, SimNetwork network, SimRandom random, Profile profile, Site site, Referee referee, string key, string address)
    {
        _world = world;
        _network = network;
        _profile = profile;
        _random = random;
        _site = site;
        _referee = referee;
        _key = key;
        _phone = new SimPhone(world, network, random.Fork(), address, 5060) { OnCalled = Called, Before = Intercept };
        _digest = new DigestResponder(new DigestCredentials(key, SimConfiguration.AgentPassword), random.Fork().Next);
        _callId = $"reg-{key}@{address}";
    }

    public string Key => _key;

    public SimPhone Phone => _phone;

    /// <summary>Those of the phone, where anybody presses them.</summary>
    public SimKeys? Keys { get; set; }

    /// <summary>The phone registers again before its time is over, as it should.</summary>
    public bool KeepsTime { get; init; }

    /// <summary>On in the liveness phase: every offer is answered.</summary>
    public bool IsReliable { get; set; }

    public void Begin()
    {
        Register();
        _world.After(_random.Seconds(5, 60), Look);
    }

    /// <summary>The phone is gone without a word and comes back later, empty, as after a power failure.</summary>
    public void Vanish(TimeSpan time)
    {
        if (_gone)
        {
            return;
        }

        _gone = true;
        Forget(_phone);
        _phone.Reset();
        _network.Cut(_phone.Address);
        _world.After(time, () =>
        {
            _gone = false;
            _network.Mend(_phone.Address);
        });
    }

    /// <summary>Registers again and again, whatever the answer: a restarted server finds the phone again.</summary>
    private void Register()
    {
        SendRegister(authorized: true);
        _world.After((KeepsTime ? RegistersInTime : RegistersSeldom) + _random.Milliseconds(0, 2000), Register);
    }

    private void SendRegister(bool authorized)
    {
        var me = $"<sip:{_key}@{Site.Address}>";
        var request = new SipRequest("REGISTER", SipUri.Sip(null, Site.Address),
        [
            new("Via", $"SIP/2.0/UDP {_phone.Address}:{_phone.Port};branch=z9hG4bK{_random.Next():x};rport"),
            new("Max-Forwards", "70"),
            new("From", $"{me};tag={_key}"),
            new("To", me),
            new("Call-ID", _callId),
            new("CSeq", $"{++_sequence} REGISTER"),
            new("Contact", $"<sip:{_key}@{_phone.Address}:{_phone.Port}>"),
            new("Expires", $"{2 * (int)RegistersSeldom.TotalSeconds}"),
        ], default);
        if (authorized)
        {
            request.Headers.AddRange(_digest.Authorize(request));
        }

        _pending = request;
        _phone.Send(Server, SipWriter.Write(request));
    }

    private SipRequest? _pending;

    private bool Intercept(ReadOnlyMemory<byte> bytes)
    {
        if (!SipParser.TryParse(bytes, out var message, out _))
        {
            return false;
        }

        Keys?.Sees(message);
        if (message is not SipResponse response || response.CSeq()?.Method != "REGISTER")
        {
            return false;
        }

        if (response.Status == 401 && _pending is not null && response.CSeq()?.Number == _sequence && _digest.TryLearn(response, _pending))
        {
            SendRegister(authorized: true);
        }

        return true;
    }

    /// <summary>Looks at the screen now and then: back from a break, or off to one.</summary>
    private void Look()
    {
        var status = _gone ? null : StatusOnScreen();
        if (status is AgentStatus.LoggedOut or AgentStatus.OnBreak or AgentStatus.WorkingOffline)
        {
            Ask(AgentStatus.Available);
        }
        else if (status is not null && !IsReliable && _random.Chance(0.02))
        {
            Ask(_random.Chance(0.5) ? AgentStatus.OnBreak : _random.Chance(0.5) ? AgentStatus.LoggedOut : AgentStatus.WorkingOffline);
        }

        _world.After(_random.Seconds(10, IsReliable ? 30 : 120), Look);
    }

    public void PressKey()
    {
        if (!_gone)
        {
            Keys?.Press(_talks.LastOrDefault()?.Id);
        }
    }

    private AgentStatus? StatusOnScreen()
    {
        if (_site.Screen.Look() is { } view)
        {
            foreach (var agent in view.Agents)
            {
                if (agent.Agent == _key)
                {
                    return agent.Status;
                }
            }
        }

        return null;
    }

    private void Ask(AgentStatus status) => _site.Command(new EngineCommand.SetAgentStatus(_key, status, "simulation"));

    private Action<UserAgentEvent> Called(UserAgentEvent.Called called) => Take(_phone, _random, Vanish, called);

    /// <summary>A call rings at a phone of this agent's.</summary>
    /// <param name="vanish">Takes that phone away without a word, for so long.</param>
    public Action<UserAgentEvent> Take(SimPhone phone, SimRandom random, Action<TimeSpan> vanish, UserAgentEvent.Called called)
    {
        var call = new Call(this, phone, random, vanish, called);
        call.Begin();
        return call.Hear;
    }

    /// <summary>This phone knows nothing of its calls any more.</summary>
    public void Forget(SimPhone phone)
    {
        foreach (var call in _calls.Where(c => c.Phone == phone).ToArray())
        {
            call.Over();
        }
    }
}
