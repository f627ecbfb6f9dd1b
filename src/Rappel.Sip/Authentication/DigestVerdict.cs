namespace Rappel.Sip.Authentication;

/// <summary>What a server finds a request's credentials to be.</summary>
public abstract record DigestVerdict
{
    /// <summary>The user is who it says.</summary>
    public sealed record Accepted(string User) : DigestVerdict;

    /// <summary>To be answered 401 with <see cref="DigestAuthenticator.Challenge"/>: no credentials for our realm, or (stale) right ones on a nonce no longer good.</summary>
    public sealed record Challenged(bool Stale) : DigestVerdict;

    /// <summary>To be answered 403: malformed, an unknown user or a wrong password (which of the two is not told, to the peer least of all).</summary>
    /// <param name="User">Whom it claims to be; null where that could not be read.</param>
    public sealed record Refused(string Reason, string? User) : DigestVerdict;
}
