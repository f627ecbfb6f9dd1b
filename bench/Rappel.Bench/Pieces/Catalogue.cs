namespace Rappel.Bench.Pieces;

/// <summary>What is measured, in the order it is printed.</summary>
internal static class Catalogue
{
    public static readonly Type[] Pieces =
    [
        typeof(SipMessagePiece), typeof(SipTransactionPiece), typeof(SipCallPiece), typeof(RegistrationPiece), typeof(TimerPiece), typeof(SdpPiece), typeof(NumberPiece),
        typeof(DistributorPiece), typeof(CallbackBookPiece), typeof(BacklogPiece), typeof(ScriptPiece), typeof(EnginePiece), typeof(MediaPiece), typeof(StorePiece),
    ];
}
