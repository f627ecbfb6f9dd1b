using System.Text.Json.Nodes;

namespace Rappel.Server.Web.Reports;

/// <summary>A report.</summary>
/// <param name="From">The beginning of the quarter of an hour asked for.</param>
/// <param name="To">Not included.</param>
/// <param name="Zone">By whose clocks intervals are made.</param>
/// <param name="Rows">A list of cells each, in the order of the columns: texts, moments, numbers, or null where there is nothing to tell.</param>
/// <param name="Totals">The same over all rows. Shares, averages and percentiles are of the whole, not of the rows.</param>
public sealed record ReportBody(
    string Report, DateTime From, DateTime To, string Zone, string Interval, IReadOnlyList<ReportColumnBody> Columns, IReadOnlyList<JsonArray> Rows,
    JsonArray Totals);

/// <param name="Label">In the language asked for.</param>
public sealed record ReportColumnBody(string Name, ReportUnit Unit, string Label);

/// <summary>The ways callers took through a script.</summary>
/// <param name="Main">What callers hear first.</param>
/// <param name="InQueue">What they hear while they wait.</param>
/// <param name="Elsewhere">Objects that callers came to and the script has no longer.</param>
public sealed record ScriptPathsBody(
    string Script, string Name, DateTime From, DateTime To, string Zone, ScriptPartBody Main, ScriptPartBody InQueue, IReadOnlyList<ScriptNodeBody> Elsewhere);

/// <param name="Callers">Who began it.</param>
public sealed record ScriptPartBody(long Callers, IReadOnlyList<ScriptNodeBody> Objects);

/// <param name="Path">In the configuration: <c>scripts/nurse-line/inQueue/0</c>.</param>
/// <param name="Type">As the configuration has it; null where it is no longer there.</param>
/// <param name="Callers">Who came to it, each once however often.</param>
/// <param name="Times">How often it was come to.</param>
/// <param name="Share">Callers, in per cent of those who began the part.</param>
/// <param name="Exits">Most taken first.</param>
/// <param name="Ended">Calls that ended while it ran, or that an agent took then, by outcome.</param>
/// <param name="Objects">Of a loop: what it repeats.</param>
public sealed record ScriptNodeBody(
    string Path, string? Type, long Callers, long Times, double? Share, IReadOnlyList<ScriptExitBody> Exits, IReadOnlyList<ScriptEndBody> Ended,
    IReadOnlyList<ScriptNodeBody> Objects);

/// <param name="Share">Callers, in per cent of those who came to the object.</param>
public sealed record ScriptExitBody(string Exit, long Callers, long Times, double? Share, IReadOnlyList<ScriptNodeBody> Objects);

/// <param name="Share">Callers, in per cent of those who came to the object.</param>
public sealed record ScriptEndBody(string Outcome, long Callers, double? Share);
