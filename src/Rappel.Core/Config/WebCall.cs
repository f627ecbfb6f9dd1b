using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>What a script asks a web server.</summary>
/// <param name="Method"><c>GET</c>, <c>POST</c>, <c>PUT</c>, <c>PATCH</c> or <c>DELETE</c>.</param>
/// <param name="Url">With <c>$variables</c> after the host, filled in escaped.</param>
/// <param name="Headers">As they are sent; they may be secrets, so they hold no variables and are never logged.</param>
/// <param name="Body">With <c>$variables</c>, escaped as the content type asks; null for none.</param>
/// <param name="Variables">What is read of the JSON that comes back.</param>
public sealed record WebCall(
    string Method, string Url, ImmutableArray<KeyValuePair<string, string>> Headers, string? Body, TimeSpan Timeout,
    ImmutableArray<WebVariable> Variables)
{
    public const string JsonType = "application/json";

    /// <summary>Of the body: as the headers say, JSON by default.</summary>
    public string ContentType => Headers.FirstOrDefault(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? JsonType;
}

/// <param name="Name">Without the dollar sign.</param>
/// <param name="Pointer">RFC 6901, into the answer: <c>/customer/name</c>.</param>
public sealed record WebVariable(string Name, string Pointer);
