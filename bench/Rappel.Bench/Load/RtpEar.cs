using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading;

namespace Rappel.Bench.Load;

/// <summary>
/// Where all callers listen: one port for every call. Packets are taken many at a time, some milliseconds after they came, but each is timed
/// by the system when it arrived (on loopback: in the sender's own call), so how busy this side is does not show in the gaps.
/// </summary>
internal sealed unsafe class RtpEar : IDisposable
{
    private const int Batch = 256;
    private const int PacketSize = 256;
    private const int NameSize = 16;
    private const int ControlSize = 64;
    private const int Buffer = 64 << 20;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1);

    private readonly Socket rtp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket rtcp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly byte* memory;
    private readonly Kernel.MessageSlot* slots;
    private readonly Thread thread;
    private readonly IPacketListener listener;
    private volatile bool over;

    public RtpEar(int port, IPacketListener listener)
    {
        Port = port;
        this.listener = listener;
        rtp.Bind(new IPEndPoint(IPAddress.Loopback, port));
        // Never read: bound so that reports do not come back refused.
        rtcp.Bind(new IPEndPoint(IPAddress.Loopback, port + 1));
        var socket = Descriptor;
        if (!Kernel.Set(socket, Kernel.ForceReceiveBuffer, Buffer))
        {
            rtp.ReceiveBufferSize = Buffer;
        }

        Kernel.Set(socket, Kernel.TimestampNanoseconds, 1);
        Kernel.Set(socket, Kernel.CountOverflows, 1);
        memory = (byte*)NativeMemory.AllocZeroed(Batch, (nuint)(sizeof(Kernel.MessageSlot) + sizeof(Kernel.Stretch) + NameSize + ControlSize + PacketSize));
        slots = (Kernel.MessageSlot*)memory;
        Arrange();
        thread = new Thread(() => Listen(socket)) { Name = "ear", IsBackground = true };
        thread.Start();
    }

    public int Port { get; }

    /// <summary>To speak from the port that listens, as callers do.</summary>
    public int Descriptor => (int)rtp.SafeHandle.DangerousGetHandle();

    /// <summary>Packets that the system threw away because we did not take them: figures of a run that lost any are not of the server.</summary>
    public uint Lost { get; private set; }

    public void Dispose()
    {
        over = true;
        thread.Join();
        rtp.Dispose();
        rtcp.Dispose();
        NativeMemory.Free(memory);
    }

    private void Arrange()
    {
        var stretches = (Kernel.Stretch*)(slots + Batch);
        var names = (byte*)(stretches + Batch);
        var controls = names + (Batch * NameSize);
        var packets = controls + (Batch * ControlSize);
        for (var i = 0; i < Batch; i++)
        {
            stretches[i] = new Kernel.Stretch { Start = packets + (i * PacketSize), Length = PacketSize };
            slots[i] = new Kernel.MessageSlot { Name = names + (i * NameSize), Stretches = stretches + i, StretchCount = 1, Control = controls + (i * ControlSize) };
        }
    }

    private void Listen(int socket)
    {
        while (!over)
        {
            for (var i = 0; i < Batch; i++)
            {
                slots[i].NameLength = NameSize;
                slots[i].ControlLength = ControlSize;
            }

            var got = Kernel.ReceiveMany(socket, slots, Batch, Kernel.DoNotWait, null);
            if (got > 0)
            {
                listener.Begin();
                for (var i = 0; i < got; i++)
                {
                    Take(slots[i]);
                }

                listener.End();
            }

            if (got < Batch)
            {
                Thread.Sleep(Between);
            }
        }
    }

    private void Take(in Kernel.MessageSlot slot)
    {
        var packet = new ReadOnlySpan<byte>(slot.Stretches->Start, (int)slot.Length);
        var source = BinaryPrimitives.ReadUInt16BigEndian(new ReadOnlySpan<byte>(slot.Name + 2, 2));
        listener.Heard(source, packet, Arrived(slot));
    }

    private long Arrived(in Kernel.MessageSlot slot)
    {
        long at = 0;
        var left = (long)slot.ControlLength;
        for (var head = slot.Control; left >= sizeof(Kernel.ControlHead);)
        {
            var control = (Kernel.ControlHead*)head;
            var value = head + sizeof(Kernel.ControlHead);
            if (control->Type == Kernel.TimestampNanoseconds)
            {
                at = (((long*)value)[0] * 1_000_000_000) + ((long*)value)[1];
            }
            else if (control->Type == Kernel.CountOverflows)
            {
                Lost = *(uint*)value;
            }

            var step = ((long)control->Length + 7) & ~7L;
            head += step;
            left -= step;
        }

        return at;
    }
}
