namespace Rappel.Core.Callbacks;

/// <summary>
/// Rules 7, 9 and 11 do not cut off a customer who is being rung. A cancellation or a service by other means that comes meanwhile is kept
/// in mind, in <see cref="CallbackRequest.EndReason"/> so that it outlives a restart, and ends the request should this attempt fail.
/// If the customer is reached after all, the request is completed.
/// </summary>
internal static class EndMark
{
    private const string CancelledPrefix = "cancelled: ";
    private const string DismissedPrefix = "dismissed: ";
    private const string ServedReason = "served";

    public static string OfCancel(string why) => CancelledPrefix + why;

    public static string OfDismissal(string why) => DismissedPrefix + why;

    public static string OfServe => ServedReason;

    /// <summary>How the request ends if the attempt fails; null: it goes on by its own rules.</summary>
    public static CallbackStatus? Of(CallbackRequest request) => request.EndReason switch
    {
        null => null,
        ServedReason => CallbackStatus.Served,
        _ when request.EndReason.StartsWith(CancelledPrefix, StringComparison.Ordinal) => CallbackStatus.Cancelled,
        _ when request.EndReason.StartsWith(DismissedPrefix, StringComparison.Ordinal) => CallbackStatus.Cancelled,
        _ => null,
    };
}
