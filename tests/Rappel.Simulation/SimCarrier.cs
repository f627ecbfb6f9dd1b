using System.Text;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Simulation.Checkers;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>The carrier: brings callers' calls and rings customers, who are busy, away, gone, or answer.</summary>
internal sealed class SimCarrier
{
    public const string Address = "127.0.0.1";
    public const int Port = 5070;

    private readonly World _world;
    private readonly SimRandom _random;
    private readonly Referee _referee;
    private readonly Site _site;
    private readonly SimPhone _phone;

    /// <summary>Numbers whose owner is on the phone with us.</summary>
    private readonly HashSet<string> _engaged = new(StringComparer.Ordinal);

    public SimCarrier(World world, SimNetwork network, SimRandom random, Site site, Referee referee)
    {
        _world = world;
        _random = random;
        _site = site;
        _referee = referee;
        _phone = new SimPhone(world, network, random.Fork(), Address, Port) { OnCalled = Ring };
    }

    /// <summary>On in the liveness phase: every customer answers.</summary>
    public bool EverybodyAnswers { get; set; }

    public SortedDictionary<string, int> Customers { get; } = new(StringComparer.Ordinal);

    /// <summary>A caller dials a channel.</summary>
    /// <param name="from">E.164, or null where withheld.</param>
    public void PlaceCall(SimCaller caller, string? from, string channel)
    {
        var media = _phone.NewMedia();
        var offer = SdpNegotiation.Offer(media, MediaDirection.SendReceive);
        var number = from;
        if (number is not null && !_engaged.Add(number))
        {
            return;
        }

        var call = new OutgoingCall(
            SipUri.Sip(channel, Site.Address, Site.Port), new Flow(SipTransport.Udp, Site.Address, Site.Port, 0),
            SipUri.Sip(number ?? "anonymous", Address), number is null ? "Anonymous" : null, offer, "application/sdp", [], null);
        _site.Listeners[(Address, media.Port)] = caller.Hear;
        caller.Leg = _phone.Call(call, happened => Happened(caller, happened, number, media.Port));
    }

    public void HangUp(SimCaller caller)
    {
        if (!caller.IsOver)
        {
            _phone.Do((agent, now) => agent.Hangup(now, caller.Leg, null));
            Over(caller, caller.Number, null);
        }
    }

    private void Happened(SimCaller caller, UserAgentEvent happened, string? number, int port)
    {
        switch (happened)
        {
            case UserAgentEvent.Answered answered:
                caller.EnginePort = RtpPort(answered.Answer);
                caller.Answered();
                break;
            case UserAgentEvent.Failed or UserAgentEvent.Ended:
                Over(caller, number, port);
                break;
        }
    }

    private void Over(SimCaller caller, string? number, int? port)
    {
        caller.IsOver = true;
        if (number is not null)
        {
            _engaged.Remove(number);
        }

        if (port is { } listening)
        {
            _site.Listeners.Remove((Address, listening));
        }
    }

    private Action<UserAgentEvent> Ring(UserAgentEvent.Called called)
    {
        var number = called.Invite.Uri.User ?? "";
        var customer = new Customer(this, called, number);
        _referee.Rung(_world.Now, number);
        customer.Begin();
        return customer.Hear;
    }

    private static int RtpPort(ReadOnlyMemory<byte>? sdp)
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

    /// <summary>The phone of somebody who is rung back.</summary>
    private sealed class Customer(SimCarrier carrier, UserAgentEvent.Called called, string number)
    {
        private bool _over;

        public void Begin()
        {
            var random = carrier._random;
            var what = random.Share();
            if (carrier._engaged.Contains(number))
            {
                Reject(486, "engaged");
            }
            else if (carrier.EverybodyAnswers || what < 0.58)
            {
                Count("answers");
                RingAndAnswer();
            }
            else if (what < 0.73)
            {
                Reject(486, "busy");
            }
            else if (what < 0.87)
            {
                // Rings until the other side has had enough.
                Count("no answer");
                carrier._phone.Do((agent, now) => agent.Ring(now, called.Leg, 180, null));
            }
            else if (what < 0.90)
            {
                Count("480 after ringing");
                carrier._phone.Do((agent, now) => agent.Ring(now, called.Leg, 180, null));
                carrier._world.After(random.Seconds(5, 25), () => Reject(480, null));
            }
            else if (what < 0.92)
            {
                Reject(603, "declines");
            }
            else if (what < 0.94)
            {
                Reject(404, "no such number");
            }
            else if (what < 0.98)
            {
                Reject(503, "carrier fails");
            }
            else
            {
                // 100 and then nothing at all.
                Count("183 for ever");
                carrier._phone.Do((agent, now) => agent.Ring(now, called.Leg, 183, null));
            }
        }

        public void Hear(UserAgentEvent happened)
        {
            if (happened is UserAgentEvent.Ended or UserAgentEvent.Failed)
            {
                Over();
            }
        }

        private void RingAndAnswer()
        {
            var random = carrier._random;
            carrier._engaged.Add(number);
            carrier._phone.Do((agent, now) => agent.Ring(now, called.Leg, 180, null));
            carrier._world.After(random.Seconds(1, 29), () =>
            {
                if (_over)
                {
                    return;
                }

                if (SdpNegotiation.TryAnswer((called.Offer ?? default).Span, carrier._phone.NewMedia(), MediaDirection.SendReceive, out var answer, out _))
                {
                    carrier._phone.Do((agent, now) => agent.Answer(now, called.Leg, answer!.Body));
                    carrier._world.After(random.Seconds(20, 400), HangUp);
                }
            });
        }

        private void Reject(int status, string? count)
        {
            if (count is not null)
            {
                Count(count);
            }

            if (!_over)
            {
                carrier._phone.Do((agent, now) => agent.Reject(now, called.Leg, status, "", []));
                Over();
            }
        }

        private void HangUp()
        {
            if (!_over)
            {
                carrier._phone.Do((agent, now) => agent.Hangup(now, called.Leg, null));
                Over();
            }
        }

        private void Over()
        {
            if (!_over)
            {
                _over = true;
                carrier._engaged.Remove(number);
            }
        }

        private void Count(string what) => carrier.Customers[what] = carrier.Customers.GetValueOrDefault(what) + 1;
    }
}
