namespace Rappel.Sip.UserAgents;

/// <summary>Every limit of a user agent, by name.</summary>
public sealed record UserAgentLimits
{
    public static UserAgentLimits Default { get; } = new();

    /// <summary>Dialogs and INVITEs under way; a further INVITE is answered 503, a further call of ours fails with 503.</summary>
    public int Legs { get; init; } = 10_000;

    /// <summary>Transactions of both sides; above it requests of peers are answered 503 without a transaction.</summary>
    public int Transactions { get; init; } = 100_000;

    /// <summary>Events not yet taken. Above it notes are dropped and new INVITEs are answered 503; what belongs to a leg is never dropped.</summary>
    public int Events { get; init; } = 50_000;

    /// <summary>Contacts one user may have at a time; the one refreshed longest ago makes room.</summary>
    public int ContactsPerUser { get; init; } = 10;

    /// <summary>Users with contacts; above it REGISTER of another is answered 503.</summary>
    public int Users { get; init; } = 20_000;

    /// <summary>Branches of one INVITE of ours that may become dialogs; responses of further ones are acknowledged and else ignored.</summary>
    public int ForksPerCall { get; init; } = 8;

    /// <summary>How often a re-INVITE of ours is tried again after 491.</summary>
    public int GlareRetries { get; init; } = 6;

    /// <summary>An INVITE of ours that has rung this long is cancelled: whoever called forgot it.</summary>
    public TimeSpan Ringing { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Between repeated provisional responses, so that proxies do not give the INVITE up (RFC 3261 §13.3.1.1).</summary>
    public TimeSpan ProvisionalRefresh { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the owner may take to answer a re-INVITE or UPDATE before it is refused with 500.</summary>
    public TimeSpan ReofferPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a peer may take to answer a re-INVITE of ours; then it is taken for gone.</summary>
    public TimeSpan OwnReofferPatience { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Told in 503.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Expiry granted where none is asked for, and the most that is: phones come back this soon after a restart.</summary>
    public TimeSpan LongestRegistration { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The same for a browser.</summary>
    public TimeSpan LongestFlowRegistration { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>How long a browser whose connection is lost stays registered: a page takes this long to load again at most.</summary>
    public TimeSpan FlowGrace { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>A shorter expiry is refused with 423.</summary>
    public TimeSpan ShortestRegistration { get; init; } = TimeSpan.FromSeconds(30);
}
