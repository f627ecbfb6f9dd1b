using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

/// <summary>The columns that hold JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredTerms), TypeInfoPropertyName = "Terms")]
[JsonSerializable(typeof(StoredHandling), TypeInfoPropertyName = "Handling")]
[JsonSerializable(typeof(StoredHeld), TypeInfoPropertyName = "Held")]
[JsonSerializable(typeof(ImmutableArray<string>), TypeInfoPropertyName = "Codes")]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string Write(CallbackTerms terms) => JsonSerializer.Serialize(StoredTerms.Of(terms), Default.Terms);

    public static CallbackTerms ReadTerms(string json) => Must(JsonSerializer.Deserialize(json, Default.Terms)).ToTerms();

    public static string? Write(CallbackHandling? handling) =>
        handling is null ? null : JsonSerializer.Serialize(StoredHandling.Of(handling), Default.Handling);

    public static CallbackHandling? ReadHandling(string? json) =>
        json is null ? null : Must(JsonSerializer.Deserialize(json, Default.Handling)).ToHandling();

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

    public static string? Write(HeldWrapUp? held) => held is null ? null : JsonSerializer.Serialize(StoredHeld.Of(held), Default.Held);

    public static HeldWrapUp? ReadHeld(string? json) => json is null ? null : Must(JsonSerializer.Deserialize(json, Default.Held)).ToHeld();

    public static string WriteCodes(ImmutableArray<string> codes) => JsonSerializer.Serialize(codes, Default.Codes);

    public static ImmutableArray<string> ReadCodes(string json) => JsonSerializer.Deserialize(json, Default.Codes);

    private static T Must<T>(T? value) where T : class => value ?? throw new StoreException("A stored JSON column holds null.");
}
