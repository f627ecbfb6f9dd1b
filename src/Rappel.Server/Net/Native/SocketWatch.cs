using System.IO;
using System.Runtime.InteropServices;

namespace Rappel.Server.Net.Native;

/// <summary>
/// Waits for many sockets at once (epoll), for one thread; any thread may end the wait. A socket stays ready until it has been read empty:
/// one datagram may be taken at a time, and none is forgotten. One that is closed is watched no more.
/// </summary>
internal sealed class SocketWatch : IDisposable
{
    /// <summary>Descriptors told in one wait.</summary>
    public const int Most = 128;

    // Packed on x86-64 alone: there the descriptor lies right behind the four bytes of flags.
    private static readonly int Packed = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 1 : 2;
    private static readonly int Stride = Packed + 2;

    private readonly int epoll;
    private readonly int bell;
    private readonly int[] happenings = GC.AllocateArray<int>(Most * Stride, pinned: true);
    private readonly bool exact;
    private int ready;

    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    /// <exception cref="IOException">The system has no descriptor left.</exception>
    public SocketWatch()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("the media loop waits with epoll, which only Linux has");
        }

        epoll = LibC.EpollCreate(LibC.EpollCloseOnExec);
        bell = LibC.EventDescriptor(0, LibC.EventNonBlockingCloseOnExec);
        // By its edge: each ring is told once, and nobody has to read it.
        if (epoll < 0 || bell < 0 || !Add(bell, LibC.EpollIn | LibC.EpollEdge))
        {
            Dispose();
            throw new IOException("the system gives no descriptor to watch sockets with");
        }

        exact = HasExactWait();
    }

    /// <summary>False where the system would not.</summary>
    public bool Add(UdpSocket socket) => Add(socket.Descriptor, LibC.EpollIn);

    /// <summary>Until a socket is ready, the bell rings, or the time is over. Gives how many are ready.</summary>
    /// <param name="nanoseconds">Zero or less to look only.</param>
    public int Wait(long nanoseconds)
    {
        var atMost = Math.Max(0, nanoseconds);
        var found = exact
            ? LibC.EpollWait(epoll, ref happenings[0], Most, new LibC.TimeSpec(atMost), 0)
            : LibC.EpollWait(epoll, ref happenings[0], Most, (int)Math.Min((atMost + 999_999) / 1_000_000, int.MaxValue));
        // -1 is a signal.
        ready = Math.Max(0, found);
        return ready;
    }

    /// <summary>One of those the last wait found ready: its descriptor. The bell's may be among them.</summary>
    public int Ready(int index) => happenings[(index * Stride) + Packed];

    /// <summary>Ends the wait, now or the next one.</summary>
    public void Ring() => _ = LibC.Write(bell, 1, sizeof(long));

    public void Dispose()
    {
        _ = LibC.Close(epoll);
        _ = LibC.Close(bell);
    }

    private bool Add(int descriptor, int flags)
    {
        Span<int> happening = stackalloc int[4];
        happening.Clear();
        happening[0] = flags;
        happening[Packed] = descriptor;
        return LibC.EpollControl(epoll, LibC.EpollAdd, descriptor, in happening[0]) == 0;
    }

    /// <summary>Older systems wait whole milliseconds.</summary>
    private bool HasExactWait()
    {
        try
        {
            return Environment.Is64BitProcess && LibC.EpollWait(epoll, ref happenings[0], Most, new LibC.TimeSpec(0), 0) >= 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }
}
