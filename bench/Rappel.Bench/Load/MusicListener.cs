using System.Buffers.Binary;
using System.Threading;
using Rappel.Measuring;

namespace Rappel.Bench.Load;

/// <summary>Listens to prompts and music: enters each packet into a book of streams.</summary>
internal sealed class MusicListener : IPacketListener
{
    private const int RtpHeader = 12;

    private readonly Lock writing = new();
    private readonly StreamBook book = new();

    public void Begin() => writing.Enter();

    public void End() => writing.Exit();

    public void Heard(int source, ReadOnlySpan<byte> packet, long at)
    {
        // Version 2, PCMU; RTCP has its own port.
        if (packet.Length > RtpHeader && packet[0] >> 6 == 2 && (packet[1] & 0x7F) == 0)
        {
            book.Add(
                source, BinaryPrimitives.ReadUInt32BigEndian(packet[8..]), BinaryPrimitives.ReadUInt16BigEndian(packet[2..]), at, PromptTone.Is(packet[RtpHeader..]));
        }
    }

    /// <summary>Looks at the book while nothing is written to it.</summary>
    public T Look<T>(Func<StreamBook, T> look)
    {
        lock (writing)
        {
            return look(book);
        }
    }

    /// <summary>Begins to count anew.</summary>
    public void Clear() => Look(b =>
    {
        b.Clear();
        return true;
    });

    /// <summary>Begins to count anew, without what is known of any stream.</summary>
    public void Forget() => Look(b =>
    {
        b.Forget();
        return true;
    });
}
