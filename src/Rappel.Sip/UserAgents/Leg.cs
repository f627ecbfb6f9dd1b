using Rappel.Sip.Authentication;
using Rappel.Sip.Dialogs;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

internal enum LegState
{
    /// <summary>Our INVITE waits for its final response.</summary>
    Calling,

    /// <summary>A peer's INVITE waits for ours.</summary>
    Offered,

    /// <summary>Our 2xx waits for its ACK.</summary>
    Answered,

    /// <summary>A dialog both sides know of.</summary>
    Confirmed,

    /// <summary>Our BYE waits for its response; the owner is done with the leg.</summary>
    Ending,

    Over,
}

/// <summary>One dialog, or the INVITE that may become one, with what is under way in it.</summary>
internal sealed class Leg(SipLeg id, string callId, string localTag)
{
    public SipLeg Id { get; } = id;

    public string CallId { get; } = callId;

    public string LocalTag { get; } = localTag;

    public LegState State { get; set; }

    /// <summary>The confirmed dialog, or our side of an early one; null while only our INVITE is out.</summary>
    public Dialog? Dialog { get; set; }

    /// <summary>Early dialogs of our INVITE, one a fork.</summary>
    public List<Dialog> Early { get; } = [];

    /// <summary>User part of our Contact.</summary>
    public string? ContactUser { get; init; }

    /// <summary>Answers challenges and remembers them; null where the call has no credentials.</summary>
    public DigestResponder? Digest { get; init; }

    public CallerInvite? Caller { get; set; }

    /// <summary>Null again once the call is confirmed.</summary>
    public CalleeInvite? Callee { get; set; }

    /// <summary>A re-INVITE of ours, until it is answered.</summary>
    public OwnReoffer? OwnReoffer { get; set; }

    /// <summary>A re-INVITE or UPDATE of the peer, until it is answered and acknowledged.</summary>
    public PeerReoffer? PeerReoffer { get; set; }

    /// <summary>A REFER of the peer, until it knows what came of it.</summary>
    public PeerReferral? Referral { get; set; }

    /// <summary>How many of them there were.</summary>
    public int Referrals { get; set; }

    /// <summary>An offer of ours that waits until nothing else is under way.</summary>
    public ReadOnlyMemory<byte>? QueuedOffer { get; set; }

    /// <summary>Runs while <see cref="QueuedOffer"/> waits after 491 (RFC 3261 §14.1).</summary>
    public Alarm? GlareAlarm { get; set; }

    /// <summary>How often the queued offer met 491.</summary>
    public int GlareCount { get; set; }

    /// <summary>Set by a hang-up that must wait for the ACK (§15), or for <see cref="Referral"/>: the Q.850 cause to give then.</summary>
    public (bool Wanted, int? Q850) Hangup { get; set; }

    /// <summary>The dialog with this peer; null where the tag is a stranger's.</summary>
    public Dialog? With(string remoteTag) =>
        Dialog is { } dialog && dialog.RemoteTag == remoteTag ? dialog : Early.FirstOrDefault(d => d.RemoteTag == remoteTag);
}
