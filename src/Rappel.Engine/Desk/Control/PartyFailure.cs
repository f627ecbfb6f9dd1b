using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>Why somebody who was called is not there, in the words that screens and records read.</summary>
internal static class PartyFailure
{
    public const string Busy = "busy";
    public const string NoAnswer = "no-answer";
    public const string Failed = "failed";

    /// <summary>Was there, and hung up.</summary>
    public const string Ended = "ended";

    public static string Of(LegFailure failure) => failure switch
    {
        { Local: false, Status: 486 or 600 or 603 } => Busy,
        { Status: 408 or 480 or 487 } => NoAnswer,
        _ => Failed,
    };
}
