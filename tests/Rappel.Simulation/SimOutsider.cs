using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>Somebody whom agents call, and nobody calls back: answers, declines, lets it ring, talks for a while.</summary>
internal sealed class SimOutsider(World world, SimRandom random, SimPhone phone, UserAgentEvent.Called called)
{
    /// <summary>Numbers of theirs begin with it: no caller's and no customer's does.</summary>
    public const string Area = "514777";

    private bool _over;

    public static bool Is(string? number) => number?.StartsWith($"+1{Area}", StringComparison.Ordinal) == true;

    public void Begin()
    {
        phone.Do((agent, now) => agent.Ring(now, called.Leg, 180, null));
        world.After(SimPhone.RingsAtMost, () => Refuse(480));
        switch (random.Between(0, 6))
        {
            case 0:
                world.After(random.Seconds(0.5, 5), () => Refuse(486));
                break;
            case 1:
                break;
            default:
                world.After(random.Seconds(1, 15), Answer);
                break;
        }
    }

    public void Happened(UserAgentEvent happened) => _over |= happened is UserAgentEvent.Ended or UserAgentEvent.Failed;

    private void Answer()
    {
        if (_over || !SdpNegotiation.TryAnswer((called.Offer ?? default).Span, phone.NewMedia(), MediaDirection.SendReceive, out var answer, out _))
        {
            return;
        }

        phone.Do((agent, now) => agent.Answer(now, called.Leg, answer!.Body));
        _answered = true;
        world.After(random.Seconds(1, 300), () =>
        {
            if (!_over)
            {
                _over = true;
                phone.Do((agent, now) => agent.Hangup(now, called.Leg, null));
            }
        });
    }

    private bool _answered;

    private void Refuse(int status)
    {
        if (!_over && !_answered)
        {
            _over = true;
            phone.Do((agent, now) => agent.Reject(now, called.Leg, status, "", []));
        }
    }
}
