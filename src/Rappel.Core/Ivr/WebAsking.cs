using System.Collections.Immutable;

namespace Rappel.Core.Ivr;

/// <summary>One request to a web server, its variables filled in.</summary>
/// <param name="Headers">They may be secrets: never to be logged.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Timeout">From the request to the last byte of the answer.</param>
/// <param name="Pointers">RFC 6901: what of the JSON answer is wanted.</param>
public sealed record WebAsking(
    string Method, string Url, ImmutableArray<KeyValuePair<string, string>> Headers, string ContentType, string? Body, TimeSpan Timeout,
    ImmutableArray<string> Pointers);

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status; 0 where no answer came, or none that may be used.</param>
/// <param name="Trouble">Why, in words without secrets; null where an answer came.</param>
/// <param name="Values">By the order of the pointers; null where they lead to nothing. Empty where the answer is no JSON.</param>
public sealed record WebAnswer(int Status, string? Trouble, ImmutableArray<string?> Values)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>The value a pointer led to; empty where it led to nothing.</summary>
    public string Value(int index) => index < Values.Length ? Values[index] ?? "" : "";

    public static WebAnswer Failed(string trouble) => new(0, trouble, []);
}
