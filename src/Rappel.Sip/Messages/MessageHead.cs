using System.Text;

namespace Rappel.Sip.Messages;

/// <summary>The start line and headers, read on past a first fault as far as they can be, so that a bad request can still be answered.</summary>
internal sealed class MessageHead
{
    /// <summary>Rows that few messages go beyond.</summary>
    private const int UsualHeaders = 16;

    private readonly string text;
    private readonly int lineLength;
    private readonly SipLimits limits;

    private MessageHead(string text, SipLimits limits)
    {
        this.text = text;
        this.limits = limits;
        var end = text.AsSpan().IndexOf("\r\n");
        lineLength = end < 0 ? text.Length : end;
    }

    public ReadOnlySpan<char> StartLine => text.AsSpan(0, lineLength);

    public List<SipHeader> Headers { get; } = new(UsualHeaders);

    public Fault? Fault { get; private set; }

    /// <param name="text">From the start line on, without the empty line at the end. The headers are parts of it.</param>
    public static MessageHead Read(string text, SipLimits limits)
    {
        var head = new MessageHead(text, limits);
        head.ReadHeaders();
        if (head.StartLine.ContainsAny('\r', '\n'))
        {
            head.Note("Bare CR or LF");
        }

        return head;
    }

    private void Note(string reason) => Fault ??= Messages.Fault.Bad(reason);

    private void ReadHeaders()
    {
        for (var at = lineLength + 2; at < text.Length;)
        {
            var end = EndOfField(at, out var folded);
            if (Headers.Count == limits.HeaderCount)
            {
                Note("Too many headers");
                return;
            }

            ReadField(at, end, folded);
            at = end + 2;
        }
    }

    /// <summary>Where one header field ends, continuation lines included: at its last line end.</summary>
    private int EndOfField(int at, out bool folded)
    {
        folded = false;
        while (true)
        {
            var next = text.AsSpan(at).IndexOf("\r\n");
            if (next < 0)
            {
                return text.Length;
            }

            at += next;
            if (at + 2 >= text.Length || !SipCharacters.IsLws(text[at + 2]))
            {
                return at;
            }

            folded = true;
            at += 2;
        }
    }

    private void ReadField(int start, int end, bool folded)
    {
        var field = text.AsSpan(start, end - start);
        var colon = field.IndexOf(':');
        if (colon < 0 || NameOf(field[..colon].TrimEnd(SipCharacters.Lws)) is not { } name)
        {
            Note("Malformed header line");
            return;
        }

        var header = Valued(name, start + colon + 1, end, folded);
        if (name.Text.Length > limits.HeaderLength || header.Span.Length > limits.HeaderLength)
        {
            Note("Header too long");
            return;
        }

        // A line end that is not CRLF means one thing to us and another to the next reader: that is how headers are smuggled in.
        if (header.Span.ContainsAny('\r', '\n'))
        {
            Note("Bare CR or LF");
            return;
        }

        Headers.Add(header);
    }

    private static HeaderName? NameOf(ReadOnlySpan<char> name) =>
        HeaderNames.TryFind(name, out var known) ? known : SipCharacters.IsToken(name) ? new HeaderName(name.ToString()) : null;

    private SipHeader Valued(HeaderName name, int start, int end, bool folded)
    {
        if (folded)
        {
            return new SipHeader(name, Unfold(text.AsSpan(start, end - start)));
        }

        while (start < end && SipCharacters.IsLws(text[start]))
        {
            start++;
        }

        while (end > start && SipCharacters.IsLws(text[end - 1]))
        {
            end--;
        }

        return new SipHeader(name, text, start, end - start);
    }

    /// <summary>Each line end, with the white space around it, becomes one space (RFC 3261 §7.3.1).</summary>
    private static string Unfold(ReadOnlySpan<char> value)
    {
        var unfolded = new StringBuilder(value.Length);
        while (true)
        {
            var end = value.IndexOf("\r\n");
            var line = SipCharacters.Trim(end < 0 ? value : value[..end]);
            if (unfolded.Length > 0 && !line.IsEmpty)
            {
                unfolded.Append(' ');
            }

            unfolded.Append(line);
            if (end < 0)
            {
                return unfolded.ToString();
            }

            value = value[(end + 2)..];
        }
    }
}
