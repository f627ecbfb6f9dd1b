namespace Rappel.Server.Net.Web;

/// <summary>Bounds of the requests that scripts and webhooks send.</summary>
public static class WebLimits
{
    /// <summary>Requests under way at once; more wait, within their own timeout.</summary>
    public const int AtOnce = 64;

    /// <summary>Requests that wait or are under way; one more fails at once.</summary>
    public const int Waiting = 2_000;

    /// <summary>Bytes of an answer; a longer one is none.</summary>
    public const int AnswerBytes = 256 * 1024;

    /// <summary>Connections to one server.</summary>
    public const int ConnectionsPerServer = 16;

    /// <summary>Names are looked up anew after this long.</summary>
    public static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(1);

    /// <summary>Characters of an answer that are shown to somebody who tries a webhook.</summary>
    public const int AnswerShown = 500;
}
