using Rappel.Core.Acd;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>One call that rings at an agent's phone, on the desk or in a browser.</summary>
internal sealed partial class SimAgent
{
    /// <param name="vanish">The phone is gone without a word, for so long.</param>
    private sealed class Call(SimAgent agent, SimPhone phone, SimRandom random, Action<TimeSpan> vanish, UserAgentEvent.Called called)
    {
        public SimPhone Phone => phone;

        /// <summary>Whose call this is, as the display shows it.</summary>
        private string Number => called.Invite.From()?.Uri.User ?? "";

        public string Id => called.Invite.CallId() ?? "";

        /// <summary>The agent asked for it, to listen to somebody else's call.</summary>
        private bool IsWatch => Number.StartsWith("watch-", StringComparison.Ordinal);

        private bool _over;
        private bool _early;
        private bool _answered;

        /// <summary>Calls of a process that died are not counted with those of the next.</summary>
        private int _life;

        public void Begin()
        {
            agent._calls.Add(this);
            agent._referee.PhoneRung(agent._key, SimCarrier.RtpPort(called.Offer), IsWatch);
            agent._referee.AgentRung(agent._site.Clock.Now, agent._key, Number, called.Invite.From()?.DisplayName ?? "");
            phone.Do((ua, now) => ua.Ring(now, called.Leg, 180, null));
            agent._world.After(SimPhone.RingsAtMost, () =>
            {
                if (!_answered)
                {
                    Reject(480);
                }
            });
            if (phone.Secured is not null && called.Invite["Call-Info"] is not null)
            {
                // A page answers by itself where it is asked to.
                After(0.3, 2, Answer);
                return;
            }

            if (agent.IsReliable || random.Share() >= agent._profile.AgentFaults)
            {
                After(0.5, 8, Answer);
                return;
            }

            switch (random.Between(0, 10))
            {
                case 0 or 1:
                    break; // Lets it ring.
                case 2:
                    After(0.5, 10, () => Reject(486));
                    break;
                case 3:
                    After(0.5, 10, () => Reject(603));
                    break;
                case 4:
                    After(0.1, 5, () => Reject(random.Chance(0.5) ? 480 : 500));
                    break;
                case 5:
                    // Away from the desk, and says so while it rings; or answers in that very moment.
                    After(0.5, 5, () => agent.Ask(random.Chance(0.5) ? AgentStatus.LoggedOut : AgentStatus.OnBreak));
                    if (random.Chance(0.5))
                    {
                        After(0.5, 5, Answer);
                    }

                    break;
                case 6:
                    After(0, 5, () => vanish(random.Seconds(5, 600)));
                    break;
                case 7:
                    // In the whisper, while the customer is dialled, or in the first words.
                    _early = true;
                    After(0.5, 8, Answer);
                    break;
                case 8:
                    // As the offer is being withdrawn.
                    After(14.9, 20.2, Answer);
                    break;
                default:
                    After(0.5, 8, Answer);
                    After(1, 60, () => vanish(random.Seconds(5, 600)));
                    break;
            }
        }

        private void After(double from, double to, Action act) => agent._world.After(random.Seconds(from, to), act);

        public void Hear(UserAgentEvent happened)
        {
            if (happened is UserAgentEvent.Ended or UserAgentEvent.Failed)
            {
                Over();
            }
            else if (happened is UserAgentEvent.Confirmed && !_over && _life == agent._site.Crashes)
            {
                // With its ACK the server says that it has this call; those of a process that died are nobody's.
                agent._talks.RemoveAll(call => call._life != _life);
                agent._talks.Add(this);
                agent._referee.AgentAnswered(agent._site.Clock.Now, agent._key, agent._talks.Count);
                agent._referee.AgentTalks(agent._site.Clock.Now, agent._key, Number, begins: true);
            }
        }

        private void Answer()
        {
            var media = phone.NewMedia();
            if (_over || !SdpNegotiation.TryAnswer((called.Offer ?? default).Span, media, MediaDirection.SendReceive, out var answer, out _))
            {
                return;
            }

            phone.Do((ua, now) => ua.Answer(now, called.Leg, answer!.Body));
            if (phone.Secured is not null)
            {
                // A BYE may be lost with the connection; that the path is gone the browser finds out by itself.
                agent._site.Ends[(media.Address, media.Port)] = () => After(0.2, 0.4, Over);
            }

            _answered = true;
            _life = agent._site.Crashes;
            var (from, to) = _early ? (0, 6) : agent._profile.TalkSeconds;
            After(from, to, HangUp);
        }

        private void Reject(int status)
        {
            if (!_over)
            {
                phone.Do((ua, now) => ua.Reject(now, called.Leg, status, "", []));
                Over();
            }
        }

        private void HangUp()
        {
            if (!_over)
            {
                phone.Do((ua, now) => ua.Hangup(now, called.Leg, null));
                agent.Keys?.HungUp(Id);
                Over();
            }
        }

        public void Over()
        {
            if (!_over)
            {
                _over = true;
                agent._calls.Remove(this);
                if (agent._talks.Remove(this) && _life == agent._site.Crashes)
                {
                    agent._referee.AgentTalks(agent._site.Clock.Now, agent._key, Number, begins: false);
                }
            }
        }
    }
}
