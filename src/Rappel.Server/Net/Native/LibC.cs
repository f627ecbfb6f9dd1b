using System.Runtime.InteropServices;

namespace Rappel.Server.Net.Native;

/// <summary>
/// The calls of the C library on Linux that the framework has no counterpart for, or one that costs as much as the call. All arguments lie
/// in memory as C wants them, so nothing is converted, and no code of ours needs to be unsafe. Errors are told by -1 alone: whoever calls
/// does the same whatever the reason. All but the shortest wait in the kernel where the collector need not wait for them.
/// </summary>
internal static class LibC
{
    public const int InternetDomain = 2;
    public const int Internet6Domain = 10;
    public const int DatagramNonBlockingCloseOnExec = 2 | 0x800 | 0x80000;
    public const int SocketLevel = 1;
    public const int ReceiveBuffer = 8;
    public const int Internet6Level = 41;
    public const int Internet6Only = 26;
    public const int EpollCloseOnExec = 0x80000;
    public const int EpollAdd = 1;
    public const int EpollIn = 1;
    public const int EpollEdge = 1 << 31;
    public const int EventNonBlockingCloseOnExec = 0x800 | 0x80000;
    private const int OpenFiles = 7;

    [DllImport("libc", EntryPoint = "socket")]
    public static extern int Socket(int domain, int type, int protocol);

    [DllImport("libc", EntryPoint = "setsockopt")]
    public static extern int SetSocketOption(int descriptor, int level, int name, in int value, int length);

    [DllImport("libc", EntryPoint = "bind")]
    public static extern int Bind(int descriptor, in byte address, int length);

    [DllImport("libc", EntryPoint = "close")]
    public static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "sendto")]
    public static extern nint SendTo(int descriptor, in byte bytes, nint length, int flags, in byte address, int addressLength);

    [DllImport("libc", EntryPoint = "recvfrom")]
    public static extern nint ReceiveFrom(int descriptor, ref byte bytes, nint length, int flags, ref byte address, ref int addressLength);

    [DllImport("libc", EntryPoint = "epoll_create1")]
    public static extern int EpollCreate(int flags);

    /// <param name="happening">A <c>struct epoll_event</c>: its layout depends on the processor (<see cref="SocketWatch"/>).</param>
    [DllImport("libc", EntryPoint = "epoll_ctl")]
    public static extern int EpollControl(int epoll, int operation, int descriptor, in int happening);

    [DllImport("libc", EntryPoint = "epoll_wait")]
    public static extern int EpollWait(int epoll, ref int happenings, int most, int milliseconds);

    /// <summary>Linux 5.11, glibc 2.35; only with 64 bits are the fields of <paramref name="atMost"/> as declared here.</summary>
    [DllImport("libc", EntryPoint = "epoll_pwait2")]
    public static extern int EpollWait(int epoll, ref int happenings, int most, in TimeSpec atMost, nint signals);

    [DllImport("libc", EntryPoint = "eventfd")]
    public static extern int EventDescriptor(uint count, int flags);

    [DllImport("libc", EntryPoint = "write")]
    public static extern nint Write(int descriptor, in long value, nint length);

    [DllImport("libc", EntryPoint = "nanosleep")]
    public static extern int Sleep(in TimeSpec time, nint left);

    /// <summary>Descriptors that this process may have open at once; as many as can be counted where the system does not tell.</summary>
    public static long DescriptorLimit() => GetLimit(OpenFiles, out var limit) == 0 && limit.Now < long.MaxValue ? (long)limit.Now : long.MaxValue;

    [DllImport("libc", EntryPoint = "getrlimit")]
    private static extern int GetLimit(int resource, out Limit limit);

    /// <summary>With two zeros: of the thread that calls.</summary>
    [DllImport("libc", EntryPoint = "setpriority")]
    public static extern int SetPriority(int which, int who, int nice);

    /// <summary><c>struct rlimit</c> of a 64-bit machine: what holds now, and how far it may be raised.</summary>
    private readonly struct Limit
    {
        public readonly ulong Now;
        public readonly ulong Most;
    }

    /// <summary><c>struct timespec</c> of a 64-bit machine.</summary>
    public readonly struct TimeSpec(long nanoseconds)
    {
        private const long Second = 1_000_000_000;

        private readonly long seconds = nanoseconds / Second;
        private readonly long part = nanoseconds % Second;

        public override string ToString() => $"{seconds}.{part:D9} s";
    }
}
