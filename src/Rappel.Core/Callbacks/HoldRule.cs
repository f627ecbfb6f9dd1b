namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 11: a request that is held is not in line, whatever its status and the hours, until released for the reason it is held for. Expiry
/// goes on. One reason at a time: a lesser one does not hide a graver, or releasing the lesser would free what a person has to look at.
/// </summary>
internal static class HoldRule
{
    private static readonly string[] Gravity = [CallbackHold.OnTheLine, CallbackHold.NoQueue, CallbackHold.ByHand, CallbackHold.Fault];

    public static bool IsReason(string reason) => Array.IndexOf(Gravity, reason) >= 0;

    /// <summary>False where it is held for this reason or a graver one already.</summary>
    public static bool MayHold(CallbackRequest request, string reason) =>
        Array.IndexOf(Gravity, reason) > Array.IndexOf(Gravity, request.Handling?.HeldBecause);

    public static CallbackRequest Held(CallbackRequest request, string reason) => request.Handled(h => h with { HeldBecause = reason });

    /// <param name="reason">Null for any.</param>
    public static bool MayRelease(CallbackRequest request, string? reason) =>
        request.Handling?.HeldBecause is { } held && (reason is null || reason == held);

    public static CallbackRequest Released(CallbackRequest request) => request.Handled(h => h with { HeldBecause = null });

    /// <summary>The call that kept the line busy ended with the process.</summary>
    public static bool EndsWithRestart(CallbackRequest request) => request.Handling?.HeldBecause == CallbackHold.OnTheLine;
}
