namespace Rappel.Sip.Transactions;

/// <summary>The timer values of RFC 3261 §17 (table 4), with L and M of RFC 6026. A reliable transport has no loss to wait for, so its lingering timers are zero.</summary>
/// <param name="T1">Estimate of the round trip.</param>
/// <param name="T2">Longest time between retransmissions of a non-INVITE request or an INVITE response.</param>
/// <param name="T4">Longest time a message stays in the network.</param>
public sealed record TransactionTimers(TimeSpan T1, TimeSpan T2, TimeSpan T4)
{
    /// <summary>T1 500 ms, T2 4 s, T4 5 s, as the RFC has them.</summary>
    public static TransactionTimers Default { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));

    /// <summary>INVITE request retransmission; doubles without a ceiling (§17.1.1.2).</summary>
    public TimeSpan A => T1;

    /// <summary>INVITE client time-out.</summary>
    public TimeSpan B => T1 * 64;

    /// <summary>Wait for retransmitted responses to an INVITE: at least 32 s however small T1 is (§17.1.1.2).</summary>
    public TimeSpan D(bool reliable) => reliable ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Max(32, H.TotalSeconds));

    /// <summary>Non-INVITE request retransmission; doubles up to T2.</summary>
    public TimeSpan E => T1;

    /// <summary>Non-INVITE client time-out.</summary>
    public TimeSpan F => T1 * 64;

    /// <summary>INVITE response retransmission; doubles up to T2.</summary>
    public TimeSpan G => T1;

    /// <summary>Wait for the ACK, of a refusal here and of a 2xx in the user agent core (§13.3.1.4).</summary>
    public TimeSpan H => T1 * 64;

    /// <summary>Wait for retransmitted ACKs.</summary>
    public TimeSpan I(bool reliable) => reliable ? TimeSpan.Zero : T4;

    /// <summary>Wait for retransmitted non-INVITE requests.</summary>
    public TimeSpan J(bool reliable) => reliable ? TimeSpan.Zero : T1 * 64;

    /// <summary>Wait for retransmitted responses to a non-INVITE.</summary>
    public TimeSpan K(bool reliable) => reliable ? TimeSpan.Zero : T4;

    /// <summary>Wait for retransmitted INVITEs after a 2xx was sent (RFC 6026 §8.7).</summary>
    public TimeSpan L => T1 * 64;

    /// <summary>Wait for further 2xx to an INVITE (RFC 6026 §8.4).</summary>
    public TimeSpan M => T1 * 64;
}

/// <summary>Names of the timers, as in the RFCs.</summary>
public enum TransactionTimer
{
    A,
    B,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
}
