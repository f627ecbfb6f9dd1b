namespace Rappel.Sip.Transactions;

/// <summary>States of the four machines (RFC 3261 §17, RFC 6026 §7); each uses its own few.</summary>
public enum TransactionState
{
    /// <summary>Made, nothing done yet.</summary>
    Initial,

    /// <summary>INVITE client: sent, nothing heard.</summary>
    Calling,

    /// <summary>Non-INVITE: nothing answered yet.</summary>
    Trying,

    /// <summary>A provisional response was heard or sent.</summary>
    Proceeding,

    /// <summary>A final response was heard or sent (INVITE: other than 2xx).</summary>
    Completed,

    /// <summary>INVITE server: the ACK of a refusal came.</summary>
    Confirmed,

    /// <summary>INVITE: a 2xx was heard or sent (RFC 6026).</summary>
    Accepted,

    /// <summary>Over, to be forgotten.</summary>
    Terminated,
}
