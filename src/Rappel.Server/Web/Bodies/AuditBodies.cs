using System.Text.Json;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Bodies;

/// <summary>One thing that somebody did.</summary>
/// <param name="Who">A user, <c>api</c> for the environment's token, <c>token:</c> and its name, or <c>nobody</c> for those who did not get in.</param>
/// <param name="Address">Where the request came from; null for what came from the machine itself.</param>
/// <param name="Subject">What was changed, as its address has it: <c>users/marie</c>.</param>
/// <param name="Before">What it was, or the parts that differ; null where there was nothing. Without secrets.</param>
/// <param name="After">What it is now; null where there is nothing any longer.</param>
public sealed record AuditBody(
    string Id, DateTime At, string Who, string? Address, string Action, string Subject, JsonElement? Before, JsonElement? After)
{
    public static AuditBody Of(AuditRow row) => new(
        $"a-{row.Id}", row.At.UtcDateTime, row.Who, row.Address, row.Action, row.Subject, Parsed(row.Before), Parsed(row.After));

    private static JsonElement? Parsed(string? json) => json is null ? null : JsonElement.Parse(json);
}

/// <param name="Next">Give it as <c>before</c> for the next page; null on the last.</param>
public sealed record AuditPageBody(IReadOnlyList<AuditBody> Items, string? Next);
