namespace Rappel.Server.Web.Recordings;

/// <summary>Bounds of dealing with recorded conversations.</summary>
public static class RecordingLimits
{
    public static readonly TimeSpan SweptEvery = TimeSpan.FromHours(1);

    public const int SweptAtOnce = 500;

    /// <summary>A player asks for pieces of a recording as somebody moves about in it: within this time that is one listening.</summary>
    public static readonly TimeSpan OneListening = TimeSpan.FromMinutes(10);

    /// <summary>Listenings remembered; beyond it those that are over are forgotten.</summary>
    public const int Listenings = 1_000;
}
