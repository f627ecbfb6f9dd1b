using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rappel.Storage;

namespace Rappel.Server.Web.Reports;

/// <summary>Writes a report as JSON or as CSV.</summary>
internal static class ReportWriting
{
    public static ReportBody Body(ReportTable table, string interval)
    {
        var span = table.Request.Span;
        return new ReportBody(
            table.Request.Kind.Name, span.From.UtcDateTime, span.To.UtcDateTime, span.Zone.Id, interval,
            [.. table.Columns.Select(c => new ReportColumnBody(c.Name, c.Unit, c.Label))], [.. table.Rows.Select(Cells)], Cells(table.Totals));
    }

    /// <summary>RFC 4180, with heads in the reader's language. Units that are no plain numbers stand in the heads.</summary>
    public static string Csv(ReportTable table)
    {
        var text = new StringBuilder();
        CsvText.Line(text, table.Columns.Select(Head));
        foreach (var row in table.Rows)
        {
            CsvText.Line(text, row.Select(Plain));
        }

        return text.ToString();
    }

    private static string Head(ReportHead head) => head.Unit switch
    {
        ReportUnit.Seconds => $"{head.Label} (s)",
        ReportUnit.Percent => $"{head.Label} (%)",
        _ => head.Label,
    };

    private static JsonArray Cells(IReadOnlyList<object?> row) => new([.. row.Select(cell => cell switch
    {
        string text => JsonValue.Create(text),
        Instant moment => JsonValue.Create(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        double number => JsonValue.Create(number),
        _ => (JsonNode?)null,
    })]);

    private static string? Plain(object? cell) => cell switch
    {
        string text => CsvText.Harmless(text),
        Instant moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
