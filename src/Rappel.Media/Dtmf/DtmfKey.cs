namespace Rappel.Media.Dtmf;

/// <summary>Keys of a telephone and their event codes (RFC 4733 §3.2).</summary>
public static class DtmfKey
{
    private const string Keys = "0123456789*#ABCD";

    /// <summary>False for an event that is no key (flash, tones).</summary>
    public static bool TryFromCode(int code, out char key)
    {
        key = code >= 0 && code < Keys.Length ? Keys[code] : '\0';
        return key != '\0';
    }

    /// <summary>Small letters are taken for their capitals.</summary>
    public static bool TryToCode(char key, out byte code)
    {
        var index = Keys.IndexOf(char.ToUpperInvariant(key), StringComparison.Ordinal);
        code = (byte)Math.Max(0, index);
        return index >= 0;
    }
}
