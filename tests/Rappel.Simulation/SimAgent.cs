using Rappel.Core.Acd;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Simulation.Checkers;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>An agent and a SIP phone: registers, answers, rejects, lets it ring, hangs up early, takes breaks and comes back.</summary>
internal sealed class SimAgent
{
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
    private readonly List<Call> _talks = [];

    public SimAgent(World world, SimNetwork network, SimRandom random, Site site, Referee referee, string key, string address)
    {
        _world = world;
        _random = random;
        _site = site;
        _referee = referee;
        _key = key;
        _phone = new SimPhone(world, network, random.Fork(), address, 5060) { OnCalled = Called, Before = Intercept };
        _digest = new DigestResponder(new DigestCredentials(key, SimConfiguration.AgentPassword), random.Fork().Next);
        _callId = $"reg-{key}@{address}";
    }

    /// <summary>On in the liveness phase: every offer is answered.</summary>
    public bool IsReliable { get; set; }

    public void Begin()
    {
        Register();
        _world.After(_random.Seconds(5, 60), Look);
    }

    /// <summary>Registers every minute, whatever the answer: a restarted server finds the phone again.</summary>
    private void Register()
    {
        SendRegister(authorized: true);
        _world.After(TimeSpan.FromSeconds(60) + _random.Milliseconds(0, 2000), Register);
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
            new("Expires", "120"),
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
        if (!SipParser.TryParse(bytes, out var message, out _) || message is not SipResponse response || response.CSeq()?.Method != "REGISTER")
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
        var status = _site.View?.Agents.FirstOrDefault(a => a.Agent == _key)?.Status;
        if (status is AgentStatus.LoggedOut or AgentStatus.OnBreak or AgentStatus.WorkingOffline)
        {
            _site.SetStatus(_key, AgentStatus.Available);
        }
        else if (status is not null && !IsReliable && _random.Chance(0.02))
        {
            _site.SetStatus(_key, _random.Chance(0.5) ? AgentStatus.OnBreak : _random.Chance(0.5) ? AgentStatus.LoggedOut : AgentStatus.WorkingOffline);
        }

        _world.After(_random.Seconds(10, IsReliable ? 30 : 120), Look);
    }

    private Action<UserAgentEvent> Called(UserAgentEvent.Called called)
    {
        var call = new Call(this, called);
        call.Begin();
        return call.Hear;
    }

    private sealed class Call(SimAgent agent, UserAgentEvent.Called called)
    {
        private bool _over;

        /// <summary>Calls of a process that died are not counted with those of the next.</summary>
        private int _life;

        public void Begin()
        {
            var what = agent.IsReliable ? 0 : agent._random.Share();
            var phone = agent._phone;
            if (what < 0.82)
            {
                phone.Do((ua, now) => ua.Ring(now, called.Leg, 180, null));
                agent._world.After(agent._random.Seconds(0.5, 8), Answer);
            }
            else if (what < 0.90)
            {
                phone.Do((ua, now) => ua.Ring(now, called.Leg, 180, null));
            }
            else
            {
                phone.Do((ua, now) => ua.Ring(now, called.Leg, 180, null));
                agent._world.After(agent._random.Seconds(0.5, 10), () => Reject(what < 0.95 ? 486 : 603));
            }
        }

        public void Hear(UserAgentEvent happened)
        {
            if (happened is UserAgentEvent.Ended or UserAgentEvent.Failed)
            {
                Over();
            }
        }

        private void Answer()
        {
            if (_over || !SdpNegotiation.TryAnswer((called.Offer ?? default).Span, agent._phone.NewMedia(), MediaDirection.SendReceive, out var answer, out _))
            {
                return;
            }

            agent._phone.Do((ua, now) => ua.Answer(now, called.Leg, answer!.Body));
            _life = agent._site.Crashes;
            agent._talks.RemoveAll(call => call._life != _life);
            agent._talks.Add(this);
            agent._referee.AgentAnswered(agent._world.Now, agent._key, agent._talks.Count);
            var early = !agent.IsReliable && agent._random.Chance(0.04);
            agent._world.After(early ? agent._random.Seconds(0, 5) : agent._random.Seconds(40, 500), HangUp);
        }

        private void Reject(int status)
        {
            if (!_over)
            {
                agent._phone.Do((ua, now) => ua.Reject(now, called.Leg, status, "", []));
                Over();
            }
        }

        private void HangUp()
        {
            if (!_over)
            {
                agent._phone.Do((ua, now) => ua.Hangup(now, called.Leg, null));
                Over();
            }
        }

        private void Over()
        {
            if (!_over)
            {
                _over = true;
                agent._talks.Remove(this);
            }
        }
    }
}
