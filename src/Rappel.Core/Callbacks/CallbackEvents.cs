namespace Rappel.Core.Callbacks;

/// <summary>The stable words of what happens to a request, as the journal and reports know them.</summary>
public static class CallbackEvents
{
    public const string Requested = "requested";
    public const string Offered = "offered";

    /// <summary>The agent did not take it; the attempt is open for the next one.</summary>
    public const string OfferReturned = "offer-returned";

    public const string OfferAccepted = "offer-accepted";
    public const string Rung = "rung";

    /// <summary>The attempt's outcome says how; the request goes on.</summary>
    public const string AttemptFailed = "attempt-failed";

    /// <summary>The delay is over: back in its place.</summary>
    public const string Due = "due";

    /// <summary>An offer was withdrawn because the calling hours ended.</summary>
    public const string HoursEnded = "hours-ended";

    /// <summary>A restart found an offer or a dialling under way.</summary>
    public const string Recovered = "recovered";

    /// <summary>Asked for while the customer was being rung: takes effect if this attempt fails.</summary>
    public const string CancelAsked = "cancel-asked";

    /// <summary>As <see cref="CancelAsked"/>, the caller having reached an agent by other means.</summary>
    public const string ServeAsked = "serve-asked";

    /// <summary>As <see cref="CancelAsked"/>, by the agent whose attempt it is.</summary>
    public const string DismissAsked = "dismiss-asked";

    public const string Connected = "connected";

    /// <summary>Agent and customer have hung up; the agent may still decide what came of it.</summary>
    public const string TalkEnded = "talk-ended";

    /// <summary>What the agent says came of it; it holds once the wrap-up is over.</summary>
    public const string OutcomeDecided = "outcome-decided";

    /// <summary>It went as it should after all.</summary>
    public const string OutcomeTakenBack = "outcome-taken-back";

    /// <summary>Open again, because the agent decided so.</summary>
    public const string CallAgain = "call-again";

    /// <summary>Asked for again: its expiry began anew, or an end kept in mind is taken back.</summary>
    public const string Renewed = "renewed";

    /// <summary>Customer first: another agent has the customer's call.</summary>
    public const string AgentChanged = "agent-changed";

    // By hand; the detail says why, and where something was replaced "old -> new: why".
    public const string Held = "held";
    public const string Released = "released";
    public const string Moved = "moved";
    public const string RetryAsked = "retry-asked";
    public const string Rescheduled = "rescheduled";
    public const string NumberChanged = "number-changed";
    public const string Assigned = "assigned";
    public const string Transferred = "transferred";
    public const string Noted = "noted";

    // The final ones: the attempt's outcome, if an attempt ended with it, is in the attempt row.
    public const string Completed = "completed";
    public const string Exhausted = "exhausted";
    public const string Expired = "expired";
    public const string Cancelled = "cancelled";

    /// <summary>Cancelled by the agent it was offered to.</summary>
    public const string Dismissed = "dismissed";

    public const string Served = "served";
    public const string BadNumber = "bad-number";
}
