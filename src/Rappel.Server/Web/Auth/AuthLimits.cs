namespace Rappel.Server.Web.Auth;

/// <summary>Bounds of names, passwords and sessions that no administrator sets.</summary>
public static class AuthLimits
{
    public const int NameLength = 64;

    /// <summary>Users there may be: all are kept in memory.</summary>
    public const int Users = 20_000;
    public const int DisplayNameLength = 100;
    public const int LanguageLength = 10;

    /// <summary>Characters. Long rather than odd: what people can remember is guessed slower when it is longer, not when it has a digit.</summary>
    public const int PasswordMinimum = 10;

    /// <summary>Characters; more would only be work for whoever checks it.</summary>
    public const int PasswordMaximum = 200;

    /// <summary>Fewer different characters are a pattern, not a password.</summary>
    public const int PasswordVariety = 4;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 in a password's hash.</summary>
    public const int PasswordIterations = 210_000;

    /// <summary>Without a request a session ends after this.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(12);

    /// <summary>With any number of requests it ends after this.</summary>
    public static readonly TimeSpan SessionLongest = TimeSpan.FromDays(7);

    /// <summary>Characters of the one-time code in the set-up link.</summary>
    public const int SetupCodeLength = 24;
}
