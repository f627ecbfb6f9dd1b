using System.Text.Json.Nodes;

namespace Rappel.Server.Web.Drafts;

/// <summary>A script in both spellings.</summary>
/// <param name="Value">In canonical form; null where the text cannot be read.</param>
/// <param name="Text">As YAML: its key and what is under it.</param>
/// <param name="Problems">Of the script; lines count in the text.</param>
public sealed record ScriptPreviewBody(JsonNode? Value, string Text, IReadOnlyList<DraftProblemBody> Problems);
