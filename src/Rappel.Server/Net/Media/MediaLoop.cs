using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Hosting;

namespace Rappel.Server.Net.Media;

/// <summary>
/// The media thread: it alone owns the media machine and the ports, and beats every 20 ms of monotonic time. Receivers, the engine and the
/// makers of audio hand it their things through queues. One thread, because a bridge may join any two sessions.
/// </summary>
public sealed class MediaLoop : IDisposable
{
    private readonly MediaLoopSettings settings;
    private readonly Action<EngineInput> toEngine;
    private readonly ConcurrentQueue<MediaOrder> orders = new();
    private readonly ConcurrentQueue<ResolvedAudio> resolved = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly IncomingPackets incoming;
    private readonly MediaMachine machine;
    private readonly RtpPortPool ports;
    private readonly RecordingWriter recordings;
    private readonly MediaOrderDesk desk;
    private readonly Thread thread;
    private int waiting;
    private int asleep;
    private volatile bool stopping;
    private bool wasExhausted;
    private long unsent;

    /// <param name="toEngine">Called on this loop's threads; must not block.</param>
    public MediaLoop(MediaLoopSettings settings, Action<EngineInput> toEngine)
    {
        this.settings = settings;
        this.toEngine = toEngine;
        machine = new MediaMachine(settings.Cname, new Entropy().Next);
        incoming = new IncomingPackets(Wake);
        ports = new RtpPortPool(
            settings.FirstPort,
            settings.LastPort,
            port => RtpPort.TryBind(settings.Bind, port, incoming, settings.Clock),
            port => toEngine(new EngineInput.RtpPortReady(port)));
        recordings = new RecordingWriter(settings.DataFolder, settings.Log, Tell);
        var resolver = new AudioResolver(settings.Audio, settings.Log, audio =>
        {
            resolved.Enqueue(audio);
            Wake();
        });
        desk = new MediaOrderDesk(ports, recordings, new PlayDesk(resolver.Begin, Handle), Handle, Tell, settings.Log);
        thread = new Thread(Run) { Name = "media", IsBackground = true };
    }

    /// <summary>Datagrams lost because this thread was behind.</summary>
    public long PacketsDropped => incoming.Dropped;

    /// <summary>Packets the system would not send.</summary>
    public long PacketsUnsent => Volatile.Read(ref unsent);

    /// <summary>Begins; the first ports are announced soon after.</summary>
    public void Start()
    {
        // Composed at first use, which must not be on the media thread: it would miss beats.
        BuiltInSounds.Music.Coded(G711.Pcmu);
        BuiltInSounds.Music.Coded(G711.Pcma);
        recordings.Start();
        thread.Start();
    }

    /// <summary>Any thread. False where far too many orders wait, which means that this thread has died or hangs.</summary>
    public bool Post(MediaOrder order)
    {
        if (Interlocked.Increment(ref waiting) > MediaNetLimits.Orders)
        {
            Interlocked.Decrement(ref waiting);
            settings.Log.LogCritical(MediaLogKinds.Order, "media does not keep up; an order is lost: {Order}", order);
            return false;
        }

        orders.Enqueue(order);
        Wake();
        return true;
    }

    /// <summary>Ends every session, closes every recording, releases every port.</summary>
    public void Dispose()
    {
        if (stopping)
        {
            return;
        }

        stopping = true;
        wake.Set();
        if (thread.IsAlive && !thread.Join(settings.StopTime))
        {
            settings.Log.LogError(MediaLogKinds.Fault, "the media thread does not end");
        }

        if (!recordings.Stop(settings.StopTime))
        {
            settings.Log.LogError(MediaLogKinds.Recording, "recordings could not all be closed in time");
        }

        ports.Dispose();
    }

    private void Run()
    {
        var beats = new BeatClock(Stopwatch.GetTimestamp(), Stopwatch.Frequency * MediaLimits.PacketMilliseconds / 1000);
        while (!stopping)
        {
            try
            {
                Turn(beats);
            }
            catch (Exception e)
            {
                // A broken invariant must not silence every other call.
                settings.Log.LogError(MediaLogKinds.Fault, e, "the media thread failed in one turn and goes on");
            }

            Sleep(beats);
        }

        desk.CloseAll(settings.Clock.Now);
        Flush();
    }

    private void Turn(BeatClock beats)
    {
        TakeOrders();
        TakePackets();
        var skipped = beats.Skipped;
        for (var due = beats.Due(Stopwatch.GetTimestamp()); due > 0; due--)
        {
            machine.Beat(settings.Clock.Now);
            Flush();
            ports.Tend(settings.Clock.Now);
        }

        if (beats.Skipped != skipped)
        {
            settings.Log.LogWarning(MediaLogKinds.Late, "the media thread stood still; {Beats} beats were given up", beats.Skipped - skipped);
        }

        if (ports.Exhausted != wasExhausted)
        {
            wasExhausted = ports.Exhausted;
            settings.Log.LogWarning(
                MediaLogKinds.Ports, "RTP ports {First}-{Last}: {What}", settings.FirstPort, settings.LastPort,
                wasExhausted ? "all are taken; new calls have no audio port" : "free ones again");
        }
    }

    private void TakeOrders()
    {
        while (orders.TryDequeue(out var order))
        {
            Interlocked.Decrement(ref waiting);
            desk.Take(settings.Clock.Now, order);
        }

        while (resolved.TryDequeue(out var audio))
        {
            desk.Resolved(audio);
        }
    }

    private void TakePackets()
    {
        for (var taken = 0; taken < MediaNetLimits.PacketsATurn && incoming.TryTake(out var packet); taken++)
        {
            try
            {
                machine.Receive(packet.At, packet.Session, packet.Rtcp, packet.Source, packet.Buffer.AsSpan(0, packet.Length));
            }
            finally
            {
                // Whatever the packet does: a buffer that is not given back is lost to every call.
                incoming.Return(packet);
            }

            Flush();
        }
    }

    private void Handle(MediaCommand command)
    {
        machine.Handle(settings.Clock.Now, command);
        Flush();
    }

    private void Flush()
    {
        while (machine.TryTakePacket(out var packet))
        {
            if (ports.Of(packet.Session) is not { } port || !port.Send(packet))
            {
                Interlocked.Increment(ref unsent);
            }
        }

        while (machine.TryTakeEvent(out var happened))
        {
            switch (happened)
            {
                case MediaEvent.Recorded chunk:
                    recordings.Add(chunk);
                    break;
                case MediaEvent.RecordingEnded ended:
                    recordings.End(ended);
                    break;
                default:
                    Tell(happened);
                    break;
            }
        }
    }

    private void Tell(MediaEvent happened) => toEngine(new EngineInput.MediaHappened(happened));

    private void Wake()
    {
        // Setting the event costs a system call; while the thread is awake it looks at the queues by itself.
        if (Interlocked.Exchange(ref asleep, 0) == 1)
        {
            wake.Set();
        }
    }

    private void Sleep(BeatClock beats)
    {
        Volatile.Write(ref asleep, 1);
        Interlocked.MemoryBarrier();
        var until = beats.Until(Stopwatch.GetTimestamp());
        if (!stopping && until > TimeSpan.Zero && orders.IsEmpty && resolved.IsEmpty && incoming.IsEmpty)
        {
            wake.WaitOne(TimeSpan.FromMilliseconds(Math.Ceiling(until.TotalMilliseconds)));
        }

        Volatile.Write(ref asleep, 0);
    }
}
