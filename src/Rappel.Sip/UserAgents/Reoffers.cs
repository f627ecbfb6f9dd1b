using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>Which offer of ours goes when: one at a time in a dialog, and after those of the peer (RFC 3261 §14).</summary>
internal sealed class Reoffers(UserAgentCore core)
{
    /// <summary>Sends an offer now, or as soon as nothing else is under way. One that waits is replaced, and told as refused.</summary>
    public void Want(Instant now, Leg leg, ReadOnlyMemory<byte> offer)
    {
        if (leg.State is not (LegState.Answered or LegState.Confirmed) || leg.Hangup.Wanted)
        {
            core.Tell(new UserAgentEvent.ReofferAnswered(leg.Id, null));
            return;
        }

        if (leg.QueuedOffer is not null)
        {
            core.Tell(new UserAgentEvent.ReofferAnswered(leg.Id, null));
        }

        leg.QueuedOffer = offer;
        Continue(now, leg);
    }

    /// <summary>Sends the offer that waits, where it need not wait any more.</summary>
    public void Continue(Instant now, Leg leg)
    {
        if (leg is { State: LegState.Confirmed, OwnReoffer: null, PeerReoffer: null, QueuedOffer: { } offer } && leg.GlareAlarm is not { IsSet: true })
        {
            leg.QueuedOffer = null;
            leg.OwnReoffer = new OwnReoffer(core, leg, offer);
            leg.OwnReoffer.Start(now);
        }
    }

    /// <summary>Our offer met one of the peer's: it goes again after a while that cannot be the same on both sides (§14.1).</summary>
    public void Glared(Instant now, Leg leg, ReadOnlyMemory<byte> offer)
    {
        leg.OwnReoffer = null;
        if (leg.QueuedOffer is not null || ++leg.GlareCount > core.Limits.GlareRetries)
        {
            // A newer offer waits already, or the peer will not have it.
            leg.GlareCount = 0;
            core.Tell(new UserAgentEvent.ReofferAnswered(leg.Id, null));
            Continue(now, leg);
            return;
        }

        leg.QueuedOffer = offer;
        leg.GlareAlarm ??= new Alarm(at => Continue(at, leg));
        var wait = leg.Caller is null
            ? core.Tokens.UpTo(TimeSpan.FromSeconds(2))
            : TimeSpan.FromMilliseconds(2100) + core.Tokens.UpTo(TimeSpan.FromMilliseconds(1900));
        core.Clock.Set(leg.GlareAlarm, now + wait);
    }

    /// <summary>Our offer was answered or refused.</summary>
    public void Done(Instant now, Leg leg, ReadOnlyMemory<byte>? answer)
    {
        leg.OwnReoffer = null;
        leg.GlareCount = 0;
        core.Tell(new UserAgentEvent.ReofferAnswered(leg.Id, answer));
        Continue(now, leg);
    }

    /// <summary>The leg ends: nothing more is told of its offers.</summary>
    public void Forget(Instant now, Leg leg)
    {
        leg.OwnReoffer?.Abandon(now);
        leg.QueuedOffer = null;
        leg.OwnReoffer = null;
        if (leg.GlareAlarm is { } alarm)
        {
            core.Clock.Set(alarm, null);
        }
    }
}
