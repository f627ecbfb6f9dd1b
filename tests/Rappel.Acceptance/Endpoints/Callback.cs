using System.Text.Json;

namespace Rappel.Acceptance.Endpoints;

/// <summary>A callback request as the API gives it, alone or with its history.</summary>
internal sealed class Callback(JsonElement json)
{
    private readonly JsonElement request = json.TryGetProperty("callback", out var inner) ? inner : json;

    public string Id => Text("id");

    public string Status => Text("status");

    public string Number => Text("number");

    public string CallerId => Text("callerId");

    public string? Agent => request.GetProperty("agent").GetString();

    public int AttemptsUsed => request.GetProperty("attemptsUsed").GetInt32();

    public DateTime RequestedAt => request.GetProperty("requestedAt").GetDateTime();

    public DateTime ExpiresAt => request.GetProperty("expiresAt").GetDateTime();

    public DateTime? EndedAt => request.GetProperty("endedAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTime() : null;

    public string? Parent => request.GetProperty("parent").GetString();

    /// <summary>Outcomes of its attempts in order; null for one under way.</summary>
    public IReadOnlyList<string?> Outcomes =>
        json.TryGetProperty("attempts", out var attempts) ? [.. attempts.EnumerateArray().Select(a => a.GetProperty("outcome").GetString())] : [];

    /// <summary>When its attempts began, in order.</summary>
    public IReadOnlyList<DateTime> Begun => [.. json.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("begunAt").GetDateTime())];

    /// <summary>When its attempts ended, in order.</summary>
    public IReadOnlyList<DateTime?> Ended => [.. json.GetProperty("attempts").EnumerateArray()
        .Select(a => a.GetProperty("endedAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTime() : (DateTime?)null)];

    private string Text(string name) => request.GetProperty(name).GetString() ?? "";
}
