using System.Globalization;

namespace Rappel.Storage.Tables;

/// <summary>What somebody who searches for a callback may have typed.</summary>
internal static class CallbackSearch
{
    /// <summary>How people write numbers (spaces, dashes, brackets) does not matter; words with digits in them are no numbers. Null for none.</summary>
    public static string? Digits(string? search) =>
        search is not null && search.Any(char.IsAsciiDigit) && !search.Any(char.IsLetter) ? new string([.. search.Where(char.IsAsciiDigit)]) : null;

    /// <summary>Of <c>cb-12</c>; null for what names no request.</summary>
    public static long? IdOf(string? search) => search is not null && search.StartsWith("cb-", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(search.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
