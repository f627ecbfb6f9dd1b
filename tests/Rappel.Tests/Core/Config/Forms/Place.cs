using System.Text.Json.Nodes;

namespace Rappel.Tests.Core.Config.Forms;

/// <summary>Where an object under test stands in the whole configuration.</summary>
/// <param name="Put">The whole with this object in its place.</param>
internal sealed record Place(string Path, Func<JsonObject, JsonObject> Put)
{
    /// <summary>Type of a script object; null for an object of a section.</summary>
    public string? Type { get; init; }
}
