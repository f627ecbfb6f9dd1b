using System.Globalization;

namespace Rappel.Server.Web.Problems;

/// <summary>Reads moments as programs write them.</summary>
internal static class MomentText
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>ISO 8601 with <c>Z</c> or an offset; without either it is refused.</summary>
    public static bool TryParse(string text, out Instant moment)
    {
        moment = default;
        var zoned = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!zoned || !Instant.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        moment = read.ToUniversalTime();
        return true;
    }
}
