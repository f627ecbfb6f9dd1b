using Microsoft.Extensions.Logging;

namespace Rappel.Server.Net.Media;

/// <summary>Stable words for what the media loop logs.</summary>
public static class MediaLogKinds
{
    public static readonly EventId Fault = new(40, "media-fault");
    public static readonly EventId Order = new(41, "media-order");
    public static readonly EventId Ports = new(42, "rtp-ports");
    public static readonly EventId Recording = new(43, "recording");
    public static readonly EventId Audio = new(44, "audio");
    public static readonly EventId Secure = new(46, "media-secure");
    public static readonly EventId Late = new(45, "media-late");
}
