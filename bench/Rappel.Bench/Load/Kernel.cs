using System.Runtime.InteropServices;

namespace Rappel.Bench.Load;

/// <summary>What Linux has and .NET does not offer: many datagrams a call, with the time at which the system had each, and pinning.</summary>
internal static unsafe partial class Kernel
{
    public const int SocketLevel = 1;
    public const int ForceReceiveBuffer = 33;
    public const int TimestampNanoseconds = 35;
    public const int CountOverflows = 40;
    public const int DoNotWait = 0x40;

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(int socket, MessageSlot* slots, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int SendMany(int socket, MessageSlot* slots, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetOption(int socket, int level, int option, int* value, uint length);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    public static partial int SetAffinity(int thread, nuint length, ulong* mask);

    public static bool Set(int socket, int option, int value) => SetOption(socket, SocketLevel, option, &value, sizeof(int)) == 0;

    /// <summary><c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Stretch
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary><c>struct mmsghdr</c> of a 64-bit system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageSlot
    {
        public byte* Name;
        public uint NameLength;
        public Stretch* Stretches;
        public nuint StretchCount;
        public byte* Control;
        public nuint ControlLength;
        public int Flags;
        private readonly int unused;

        /// <summary>Of the datagram received.</summary>
        public uint Length;
        private readonly int unusedToo;
    }

    /// <summary><c>struct cmsghdr</c> of a 64-bit system; the value follows.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ControlHead
    {
        public nuint Length;
        public int Level;
        public int Type;
    }
}
