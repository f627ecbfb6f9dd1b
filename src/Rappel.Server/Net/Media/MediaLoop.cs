using System.Diagnostics;
using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Engine.Admission;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Dtls;
using Rappel.Server.Net.Native;

namespace Rappel.Server.Net.Media;

/// <summary>
/// The media thread: it alone owns the media machine and the ports, and beats every 20 ms of monotonic time. Receivers, the engine and the
/// makers of audio hand it their things through queues. One thread, because a bridge may join any two sessions.
/// </summary>
public sealed class MediaLoop : IDisposable
{
    private readonly MediaLoopSettings settings;
    private readonly Action<EngineInput> toEngine;
    private readonly MediaInbox inbox = new();
    private readonly BeatLag lag = new();
    private readonly RtpWatch watch = new();
    private readonly Func<int, int> inSlot;
    private readonly MediaMachine machine;
    private readonly RtpPortPool ports;
    private readonly RecordingWriter recordings;
    private readonly MediaOrderDesk desk;
    private readonly DtlsDesk handshakes;
    private readonly Thread thread;
    private int asleep;
    private volatile bool stopping;
    private bool wasExhausted;
    private int ready;
    private long readAt;
    private long unsent;
    private long beatsSkipped;
    private int portsReady;

    /// <param name="toEngine">Called on this loop's threads; must not block.</param>
    public MediaLoop(MediaLoopSettings settings, Action<EngineInput> toEngine)
    {
        this.settings = settings;
        this.toEngine = toEngine;
        machine = new MediaMachine(settings.Cname, new Entropy().Next);
        inSlot = machine.SessionsIn;
        ports = new RtpPortPool(
            settings.FirstPort,
            settings.LastPort,
            port => watch.TryBind(settings.Bind, port),
            port => toEngine(new EngineInput.RtpPortReady(port)),
            MediaNetLimits.PairsWithin(LibC.DescriptorLimit()));
        recordings = new RecordingWriter(settings.DataFolder, settings.Log, Tell);
        var resolver = new AudioResolver(settings.Audio, settings.Log, audio =>
        {
            inbox.Add(audio);
            Wake();
        });
        handshakes = new DtlsDesk(settings.Identity, Post, Tell, settings.Log);
        desk = new MediaOrderDesk(ports, recordings, new PlayDesk(resolver.Begin, Handle), Handle, Tell, settings.Log) { Handshakes = handshakes };
        thread = new Thread(Run) { Name = "media", IsBackground = true };
    }

    /// <summary>How late beats begin, by the worst of the last tenths of a second. A twentieth of a second is heard.</summary>
    public TimeSpan Lag => lag.At(Stopwatch.GetTimestamp());

    /// <summary>Packets the system would not send.</summary>
    public long PacketsUnsent => Volatile.Read(ref unsent);

    /// <summary>Adds what was measured up to now. Any thread.</summary>
    public LoadReading Measure(LoadReading reading) => reading with
    {
        MediaLag = Lag,
        BeatsSkipped = Volatile.Read(ref beatsSkipped),
        PacketsLost = PacketsUnsent,
        PortsReady = Volatile.Read(ref portsReady),
        PortsExhausted = Volatile.Read(ref wasExhausted) && Volatile.Read(ref portsReady) == 0,
    };

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
        if (!inbox.TryAdd(order))
        {
            settings.Log.LogCritical(MediaLogKinds.Order, "media does not keep up; an order is lost: {Order}", order);
            return false;
        }

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
        watch.Ring();
        if (thread.IsAlive && !thread.Join(settings.StopTime))
        {
            settings.Log.LogError(MediaLogKinds.Fault, "the media thread does not end");
        }

        if (!recordings.Stop(settings.StopTime))
        {
            settings.Log.LogError(MediaLogKinds.Recording, "recordings could not all be closed in time");
        }

        ports.Dispose();
        watch.Dispose();
    }

    private void Run()
    {
        // Not every process may; then it is as before.
        _ = LibC.SetPriority(0, 0, MediaNetLimits.Nice);
        var beats = new BeatClock(Stopwatch.GetTimestamp(), Stopwatch.Frequency * MediaLimits.PacketMilliseconds / 1000, MediaLimits.BeatSlots);
        while (!stopping)
        {
            try
            {
                Turn(beats, settings.Clock.Now);
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

    /// <summary>A little of everything: no flood of orders or packets holds up a beat, and beats in arrears hold up neither.</summary>
    private void Turn(BeatClock beats, Instant now)
    {
        TakeOrders(now);
        TakePackets(now);
        TakeBeat(beats, now);
    }

    private void TakeBeat(BeatClock beats, Instant now)
    {
        var skipped = beats.Skipped;
        var ticks = Stopwatch.GetTimestamp();
        while (beats.TryTake(ticks, out var slot, out var late))
        {
            if (slot == 0)
            {
                lag.Began(ticks, late);
                Tend(now);
            }

            if (machine.SessionsIn(slot) > 0)
            {
                lag.Began(ticks, late);
                machine.Beat(now, slot);
                Flush();
                break;
            }
        }

        Volatile.Write(ref portsReady, ports.Ready);
        if (beats.Skipped != skipped)
        {
            Volatile.Write(ref beatsSkipped, beats.Skipped);
            settings.Log.LogWarning(MediaLogKinds.Late, "the media thread stood still; {Beats} beats were given up", beats.Skipped - skipped);
        }
    }

    private void Tend(Instant now)
    {
        ports.Tend(now);
        if (ports.Exhausted != wasExhausted)
        {
            Volatile.Write(ref wasExhausted, ports.Exhausted);
            settings.Log.LogWarning(
                MediaLogKinds.Ports, "RTP ports {First}-{Last}: {What}", settings.FirstPort, settings.LastPort,
                wasExhausted ? "all are taken; new calls have no audio port" : "free ones again");
        }
    }

    private void TakeOrders(Instant now)
    {
        for (var taken = 0; taken < MediaNetLimits.OrdersATurn && inbox.TryTake(out MediaOrder order); taken++)
        {
            desk.Take(now, order);
        }

        while (inbox.TryTake(out ResolvedAudio audio))
        {
            desk.Resolved(audio);
        }
    }

    private void TakePackets(Instant now)
    {
        for (var i = 0; i < ready; i++)
        {
            if (watch.TryReceive(i, out var port, out var rtcp))
            {
                machine.Receive(now, port.Session!.Value, rtcp, watch.Buffer.Source, watch.Buffer.Bytes);
                Flush();
            }
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
            if (ports.At(packet.LocalPort) is not { } port || !port.Send(packet))
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
                case SecureEvent.PathFound or SecureEvent.HandshakeReceived:
                    handshakes.Handle((SecureEvent)happened);
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
        // Ringing costs a system call; while the thread is awake, or soon will be, it looks at the queues by itself.
        if (Interlocked.Exchange(ref asleep, 0) == 1)
        {
            watch.Ring();
        }
    }

    /// <summary>Ticks are nanoseconds wherever there is epoll.</summary>
    private void Sleep(BeatClock beats)
    {
        var until = beats.NextWanted(inSlot);
        lag.Expect(until);
        var now = Stopwatch.GetTimestamp();
        var pause = Math.Min(until, readAt + MediaNetLimits.ReadingPause) - now;
        if (ready > 0 && pause > 0)
        {
            _ = LibC.Sleep(new LibC.TimeSpec(pause), 0);
            now = Stopwatch.GetTimestamp();
        }

        if (until - now > MediaNetLimits.ShortSleep)
        {
            Volatile.Write(ref asleep, 1);
            Interlocked.MemoryBarrier();
        }

        var mustLook = stopping || !inbox.IsEmpty;
        ready = watch.Wait(mustLook ? 0 : until - now);
        readAt = Stopwatch.GetTimestamp();
        Volatile.Write(ref asleep, 0);
    }
}
