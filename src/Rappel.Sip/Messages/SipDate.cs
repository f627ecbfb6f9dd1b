using System.Globalization;

namespace Rappel.Sip.Messages;

/// <summary>SIP-date of RFC 3261 §20.17: RFC 1123 form, always GMT.</summary>
public static class SipDate
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Reads <c>Sat, 13 Nov 2010 23:29:00 GMT</c>. A weekday that does not fit the date is not held against it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Instant date)
    {
        date = default;
        return text.Length > 5 && text[3] == ',' && Days.Contains(text[..3].ToString(), StringComparer.OrdinalIgnoreCase)
            && Instant.TryParseExact(
                text[5..], "dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
    }

    public static string Write(Instant date) => date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
