using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>
/// The RTP ports of this process: some bound ahead and announced, some used by sessions, some resting. For the media thread alone. Other
/// servers may share the machine and the range: a port that is taken is passed over.
/// </summary>
/// <param name="bind">Gives null for a port that is taken.</param>
/// <param name="announce">Told each even port that may be used now.</param>
/// <param name="most">Pairs held at once, those used, ready and resting together: what the system allows this process to open.</param>
public sealed class RtpPortPool(int firstPort, int lastPort, Func<int, IRtpPort?> bind, Action<int> announce, int most = int.MaxValue) : IDisposable
{
    private readonly Dictionary<int, IRtpPort> ready = [];
    private readonly Dictionary<MediaSessionId, IRtpPort> used = [];
    private readonly IRtpPort?[] sending = new IRtpPort?[Math.Max(0, (lastPort - firstPort) / 2) + 1];
    private readonly Queue<(Instant Until, IRtpPort Port)> resting = new();
    private readonly HashSet<int> held = [];
    private readonly int first = firstPort + (firstPort & 1);
    private int cursor = firstPort + (firstPort & 1);
    private int failed;
    private Instant pausedUntil = Instant.MinValue;

    /// <summary>Pairs bound ahead of need.</summary>
    public int Ahead { get; } = Math.Clamp(
        (lastPort - firstPort + 1) / 2 / MediaNetLimits.PairsPerReadyPort, MediaNetLimits.FewestReadyPorts, MediaNetLimits.ReadyPorts);

    public int Ready => ready.Count;

    public int Used => used.Count;

    public int Resting => resting.Count;

    /// <summary>True while every port of the range is taken, or as many as may be held.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Gives an announced port to a session; null where the port was not announced or is in use.</summary>
    public IRtpPort? Take(int port, MediaSessionId session)
    {
        if (used.ContainsKey(session) || !ready.Remove(port, out var taken))
        {
            return null;
        }

        used.Add(session, taken);
        sending[(port - first) / 2] = taken;
        taken.Assign(session);
        return taken;
    }

    /// <summary>The pair in use with this even port.</summary>
    public IRtpPort? At(int port) => (uint)((port - first) >> 1) is var index && index < (uint)sending.Length ? sending[index] : null;

    public void GiveBack(Instant now, MediaSessionId session)
    {
        if (used.Remove(session, out var port))
        {
            sending[(port.Port - first) / 2] = null;
            port.Release();
            resting.Enqueue((now + MediaNetLimits.PortRest, port));
        }
    }

    /// <summary>Once a beat: rested ports come back, missing ones are bound.</summary>
    public void Tend(Instant now)
    {
        while (resting.TryPeek(out var rested) && rested.Until <= now)
        {
            resting.Dequeue();
            if (ready.Count < Ahead)
            {
                Add(rested.Port);
            }
            else
            {
                held.Remove(rested.Port.Port);
                rested.Port.Dispose();
            }
        }

        for (var tries = 0; tries < MediaNetLimits.BindsABeat && ready.Count < Ahead && held.Count < most && now >= pausedUntil; tries++)
        {
            TryNext(now);
        }

        Exhausted |= held.Count >= most && ready.Count == 0;
    }

    public void Dispose()
    {
        foreach (var port in ready.Values.Concat(used.Values).Concat(resting.Select(rested => rested.Port)))
        {
            port.Dispose();
        }
    }

    private void TryNext(Instant now)
    {
        var port = cursor;
        cursor = cursor + 3 > lastPort ? first : cursor + 2;
        var bound = port + 1 > lastPort || held.Contains(port) ? null : bind(port);
        if (bound is not null)
        {
            held.Add(port);
            failed = 0;
            Add(bound);
        }
        else if (++failed > (lastPort - first) / 2)
        {
            Exhausted = true;
            failed = 0;
            pausedUntil = now + MediaNetLimits.BindPause;
        }
    }

    private void Add(IRtpPort port)
    {
        Exhausted = false;
        ready.Add(port.Port, port);
        announce(port.Port);
    }
}
