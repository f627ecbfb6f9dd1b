using Rappel.Core.Acd;
using Rappel.Core.Config;

namespace Rappel.Engine;

/// <summary>Bounds of what is said about a call.</summary>
public static class AfterCallLimits
{
    public const int Codes = ConfigurationLimits.CodesPerCall;

    /// <summary>Characters.</summary>
    public const int NoteLength = 2_000;

    /// <summary>By which a wrap-up is extended at once, at least and at most; in all it lasts <see cref="AcdLimits.LongestWrapUp"/>.</summary>
    public static readonly TimeSpan ShortestExtension = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestExtension = AcdLimits.LongestWrapUp;
}
