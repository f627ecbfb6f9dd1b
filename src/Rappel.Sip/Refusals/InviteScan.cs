namespace Rappel.Sip.Refusals;

/// <summary>What a glance at a message says.</summary>
public enum InviteGlance
{
    /// <summary>No INVITE, or one within a dialog.</summary>
    NoNewCall,

    /// <summary>An INVITE that begins a call, all in the usual form.</summary>
    Plain,

    /// <summary>Only the parser can tell.</summary>
    Unclear,
}

/// <summary>
/// The few headers of an INVITE that a refusal repeats, found in its bytes without reading the rest: refusing a call must cost next to nothing
/// when there is no room for calls. It takes the usual form only; what is folded, quoted in odd places or doubled is left to the parser. A
/// message that the parser would refuse may pass here: it is refused all the same.
/// </summary>
public ref struct InviteScan
{
    private ReadOnlySpan<byte> _head;

    /// <summary>The first row of Via.</summary>
    public ReadOnlySpan<byte> Via { get; private set; }

    public ReadOnlySpan<byte> From { get; private set; }

    public ReadOnlySpan<byte> To { get; private set; }

    public ReadOnlySpan<byte> CallId { get; private set; }

    public ReadOnlySpan<byte> CSeq { get; private set; }

    /// <summary>All header rows.</summary>
    internal readonly HeaderLines Rows => new(_head);

    /// <summary>Never throws on any bytes. The scan is good for <see cref="InviteGlance.Plain"/> only.</summary>
    /// <param name="message">A datagram, or one message cut out of a stream.</param>
    public static InviteGlance Read(ReadOnlySpan<byte> message, out InviteScan scan)
    {
        scan = default;
        while (message.StartsWith("\r\n"u8))
        {
            message = message[2..];
        }

        if (!message.StartsWith("INVITE "u8))
        {
            return InviteGlance.NoNewCall;
        }

        var end = message.IndexOf("\r\n\r\n"u8);
        var first = message.IndexOf("\r\n"u8);
        if (end < 0 || end > SipLimits.Default.HeadBytes || first == end)
        {
            return InviteGlance.Unclear;
        }

        scan._head = message[(first + 2)..end];
        return scan.ReadRows() ? ToTag(scan.To) : InviteGlance.Unclear;
    }

    /// <summary>The user of the From address, as 1001 of <c>"Ada" &lt;sip:1001@acme&gt;</c>; empty where none is seen. For a first sorting only: it is
    /// not unescaped, and anybody can write it.</summary>
    public readonly ReadOnlySpan<byte> FromUser
    {
        get
        {
            var address = From[(From.LastIndexOf((byte)'<') + 1)..];
            var colon = address.IndexOf((byte)':');
            var at = address.IndexOf((byte)'@');
            return colon >= 0 && at > colon ? address[(colon + 1)..at] : [];
        }
    }

    private bool ReadRows()
    {
        var rows = Rows;
        while (rows.Next())
        {
            var sound = rows.Name.Length switch
            {
                1 => (rows.Name[0] | 0x20) switch
                {
                    'v' => KeepFirstVia(rows.Value),
                    'f' => KeepFrom(rows.Value),
                    't' => KeepTo(rows.Value),
                    'i' => KeepCallId(rows.Value),
                    _ => true,
                },
                2 when rows.Is("to"u8, 0) => KeepTo(rows.Value),
                3 when rows.Is("via"u8, 0) => KeepFirstVia(rows.Value),
                4 when rows.Is("from"u8, 0) => KeepFrom(rows.Value),
                4 when rows.Is("cseq"u8, 0) => KeepCSeq(rows.Value),
                7 when rows.Is("call-id"u8, 0) => KeepCallId(rows.Value),
                _ => true,
            };
            if (!sound)
            {
                return false;
            }
        }

        return !rows.IsUnclear && !Via.IsEmpty && !From.IsEmpty && !To.IsEmpty && !CallId.IsEmpty && !CSeq.IsEmpty;
    }

    // Each of these but Via may stand once only: false for a second one, of which the parser says what is wrong.
    private bool KeepFirstVia(ReadOnlySpan<byte> value)
    {
        Via = Via.IsEmpty ? value : Via;
        return !value.IsEmpty;
    }

    private bool KeepFrom(ReadOnlySpan<byte> value)
    {
        var first = From.IsEmpty;
        From = value;
        return first;
    }

    private bool KeepTo(ReadOnlySpan<byte> value)
    {
        var first = To.IsEmpty;
        To = value;
        return first;
    }

    private bool KeepCallId(ReadOnlySpan<byte> value)
    {
        var first = CallId.IsEmpty;
        CallId = value;
        return first;
    }

    private bool KeepCSeq(ReadOnlySpan<byte> value)
    {
        var first = CSeq.IsEmpty;
        CSeq = value;
        return first;
    }

    /// <summary>RFC 3261 §12.2: a tag in To says that the request is of a dialog.</summary>
    private static InviteGlance ToTag(ReadOnlySpan<byte> to)
    {
        if (to[0] == '"')
        {
            // A display name with an escape in it is rare enough for the parser.
            var close = to[1..].IndexOfAny((byte)'"', (byte)'\\') + 1;
            if (close == 0 || to[close] == '\\')
            {
                return InviteGlance.Unclear;
            }

            to = to[(close + 1)..];
        }

        var open = to.IndexOf((byte)'<');
        var shut = to.IndexOf((byte)'>');
        if (open >= 0 ? shut < open : shut >= 0)
        {
            return InviteGlance.Unclear;
        }

        // Without brackets all parameters are of the header (RFC 3261 §20.10).
        var semicolon = to[(shut + 1)..].IndexOf((byte)';');
        var parameters = semicolon < 0 ? [] : to[(shut + 1 + semicolon)..];
        return parameters.IndexOfAny((byte)'"', (byte)'<') >= 0 || to[..(open + 1)].Contains((byte)'"') ? InviteGlance.Unclear : TagIn(parameters);
    }

    private static InviteGlance TagIn(ReadOnlySpan<byte> parameters)
    {
        while (!parameters.IsEmpty)
        {
            parameters = parameters[1..];
            var end = parameters.IndexOf((byte)';');
            var one = (end < 0 ? parameters : parameters[..end]).Trim(" \t"u8);
            parameters = end < 0 ? [] : parameters[end..];
            if (one.Length < 3 || !System.Text.Ascii.EqualsIgnoreCase(one[..3], "tag"u8))
            {
                continue;
            }

            var value = one[3..].TrimStart(" \t"u8);
            if (value.Length > 1 && value[0] == '=')
            {
                return InviteGlance.NoNewCall;
            }

            if (value.IsEmpty || value[0] == '=')
            {
                return InviteGlance.Unclear;
            }
        }

        return InviteGlance.Plain;
    }
}
