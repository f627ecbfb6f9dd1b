namespace Rappel.Core.Config.Forms;

/// <summary>A section of the configuration.</summary>
/// <param name="Name">As in the files and in addresses: <c>inboundQueues</c>.</param>
/// <param name="Record">The fields of each of its objects.</param>
public sealed record SectionForm(string Name, RecordForm Record)
{
    /// <summary>Whether it is one object by itself and not objects by key.</summary>
    public bool Single { get; init; }
}
