using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Reports;

/// <summary>A report as it was asked for, all of it valid.</summary>
/// <param name="Ranges">Of the span, in order.</param>
/// <param name="Where">Key columns and the values they must have.</param>
internal sealed record ReportRequest(
    ReportKind Kind, ReportSpan Span, IReadOnlyList<SlotRange> Ranges, IReadOnlyList<KeyValuePair<string, string>> Where)
{
    public string? Filter(string column) => Where.Where(w => w.Key == column).Select(w => w.Value).FirstOrDefault();
}
