using System.Text;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Simulation.Checkers;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>The carriers: bring callers' calls and ring customers, by two trunks, either of which may be out of order for a while.</summary>
internal sealed class SimCarrier
{
    public const string Address = "127.0.0.1";
    public const string SpareAddress = "127.0.0.2";
    public const int Port = 5070;

    private readonly HashSet<string> _engaged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimCustomer> _rungLast = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deafToCancel = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unheard = new(StringComparer.Ordinal);
    private readonly SimPhone _main;
    private readonly SimRandom _outside;
    private Instant _mainFailsUntil;
    private bool _silentFailure;

    public SimCarrier(World world, SimNetwork network, SimRandom random, SimRandom outside, Profile profile, Site site, Referee referee)
    {
        _outside = outside;
        World = world;
        Random = random;
        Profile = profile;
        Site = site;
        Referee = referee;
        _main = new SimPhone(world, network, random.Fork(), Address, Port) { Before = Swallow };
        _main.OnCalled = called => Ring(_main, called);
        var spare = new SimPhone(world, network, random.Fork(), SpareAddress, Port) { Before = Swallow };
        spare.OnCalled = called => Ring(spare, called);
    }

    public World World { get; }

    public SimRandom Random { get; }

    public Profile Profile { get; }

    public Site Site { get; }

    public Referee Referee { get; }

    /// <summary>On in the liveness phase: every customer answers, no trunk fails.</summary>
    public bool EverybodyAnswers { get; set; }

    public SortedDictionary<string, int> Customers { get; } = new(StringComparer.Ordinal);

    /// <summary>The first trunk answers 503 to everything, or nothing at all, for a while.</summary>
    public void Fail(TimeSpan time)
    {
        _mainFailsUntil = World.Now + time;
        _silentFailure = Random.Chance(0.5);
    }

    /// <summary>A caller dials a channel.</summary>
    /// <param name="number">E.164, or null where withheld.</param>
    public void PlaceCall(SimCaller caller, string? number, string channel)
    {
        if (number is not null && !_engaged.Add(number))
        {
            caller.IsOver = true;
            return;
        }

        var media = _main.NewMedia();
        var offer = SdpNegotiation.Offer(media, MediaDirection.SendReceive);
        var call = new OutgoingCall(
            SipUri.Sip(channel, Site.Address, Site.Port), new Flow(SipTransport.Udp, Site.Address, Site.Port, 0),
            SipUri.Sip(number ?? "anonymous", Address), number is null ? "Anonymous" : null, offer, "application/sdp", [], null);
        caller.Port = media.Port;
        Site.Listeners[(Address, media.Port)] = caller.Hear;
        caller.Leg = _main.Call(call, happened => Happened(caller, happened));
    }

    public void HangUp(SimCaller caller)
    {
        if (!caller.IsOver)
        {
            _main.Do((agent, now) => agent.Hangup(now, caller.Leg, null));
            Over(caller);
        }
    }

    public bool IsEngaged(string number) => _engaged.Contains(number);

    /// <summary>False where the number was rung again since: what becomes of this ringing says nothing of the attempt under way.</summary>
    public bool IsRungLast(SimCustomer customer) => _rungLast.GetValueOrDefault(customer.Number) == customer;

    public void Engage(string number) => _engaged.Add(number);

    public void Release(string number) => _engaged.Remove(number);

    /// <summary>From now on the CANCEL of this call is lost, however often it comes.</summary>
    public void LoseCancel(SipRequest invite) => _deafToCancel.Add(invite["Call-ID"] ?? "");

    public void Count(string what) => Customers[what] = Customers.GetValueOrDefault(what) + 1;

    private bool MainFails => !EverybodyAnswers && World.Now < _mainFailsUntil;

    /// <summary>What never reaches the carrier's exchange: calls into a dead trunk, and lost CANCELs.</summary>
    private bool Swallow(ReadOnlyMemory<byte> message)
    {
        if (message.Span.StartsWith("CANCEL "u8))
        {
            return (_deafToCancel.Count > 0 || _unheard.Count > 0)
                && SipParser.TryParse(message, out var cancel, out _) && cancel["Call-ID"] is { } id && (_deafToCancel.Contains(id) || _unheard.Contains(id));
        }

        if (!message.Span.StartsWith("INVITE "u8) || EverybodyAnswers || Profile.CustomerFaults == 0)
        {
            return false;
        }

        if (!SipParser.TryParse(message, out var parsed, out _) || parsed is not SipRequest invite || invite["Call-ID"] is not { } call || invite.To()?.Tag is not null)
        {
            return false;
        }

        // A call is unheard from its first INVITE on, or not at all.
        if (!_unheard.Contains(call) && !_heard.Contains(call))
        {
            var silent = (MainFails && _silentFailure && invite.Uri.Host == Address) || Random.Chance(0.01);
            (silent ? _unheard : _heard).Add(call);
            if (silent)
            {
                Count("silence");
                if (!SimOutsider.Is(invite.Uri.User))
                {
                    Referee.Invited(Site.Clock.Now, invite.Uri.User ?? "");
                }
            }
        }

        return _unheard.Contains(call);
    }

    private void Happened(SimCaller caller, UserAgentEvent happened)
    {
        switch (happened)
        {
            case UserAgentEvent.Answered answered:
                caller.EnginePort = RtpPort(answered.Answer);
                caller.Answered();
                break;
            case UserAgentEvent.Failed or UserAgentEvent.Ended:
                Over(caller);
                break;
        }
    }

    private void Over(SimCaller caller)
    {
        if (caller.IsOver)
        {
            return;
        }

        caller.IsOver = true;
        Site.Listeners.Remove((Address, caller.Port));
        if (caller.Number is { } number)
        {
            _engaged.Remove(number);
            Referee.CallerLeft(Site.Clock.Now, number);
        }
    }

    private Action<UserAgentEvent> Ring(SimPhone phone, UserAgentEvent.Called called)
    {
        if (SimOutsider.Is(called.Invite.Uri.User))
        {
            var outsider = new SimOutsider(World, _outside, phone, called);
            outsider.Begin();
            return outsider.Happened;
        }

        var customer = new SimCustomer(this, phone, called);
        _rungLast[customer.Number] = customer;
        Referee.Invited(Site.Clock.Now, customer.Number);
        if (phone == _main && MainFails)
        {
            customer.NoRoute();
        }
        else
        {
            customer.Begin();
        }

        return customer.Happened;
    }

    public static int RtpPort(ReadOnlyMemory<byte>? sdp)
    {
        foreach (var line in Encoding.ASCII.GetString((sdp ?? default).Span).Split("\r\n"))
        {
            if (line.StartsWith("m=audio ", StringComparison.Ordinal))
            {
                return int.Parse(line.Split(' ')[1]);
            }
        }

        return 0;
    }
}
