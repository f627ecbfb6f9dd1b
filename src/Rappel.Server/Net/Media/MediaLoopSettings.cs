using System.Net;
using Microsoft.Extensions.Logging;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Dtls;
using Rappel.Server.Speech;

namespace Rappel.Server.Net.Media;

/// <summary>What a media loop is made with.</summary>
/// <param name="Bind">Address of the RTP sockets.</param>
/// <param name="FirstPort">Of the range; the first even one in it is used first.</param>
/// <param name="LastPort">Included.</param>
/// <param name="DataFolder">Recordings are written under it.</param>
/// <param name="Cname">Our name in RTCP; without a host's name, so that nothing about the machine leaks.</param>
public sealed record MediaLoopSettings(
    IPAddress Bind, int FirstPort, int LastPort, string DataFolder, IAudioSource Audio, Clock Clock, ILogger Log, string Cname = "rappel")
{
    /// <summary>For handshakes with browsers; null where there is no OpenSSL.</summary>
    public DtlsIdentity? Identity { get; init; }

    /// <summary>What ending gets before it is given up.</summary>
    public TimeSpan StopTime { get; init; } = MediaNetLimits.StopTime;
}
