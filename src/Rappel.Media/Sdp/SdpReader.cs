using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Rappel.Media.Sdp;

/// <summary>
/// Reads a session description. Tolerant where phones and gateways in the field are sloppy: bare LF, trailing blanks, missing s= and
/// t=, lines out of order, unknown types. Strict where guessing would send audio astray: m= and c= lines.
/// </summary>
public sealed class SdpReader
{
    private readonly ImmutableArray<SdpStream>.Builder _streams = ImmutableArray.CreateBuilder<SdpStream>();
    private readonly ImmutableArray<SdpAttribute>.Builder _session = ImmutableArray.CreateBuilder<SdpAttribute>();
    private readonly ImmutableArray<SdpAttribute>.Builder _ofStream = ImmutableArray.CreateBuilder<SdpAttribute>();
    private SdpConnection? _connection;
    private SdpStream? _open;
    private string _origin = "";
    private bool _versionSeen;

    private SdpReader()
    {
    }

    /// <summary>False with a reason where the bytes are no session description or pass a limit. Never throws.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, out SdpDescription? description, out string refusal)
    {
        description = null;
        if (body.Length > SdpLimits.Body)
        {
            refusal = "sdp-too-long";
            return false;
        }

        var reader = new SdpReader();
        refusal = reader.ReadAll(Encoding.UTF8.GetString(body));
        if (refusal.Length > 0)
        {
            return false;
        }

        description = new SdpDescription(reader._origin, reader._connection, reader._session.ToImmutable(), reader._streams.ToImmutable());
        return true;
    }

    private string ReadAll(string text)
    {
        var lines = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.TrimEnd();
            if (line.IsEmpty)
            {
                continue;
            }

            if (++lines > SdpLimits.Lines || line.Length > SdpLimits.Line)
            {
                return "sdp-too-long";
            }

            if (line.Length < 2 || line[1] != '=')
            {
                return "sdp-malformed-line";
            }

            var refusal = ReadLine(line[0], line[2..].TrimStart());
            if (refusal.Length > 0)
            {
                return refusal;
            }
        }

        CloseStream();
        return _versionSeen ? "" : "sdp-without-version";
    }

    private string ReadLine(char type, ReadOnlySpan<char> value)
    {
        switch (type)
        {
            case 'v':
                _versionSeen = true;
                return value is "0" ? "" : "sdp-version";
            case 'o':
                _origin = value.ToString();
                return "";
            case 'c':
                return ReadConnection(value);
            case 'm':
                CloseStream();
                return ReadStream(value);
            case 'a':
                return ReadAttribute(value);
            default:
                return "";
        }
    }

    private string ReadConnection(ReadOnlySpan<char> value)
    {
        Span<Range> fields = stackalloc Range[4];
        if (value.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries) < 3
            || !value[fields[0]].Equals("IN", StringComparison.OrdinalIgnoreCase))
        {
            return "sdp-malformed-connection";
        }

        var connection = new SdpConnection(Word(value[fields[1]]).ToUpperInvariant(), UpToSlash(value[fields[2]]).ToString());
        if (_open is null)
        {
            _connection = connection;
        }
        else
        {
            _open = _open with { Connection = connection };
        }

        return "";
    }

    private string ReadStream(ReadOnlySpan<char> value)
    {
        // Kind, port and protocol, the formats, and what is too much.
        Span<Range> fields = stackalloc Range[3 + SdpLimits.Formats + 1];
        var count = value.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count < 4 || !int.TryParse(UpToSlash(value[fields[1]]), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port > 65535)
        {
            return "sdp-malformed-stream";
        }

        if (_streams.Count >= SdpLimits.Streams || count - 3 > SdpLimits.Formats)
        {
            return "sdp-too-long";
        }

        var formats = ImmutableArray.CreateBuilder<string>(count - 3);
        foreach (var format in fields[3..count])
        {
            formats.Add(Word(value[format]));
        }

        _open = new SdpStream(Word(value[fields[0]]).ToLowerInvariant(), port, Word(value[fields[2]]), formats.MoveToImmutable(), null, []);
        return "";
    }

    private static ReadOnlySpan<char> UpToSlash(ReadOnlySpan<char> field)
    {
        var slash = field.IndexOf('/');
        return slash < 0 ? field : field[..slash];
    }

    /// <summary>The words that nearly every description has: one string for all of them.</summary>
    private static string Word(ReadOnlySpan<char> text) => text switch
    {
        "audio" => "audio",
        "RTP/AVP" => "RTP/AVP",
        "IP4" => "IP4",
        "0" => "0",
        "8" => "8",
        "101" => "101",
        "rtpmap" => "rtpmap",
        "fmtp" => "fmtp",
        "ptime" => "ptime",
        "sendrecv" => "sendrecv",
        "0 PCMU/8000" => "0 PCMU/8000",
        "8 PCMA/8000" => "8 PCMA/8000",
        "101 telephone-event/8000" => "101 telephone-event/8000",
        _ => text.ToString(),
    };

    private string ReadAttribute(ReadOnlySpan<char> value)
    {
        var into = _open is null ? _session : _ofStream;
        if (into.Count >= SdpLimits.Attributes)
        {
            return "sdp-too-long";
        }

        var colon = value.IndexOf(':');
        into.Add(colon < 0
            ? new SdpAttribute(Word(value), null)
            : new SdpAttribute(Word(value[..colon].TrimEnd()), Word(value[(colon + 1)..].Trim())));
        return "";
    }

    private void CloseStream()
    {
        if (_open is not null)
        {
            _streams.Add(_open with { Attributes = _ofStream.ToImmutable() });
            _ofStream.Clear();
            _open = null;
        }
    }
}
