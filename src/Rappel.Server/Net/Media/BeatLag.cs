using System.Diagnostics;
using System.Threading;

namespace Rappel.Server.Net.Media;

/// <summary>
/// How late the beats of the media thread begin: the worst of late, fading by half in a tenth of a second. While a beat is overdue the
/// reading grows, so that a thread that hangs is seen too. Told by the media thread, read by any. All in ticks of <see cref="Stopwatch"/>.
/// </summary>
internal sealed class BeatLag
{
    private static readonly long Fading = Stopwatch.Frequency / 7;

    private long worst;
    private long told;
    private long expected = long.MaxValue;

    /// <summary>A beat begins.</summary>
    public void Began(long now, long late)
    {
        var passed = Math.Clamp(now - told, 0, Fading);
        told = now;
        Volatile.Write(ref worst, Math.Max(late, worst - (long)((double)worst * passed / Fading)));
    }

    /// <summary>The next one is due then.</summary>
    public void Expect(long at) => Volatile.Write(ref expected, at);

    public TimeSpan At(long now) => Stopwatch.GetElapsedTime(0, Math.Max(Volatile.Read(ref worst), now - Volatile.Read(ref expected)));
}
