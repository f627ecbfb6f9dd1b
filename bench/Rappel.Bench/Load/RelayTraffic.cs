using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading;

namespace Rappel.Bench.Load;

/// <summary>Speaks for all callers and all agents: a packet every 20 ms to every leg of the server, spread over the 20 ms.</summary>
internal sealed unsafe class RelayTraffic : IDisposable
{
    /// <summary>A leg speaks in one of these parts of 20 ms, one millisecond each.</summary>
    private const int Parts = 20;
    private const int Batch = 32;

    private readonly Lock changing = new();
    private readonly List<SpokenLeg>[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new List<SpokenLeg>())];
    private readonly HashSet<int> ports = [];
    private readonly RtpEar callers;
    private readonly RtpEar agents;
    private readonly Kernel.MessageSlot* slots;
    private readonly Thread thread;
    private long sent;
    private int window;
    private int legs;
    private volatile bool over;

    public RelayTraffic(RtpEar callers, RtpEar agents)
    {
        (this.callers, this.agents) = (callers, agents);
        slots = (Kernel.MessageSlot*)NativeMemory.AllocZeroed(Batch, (nuint)(sizeof(Kernel.MessageSlot) + sizeof(Kernel.Stretch) + SpokenLeg.NameSize + SpokenLeg.PacketSize));
        thread = new Thread(Speak) { Name = "talk", IsBackground = true };
        thread.Start();
    }

    /// <summary>Packets in this window and all before.</summary>
    public long Sent => Interlocked.Read(ref sent);

    public int Legs => Volatile.Read(ref legs);

    /// <param name="port">Of the server, for this leg.</param>
    public void AddCaller(int port) => Add(callers, port);

    public void AddAgent(int port) => Add(agents, port);

    /// <summary>Packets sent from now on are marked with another number, which is returned.</summary>
    public int NextWindow()
    {
        lock (changing)
        {
            return ++window;
        }
    }

    public void Dispose()
    {
        over = true;
        thread.Join();
        NativeMemory.Free(slots);
    }

    private void Add(RtpEar from, int port)
    {
        lock (changing)
        {
            // An agent who hears music for a moment is no caller.
            if (ports.Add(port))
            {
                parts[legs++ % Parts].Add(new SpokenLeg(from.Descriptor, port));
            }
        }
    }

    private void Speak()
    {
        var start = Stopwatch.GetTimestamp();
        for (long part = 0; !over; part++)
        {
            lock (changing)
            {
                var speaking = parts[part % Parts];
                // Those of one socket together, as many as a call takes.
                foreach (var side in speaking.GroupBy(leg => leg.Socket))
                {
                    foreach (var some in side.Chunk(Batch))
                    {
                        Send(side.Key, some);
                    }
                }
            }

            // What is late is made up for: as many packets as real talk has.
            var early = TimeSpan.FromMilliseconds(part + 1) - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
            {
                Thread.Sleep(early);
            }
        }
    }

    private void Send(int socket, SpokenLeg[] some)
    {
        var stretches = (Kernel.Stretch*)(slots + Batch);
        var names = (byte*)(stretches + Batch);
        var packets = names + (Batch * SpokenLeg.NameSize);
        var mark = new RelayMark(window, (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * 100);
        for (var i = 0; i < some.Length; i++)
        {
            var name = names + (i * SpokenLeg.NameSize);
            var packet = packets + (i * SpokenLeg.PacketSize);
            some[i].Write(new Span<byte>(name, SpokenLeg.NameSize), new Span<byte>(packet, SpokenLeg.PacketSize), mark);
            stretches[i] = new Kernel.Stretch { Start = packet, Length = SpokenLeg.PacketSize };
            slots[i] = new Kernel.MessageSlot { Name = name, NameLength = SpokenLeg.NameSize, Stretches = stretches + i, StretchCount = 1 };
        }

        for (var done = 0; done < some.Length;)
        {
            var now = Kernel.SendMany(socket, slots + done, (uint)(some.Length - done), 0);
            if (now <= 0)
            {
                break;
            }

            done += now;
        }

        Interlocked.Add(ref sent, some.Length);
    }
}
