using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rappel.Core.Config;

namespace Rappel.Storage.Sqlite;

/// <summary>A callback's terms as they lie in the database. A type of its own, so that a renaming in the domain cannot orphan stored requests.</summary>
internal sealed record StoredTerms(
    string Queue, string? CallerIdChannel, string DialPlan, int Attempts, long RetryDelayTicks, long CancelAfterTicks, long RingTimeTicks,
    bool AgentNoAnswerUsesAttempt)
{
    public static StoredTerms Of(CallbackTerms terms) => new(
        terms.Queue, terms.CallerIdChannel, terms.DialPlan, terms.Attempts, terms.RetryDelay.Ticks, terms.CancelAfter.Ticks, terms.RingTime.Ticks,
        terms.AgentNoAnswerUsesAttempt);

    public CallbackTerms ToTerms() => new(
        Queue, CallerIdChannel, DialPlan, Attempts, new TimeSpan(RetryDelayTicks), new TimeSpan(CancelAfterTicks), new TimeSpan(RingTimeTicks),
        AgentNoAnswerUsesAttempt);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredTerms), TypeInfoPropertyName = "Terms")]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string Write(CallbackTerms terms) => JsonSerializer.Serialize(StoredTerms.Of(terms), Default.Terms);

    public static CallbackTerms ReadTerms(string json) => Must(JsonSerializer.Deserialize(json, Default.Terms)).ToTerms();

    /// <summary>Sorted by key, so that equal dictionaries are equal text.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            sorted[key] = value;
        }

        return sorted.Count == 0 ? "{}" : JsonSerializer.Serialize(sorted, Default.SortedDictionaryStringString);
    }

    public static ImmutableDictionary<string, string> ReadPairs(string json) => json == "{}"
        ? ImmutableDictionary<string, string>.Empty
        : Must(JsonSerializer.Deserialize(json, Default.SortedDictionaryStringString)).ToImmutableDictionary();

    private static T Must<T>(T? value) where T : class => value ?? throw new StoreException("A stored JSON column holds null.");
}
