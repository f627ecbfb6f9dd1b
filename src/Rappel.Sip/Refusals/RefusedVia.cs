using System.Text;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Refusals;

/// <summary>The first row of Via in an answer: its top value marked with where the request came from (RFC 3261 §18.2.1, RFC 3581 §4).</summary>
internal static class RefusedVia
{
    private const int DefaultPort = 5060;

    /// <summary>False where the value is not of the usual form.</summary>
    /// <param name="row">The first row of Via, maybe with further values after a comma.</param>
    /// <param name="source">Where the request came from.</param>
    /// <param name="target">Written to; room for the row and <see cref="Marks"/>.</param>
    /// <param name="length">Bytes written.</param>
    /// <param name="port">Where the answer goes, at the source's address (§18.2.2).</param>
    public static bool TryWrite(ReadOnlySpan<byte> row, Flow source, Span<byte> target, out int length, out int port)
    {
        length = 0;
        port = source.RemotePort;
        if (row.IndexOfAny("\"<("u8) >= 0)
        {
            return false;
        }

        var comma = row.IndexOf((byte)',');
        var top = (comma < 0 ? row : row[..comma]).TrimEnd(" \t"u8);
        var space = top.IndexOfAny((byte)' ', (byte)'\t');
        if (space < 9 || !Ascii.EqualsIgnoreCase(top[..8], "SIP/2.0/"u8))
        {
            return false;
        }

        var rest = top[space..].TrimStart(" \t"u8);
        var semicolon = rest.IndexOf((byte)';');
        var sentBy = semicolon < 0 ? rest : rest[..semicolon];
        if (sentBy.IsEmpty || sentBy[0] == '[' || rest.IndexOfAny((byte)' ', (byte)'\t') >= 0 || !TryReadPort(ref sentBy, out var sentPort))
        {
            return false;
        }

        var parameters = semicolon < 0 ? [] : rest[semicolon..];
        var wantsPort = Wants(parameters);
        port = source.Transport == SipTransport.Udp && !wantsPort ? sentPort : source.RemotePort;
        if (!wantsPort && Ascii.EqualsIgnoreCase(sentBy, source.RemoteAddress.AsSpan()))
        {
            length = Append(target, 0, row);
            return true;
        }

        length = Append(target, 0, top[..(top.Length - parameters.Length)]);
        length = AppendOthers(target, length, parameters);
        length = Append(target, length, ";received="u8);
        length += Encoding.ASCII.GetBytes(source.RemoteAddress, target[length..]);
        if (wantsPort)
        {
            length = Append(target, length, ";rport="u8);
            System.Buffers.Text.Utf8Formatter.TryFormat(source.RemotePort, target[length..], out var digits);
            length += digits;
        }

        length = comma < 0 ? length : Append(target, length, row[comma..]);
        return true;
    }

    /// <summary>Most that the marks add to a row.</summary>
    public const int Marks = 80;

    /// <summary>Cuts the port off.</summary>
    private static bool TryReadPort(ref ReadOnlySpan<byte> sentBy, out int port)
    {
        port = DefaultPort;
        var colon = sentBy.IndexOf((byte)':');
        if (colon < 0)
        {
            return true;
        }

        var digits = sentBy[(colon + 1)..];
        sentBy = sentBy[..colon];
        return System.Buffers.Text.Utf8Parser.TryParse(digits, out port, out var read) && read == digits.Length && port is > 0 and <= 65_535;
    }

    private static bool Wants(ReadOnlySpan<byte> parameters)
    {
        while (!parameters.IsEmpty)
        {
            var one = Cut(ref parameters);
            if (IsNamed(one, "rport"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static int AppendOthers(Span<byte> target, int at, ReadOnlySpan<byte> parameters)
    {
        while (!parameters.IsEmpty)
        {
            var one = Cut(ref parameters);
            if (!IsNamed(one, "rport"u8) && !IsNamed(one, "received"u8))
            {
                target[at] = (byte)';';
                at = Append(target, at + 1, one);
            }
        }

        return at;
    }

    /// <summary>Takes the first parameter off, without its semicolon.</summary>
    private static ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> parameters)
    {
        var rest = parameters[1..];
        var end = rest.IndexOf((byte)';');
        parameters = end < 0 ? [] : rest[end..];
        return end < 0 ? rest : rest[..end];
    }

    private static bool IsNamed(ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> name) =>
        parameter.Length >= name.Length && Ascii.EqualsIgnoreCase(parameter[..name.Length], name)
        && (parameter.Length == name.Length || parameter[name.Length] == '=');

    private static int Append(Span<byte> target, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target[at..]);
        return at + bytes.Length;
    }
}
