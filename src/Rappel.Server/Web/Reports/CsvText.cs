using System.Text;

namespace Rappel.Server.Web.Reports;

/// <summary>Comma-separated values (RFC 4180).</summary>
internal static class CsvText
{
    public const string Type = "text/csv; charset=utf-8";

    /// <summary>By which spreadsheets know that the text is UTF-8.</summary>
    public const string Mark = "\uFEFF";

    public static void Line(StringBuilder to, IEnumerable<string?> cells) => to.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    /// <summary>What people typed, so that a spreadsheet does not take it for a formula.</summary>
    public static string Harmless(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
