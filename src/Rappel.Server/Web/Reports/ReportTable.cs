namespace Rappel.Server.Web.Reports;

/// <summary>A report, computed.</summary>
/// <param name="Columns">Those of the key first.</param>
/// <param name="Rows">Cells by column: a text, a moment, a number or nothing.</param>
/// <param name="Totals">The same over all rows. Shares and averages are of the totals, not of the rows.</param>
internal sealed record ReportTable(
    ReportRequest Request, IReadOnlyList<ReportHead> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<object?> Totals);

/// <param name="Label">In the reader's language.</param>
internal sealed record ReportHead(string Name, ReportUnit Unit, string Label);
