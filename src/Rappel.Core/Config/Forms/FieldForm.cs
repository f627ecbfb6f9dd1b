namespace Rappel.Core.Config.Forms;

/// <summary>One field of an object.</summary>
public sealed record FieldForm(string Name, ValueForm Value)
{
    public bool Required { get; init; }

    /// <summary>What holds where it is not given, as one would write it (<c>20 s</c>); null where nothing does.</summary>
    public string? Default { get; init; }
}
