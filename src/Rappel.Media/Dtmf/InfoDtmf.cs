using System.Text;

namespace Rappel.Media.Dtmf;

/// <summary>A key pressed by SIP INFO: no standard, but common in phones and gateways.</summary>
public static class InfoDtmf
{
    /// <summary>Bytes of a body read; a longer one is none.</summary>
    private const int MaximumBody = 256;

    /// <summary>
    /// Reads <c>application/dtmf-relay</c> (<c>Signal=5</c>, <c>Duration=160</c>) and <c>application/dtmf</c> (<c>5</c>). Signals 10 and 11
    /// are * and #, as event codes are.
    /// </summary>
    /// <param name="contentType">Parameters after a semicolon are ignored.</param>
    public static bool TryParse(string contentType, ReadOnlySpan<byte> body, out char key)
    {
        key = '\0';
        if (body.Length > MaximumBody)
        {
            return false;
        }

        var text = Encoding.ASCII.GetString(body);
        return contentType.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "application/dtmf-relay" => TrySignalLine(text, out key),
            "application/dtmf" => TryKey(text.Trim(), out key),
            _ => false,
        };
    }

    private static bool TrySignalLine(string text, out char key)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var sign = line.IndexOf('=');
            if (sign > 0 && line[..sign].Trim().Equals("signal", StringComparison.OrdinalIgnoreCase))
            {
                return TryKey(line[(sign + 1)..].Trim().ToString(), out key);
            }
        }

        key = '\0';
        return false;
    }

    private static bool TryKey(string text, out char key)
    {
        key = '\0';
        if (text.Length == 1 && DtmfKey.TryToCode(text[0], out var code))
        {
            return DtmfKey.TryFromCode(code, out key);
        }

        return text.Length == 2 && byte.TryParse(text, out code) && DtmfKey.TryFromCode(code, out key);
    }
}
