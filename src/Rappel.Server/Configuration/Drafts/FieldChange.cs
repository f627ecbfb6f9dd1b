using System.Text.Json.Nodes;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>One place where an object differs. Secrets are masked.</summary>
/// <param name="Pointer">Into the whole configuration (RFC 6901): as it is afterwards; of what was taken out, as it was before.</param>
/// <param name="Before">Null where nothing was there.</param>
/// <param name="After">Null where nothing is there any more.</param>
public sealed record FieldChange(string Pointer, JsonNode? Before, JsonNode? After)
{
    /// <summary>Where an item of a list stood that only stands elsewhere now; null for other changes.</summary>
    public string? From { get; init; }
}
