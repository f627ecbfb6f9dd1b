namespace Rappel.Server.Web.Auth;

/// <summary>Bounds of API tokens.</summary>
public static class TokenLimits
{
    public const int NameLength = 64;

    /// <summary>Tokens there may be at once.</summary>
    public const int Count = 500;

    /// <summary>Characters that are drawn at random: 59 kinds of them, 235 bits in all.</summary>
    public const int Length = 40;

    /// <summary>Characters that are kept for people to know it by, <see cref="Mark"/> among them.</summary>
    public const int PrefixLength = 10;

    /// <summary>What each begins with, so that one that was published by mistake is found.</summary>
    public const string Mark = "rpl_";

    /// <summary>When a token was last used is written this often at most.</summary>
    public static readonly TimeSpan UseWrittenEvery = TimeSpan.FromMinutes(5);
}
