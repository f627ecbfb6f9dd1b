using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Transports;

/// <summary>
/// Cuts messages out of the bytes of one connection (RFC 3261 §18.3). Content-Length is a must here. Where it is malformed, repeated or too large
/// the head goes out as a last message, which the parser refuses with a status to answer, and then the stream is broken.
/// Holds at most one message and what was appended with it; the owner takes all items between two appends.
/// </summary>
public sealed class StreamFramer(SipLimits? limits = null)
{
    private readonly SipLimits limits = limits ?? SipLimits.Default;
    private byte[] buffer = [];
    private int start;
    private int end;

    /// <summary>From <see cref="start"/>: where the search for the end of the head goes on. Never back, so a slow sender costs no more than a fast one.</summary>
    private int searched;

    /// <summary>Of the message under way, head included; 0 while the head is not whole.</summary>
    private int messageLength;

    private bool halfPing;
    private string? fault;
    private bool faultTold;

    /// <summary>Bytes waiting for the rest of their message.</summary>
    public int Buffered => end - start;

    /// <summary>Takes what was received. Ignored once the stream is broken.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (fault is not null)
        {
            return;
        }

        if (end + bytes.Length > buffer.Length)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(buffer.AsSpan(end));
        end += bytes.Length;
    }

    public bool TryTake([NotNullWhen(true)] out StreamItem? item)
    {
        item = null;
        if (fault is null && messageLength == 0)
        {
            if (TryTakeLineEnds())
            {
                item = new StreamItem.Ping();
                return true;
            }

            item = ReadHead();
        }

        if (item is null && messageLength > 0 && Buffered >= messageLength)
        {
            item = Cut(messageLength);
        }

        if (item is null && fault is not null && !faultTold)
        {
            faultTold = true;
            buffer = [];
            start = end = 0;
            item = new StreamItem.Broken(fault);
        }

        return item is not null;
    }

    private void MakeRoom(int length)
    {
        var needed = Buffered + length;
        var target = needed <= buffer.Length / 2 ? buffer : new byte[Math.Max(needed * 2, 2048)];
        buffer.AsSpan(start, Buffered).CopyTo(target);
        (buffer, end, start) = (target, Buffered, 0);
    }

    private StreamItem.Message Cut(int length)
    {
        var message = buffer.AsSpan(start, length).ToArray();
        start += length;
        searched = 0;
        messageLength = 0;
        if (Buffered == 0)
        {
            // Idle connections are many; they keep no buffer.
            buffer = [];
            start = end = 0;
        }

        return new StreamItem.Message(message);
    }

    /// <summary>Line ends between messages: two make a ping, one alone is a pong or padding. True for a ping.</summary>
    private bool TryTakeLineEnds()
    {
        while (buffer.AsSpan(start, Buffered).StartsWith("\r\n"u8))
        {
            start += 2;
            searched = 0;
            halfPing = !halfPing;
            if (!halfPing)
            {
                return true;
            }
        }

        // A lone CR may be the first half of a line end still on its way.
        halfPing &= Buffered == 0 || (Buffered == 1 && buffer[start] == '\r');
        return false;
    }

    /// <summary>Finds the length of the message once its head is whole. Gives the head itself where the length is not to be had.</summary>
    private StreamItem.Message? ReadHead()
    {
        var bytes = buffer.AsSpan(start, Buffered);
        var found = bytes[searched..].IndexOf("\r\n\r\n"u8);
        if (found < 0)
        {
            searched = Math.Max(0, bytes.Length - 3);
            if (bytes.Length > limits.HeadBytes)
            {
                fault = "Head too large";
            }

            return null;
        }

        var head = searched + found + 4;
        var verdict = LengthScan.Read(bytes[..head], out var body);
        if (verdict == LengthVerdict.Known && head <= limits.HeadBytes && body <= limits.BodyBytes && head + body <= limits.MessageBytes)
        {
            messageLength = head + (int)body;
            return null;
        }

        fault = verdict switch
        {
            LengthVerdict.Known => "Message too large",
            LengthVerdict.Missing => "No Content-Length",
            _ => "Malformed Content-Length",
        };

        // Without a length the parser would take the head for a whole message, so only the others are worth its answer.
        return verdict == LengthVerdict.Missing ? null : Cut(head);
    }
}
