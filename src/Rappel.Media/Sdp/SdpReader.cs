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
        var fields = value.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 3 || !fields[0].Equals("IN", StringComparison.OrdinalIgnoreCase))
        {
            return "sdp-malformed-connection";
        }

        var connection = new SdpConnection(fields[1].ToUpperInvariant(), fields[2].Split('/')[0]);
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
        var fields = value.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 4 || !int.TryParse(fields[1].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port > 65535)
        {
            return "sdp-malformed-stream";
        }

        if (_streams.Count >= SdpLimits.Streams || fields.Length - 3 > SdpLimits.Formats)
        {
            return "sdp-too-long";
        }

        _open = new SdpStream(fields[0].ToLowerInvariant(), port, fields[2], [.. fields[3..]], null, []);
        return "";
    }

    private string ReadAttribute(ReadOnlySpan<char> value)
    {
        var into = _open is null ? _session : _ofStream;
        if (into.Count >= SdpLimits.Attributes)
        {
            return "sdp-too-long";
        }

        var colon = value.IndexOf(':');
        into.Add(colon < 0
            ? new SdpAttribute(value.ToString(), null)
            : new SdpAttribute(value[..colon].TrimEnd().ToString(), value[(colon + 1)..].Trim().ToString()));
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
