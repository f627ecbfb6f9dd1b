namespace Rappel.Sip.Messages;

/// <summary>The start line and headers, read on past a first fault as far as they can be, so that a bad request can still be answered.</summary>
internal sealed class MessageHead
{
    private readonly SipLimits limits;

    private MessageHead(string startLine, SipLimits limits)
    {
        StartLine = startLine;
        this.limits = limits;
    }

    public string StartLine { get; }

    public List<SipHeader> Headers { get; } = [];

    public Fault? Fault { get; private set; }

    /// <param name="text">From the start line on, without the empty line at the end.</param>
    public static MessageHead Read(ReadOnlySpan<char> text, SipLimits limits)
    {
        var end = text.IndexOf("\r\n");
        var head = new MessageHead((end < 0 ? text : text[..end]).ToString(), limits);
        head.ReadHeaders(end < 0 ? [] : text[(end + 2)..]);
        if (head.StartLine.AsSpan().ContainsAny('\r', '\n'))
        {
            head.Note("Bare CR or LF");
        }

        return head;
    }

    private void Note(string reason) => Fault ??= Messages.Fault.Bad(reason);

    private void ReadHeaders(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = FieldLength(text, out var folded);
            if (Headers.Count == limits.HeaderCount)
            {
                Note("Too many headers");
                return;
            }

            ReadField(text[..length], folded);
            text = length + 2 <= text.Length ? text[(length + 2)..] : [];
        }
    }

    /// <summary>Length of one header field, continuation lines included, up to but without its last line end.</summary>
    private static int FieldLength(ReadOnlySpan<char> text, out bool folded)
    {
        folded = false;
        var at = 0;
        while (true)
        {
            var next = text[at..].IndexOf("\r\n");
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

    private void ReadField(ReadOnlySpan<char> field, bool folded)
    {
        var colon = field.IndexOf(':');
        var name = colon < 0 ? field : field[..colon].TrimEnd(SipCharacters.Lws);
        if (colon < 0 || !SipCharacters.IsToken(name))
        {
            Note("Malformed header line");
            return;
        }

        var value = field[(colon + 1)..];
        var unfolded = folded ? Unfold(value) : value.Trim(SipCharacters.Lws).ToString();
        if (name.Length > limits.HeaderLength || unfolded.Length > limits.HeaderLength)
        {
            Note("Header too long");
            return;
        }

        // A line end that is not CRLF means one thing to us and another to the next reader: that is how headers are smuggled in.
        if (unfolded.AsSpan().ContainsAny('\r', '\n'))
        {
            Note("Bare CR or LF");
            return;
        }

        Headers.Add(new SipHeader(HeaderNames.LongForm(name), unfolded));
    }

    /// <summary>Each line end, with the white space around it, becomes one space (RFC 3261 §7.3.1).</summary>
    private static string Unfold(ReadOnlySpan<char> value)
    {
        var text = new System.Text.StringBuilder(value.Length);
        while (true)
        {
            var end = value.IndexOf("\r\n");
            var line = (end < 0 ? value : value[..end]).Trim(SipCharacters.Lws);
            if (text.Length > 0 && !line.IsEmpty)
            {
                text.Append(' ');
            }

            text.Append(line);
            if (end < 0)
            {
                return text.ToString();
            }

            value = value[(end + 2)..];
        }
    }
}
