using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>The phone of somebody who is rung back: answers, is busy, away, gone, or does the very thing that nobody expects.</summary>
internal sealed class SimCustomer(SimCarrier carrier, SimPhone phone, UserAgentEvent.Called called)
{
    private static readonly int[] Busy = [486, 486, 486, 600];
    private static readonly int[] Gone = [404, 410, 484, 604];
    private static readonly int[] Declined = [603, 607, 608];
    private static readonly int[] CarrierFails = [503, 503, 500, 502, 504, 488, 403];

    private bool _over;
    private bool _engaged;
    private bool _answered;
    private bool _isMachine;
    private (string Address, int Port) _listens;

    public string Number { get; } = called.Invite.Uri.User ?? "";

    private SimRandom Random => carrier.Random;

    /// <summary>The trunk is out of order: nobody's phone rings.</summary>
    public void NoRoute()
    {
        carrier.Count("trunk out of order");
        Reject(503);
    }

    public void Begin()
    {
        carrier.World.After(SimPhone.RingsAtMost, () =>
        {
            if (!_answered)
            {
                Reject(480);
            }
        });
        if (carrier.IsEngaged(Number))
        {
            // Whoever talks with us now is not rung: the exchange says so.
            carrier.Count("engaged");
            Reject(486);
        }
        else if (carrier.EverybodyAnswers || Random.Share() >= carrier.Profile.CustomerFaults)
        {
            Rung("answers");
            RingAndAnswer(Random.Seconds(1, 15), Random.Seconds(20, 400));
        }
        else
        {
            Misbehave();
        }
    }

    public void Happened(UserAgentEvent happened)
    {
        if (happened is UserAgentEvent.Ended or UserAgentEvent.Failed)
        {
            Over();
        }
    }

    private void Misbehave()
    {
        switch (Random.Between(0, 16))
        {
            case 0 or 1 or 2:
                Rung("busy");
                After(0, 3, () => Reject(Pick(Busy)));
                break;
            case 3 or 4:
                Rung("no answer");
                Progress(180);
                break;
            case 5:
                Rung("480 after ringing");
                Progress(180);
                After(5, 25, () => Reject(Random.Chance(0.5) ? 480 : 408));
                break;
            case 6:
                Rung("declines");
                Progress(180);
                After(0, 8, () => Reject(Pick(Declined)));
                break;
            case 7:
                carrier.Count("no such number");
                if (Random.Chance(0.4))
                {
                    Reject(Pick(Gone));
                }
                else
                {
                    carrier.Referee.Rung(carrier.Site.Clock.Now, Number);
                    RingAndAnswer(Random.Seconds(1, 29), Random.Seconds(20, 200));
                }

                break;
            case 8:
                carrier.Count("carrier fails");
                Reject(Pick(CarrierFails));
                break;
            case 9:
                // Somebody's phone has rung: another trunk must not ring it again.
                Rung("carrier fails after ringing");
                Progress(180);
                After(1, 10, () => Reject(503));
                break;
            case 10:
                Rung("183 for ever");
                Progress(183);
                break;
            case 11:
                carrier.Count("trying for ever");
                break;
            case 12:
                Rung("answers as we give up");
                var ringTime = SimConfiguration.TermsOf(carrier.Site.Configuration).RingTime;
                RingAndAnswer(ringTime + Random.Milliseconds(-120, 120), Random.Seconds(5, 100));
                break;
            case 13:
                Rung("never hears the CANCEL");
                carrier.LoseCancel(called.Invite);
                RingAndAnswer(Random.Seconds(20, 70), Random.Seconds(5, 100));
                break;
            case 14:
                Rung("answers and hangs up");
                RingAndAnswer(Random.Seconds(0, 10), Random.Milliseconds(0, 600));
                break;
            default:
                Rung("busy, with a cause");
                Reject(Random.Chance(0.5) ? 480 : 500, Random.Between(17, 20));
                break;
        }
    }

    private void RingAndAnswer(TimeSpan after, TimeSpan talk)
    {
        if (Random.Chance(0.9))
        {
            Progress(180);
        }

        carrier.World.After(after > TimeSpan.Zero ? after : TimeSpan.Zero, () =>
        {
            if (carrier.IsEngaged(Number))
            {
                Reject(486); // Has rung us up in the meantime.
                return;
            }

            var media = phone.NewMedia();
            if (!_over && SdpNegotiation.TryAnswer((called.Offer ?? default).Span, media, MediaDirection.SendReceive, out var answer, out _))
            {
                _listens = (phone.Address, media.Port);
                carrier.Site.Listeners[_listens] = Hear;
                if (!carrier.EverybodyAnswers && Random.Chance(carrier.Profile.Machines))
                {
                    _isMachine = true;
                    carrier.Count("a machine answers");
                    carrier.Site.Machines.Add(_listens);
                }

                carrier.Engage(Number);
                _engaged = true;
                _answered = true;
                carrier.Referee.CustomerAnswered(carrier.Site.Clock.Now, Number);
                phone.Do((agent, now) => agent.Answer(now, called.Leg, answer!.Body));
                carrier.World.After(talk, HangUp);
            }
        });
    }

    /// <summary>Customer first: who calls, and what to press. Some do not press it, some press another key, some have hung up before.</summary>
    private void Hear(string text, string language)
    {
        carrier.Referee.CustomerHeard(carrier.Site.Clock.Now, Number, language, text);
        if (_isMachine || _over)
        {
            return;
        }

        var what = carrier.EverybodyAnswers ? 0 : Random.Share();
        if (what < 0.80)
        {
            After(0.4, 6, () => Press('1'));
        }
        else if (what < 0.88)
        {
            After(0.4, 6, () => Press('5'));
        }
        else if (what < 0.94)
        {
            After(0, 6, HangUp);
        }
    }

    private void Press(char key)
    {
        if (_over)
        {
            return;
        }

        if (key == '1')
        {
            carrier.Referee.CustomerPressed(carrier.Site.Clock.Now, Number);
            if (!carrier.EverybodyAnswers && Random.Chance(0.05))
            {
                // Gone before any agent can answer.
                After(0, 8, HangUp);
            }
        }

        carrier.Site.Press(SimCarrier.RtpPort(called.Offer), key);
    }

    private void Rung(string what)
    {
        carrier.Count(what);
        carrier.Referee.Rung(carrier.Site.Clock.Now, Number);
    }

    private void Progress(int status) => phone.Do((agent, now) => agent.Ring(now, called.Leg, status, null));

    private void After(double from, double to, Action act) => carrier.World.After(Random.Seconds(from, to), act);

    private int Pick(int[] statuses) => statuses[Random.Between(0, statuses.Length)];

    /// <param name="cause">Of Q.850; null to give none.</param>
    private void Reject(int status, int? cause = null)
    {
        if (!_over)
        {
            carrier.Referee.CarrierRejects(Number, status, cause);
            phone.Do((agent, now) => agent.Reject(now, called.Leg, status, "", cause is null ? [] : [("Reason", $"Q.850;cause={cause}")]));
            Over();
        }
    }

    private void HangUp()
    {
        if (!_over)
        {
            phone.Do((agent, now) => agent.Hangup(now, called.Leg, null));
            Over();
        }
    }

    private void Over()
    {
        if (!_over)
        {
            _over = true;
            if (_engaged)
            {
                carrier.Site.Listeners.Remove(_listens);
                carrier.Site.Machines.Remove(_listens);
                carrier.Release(Number);
                if (carrier.IsRungLast(this))
                {
                    carrier.Referee.CustomerLeft(carrier.Site.Clock.Now, Number);
                }
            }
        }
    }
}
