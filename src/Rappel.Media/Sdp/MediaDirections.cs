using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>Directions as bits, so that offer and answer can be intersected (RFC 3264 §6.1).</summary>
public static class MediaDirections
{
    public static bool Sends(this MediaDirection direction) => direction is MediaDirection.SendReceive or MediaDirection.SendOnly;

    public static bool Receives(this MediaDirection direction) => direction is MediaDirection.SendReceive or MediaDirection.ReceiveOnly;

    /// <summary>The same stream seen from the other end.</summary>
    public static MediaDirection Reversed(this MediaDirection direction) => From(direction.Receives(), direction.Sends());

    /// <summary>What both allow.</summary>
    public static MediaDirection And(this MediaDirection one, MediaDirection other) =>
        From(one.Sends() && other.Sends(), one.Receives() && other.Receives());

    internal static MediaDirection From(bool sends, bool receives) => (sends, receives) switch
    {
        (true, true) => MediaDirection.SendReceive,
        (true, false) => MediaDirection.SendOnly,
        (false, true) => MediaDirection.ReceiveOnly,
        _ => MediaDirection.Inactive,
    };

    internal static string Written(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendReceive => "sendrecv",
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.ReceiveOnly => "recvonly",
        _ => "inactive",
    };

    internal static MediaDirection? Read(string attribute) => attribute.ToLowerInvariant() switch
    {
        "sendrecv" => MediaDirection.SendReceive,
        "sendonly" => MediaDirection.SendOnly,
        "recvonly" => MediaDirection.ReceiveOnly,
        "inactive" => MediaDirection.Inactive,
        _ => null,
    };
}
