using System.Text.Json.Nodes;

namespace Rappel.Server.Web.Drafts;

/// <summary>A script that is being edited.</summary>
/// <param name="Value">In canonical form.</param>
/// <param name="Text">As YAML: its key and what is under it.</param>
/// <param name="Base">With a value: the text it was before.</param>
public sealed record ScriptPreviewRequest(JsonNode? Value, string? Text, string? Base);
