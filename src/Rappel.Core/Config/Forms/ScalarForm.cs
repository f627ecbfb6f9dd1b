using System.Collections.Immutable;

namespace Rappel.Core.Config.Forms;

/// <summary>A single value, with what holds it to its range.</summary>
public sealed record ScalarForm(ScalarKind Type) : ValueForm
{
    public override string Kind { get; } = char.ToLowerInvariant(Type.ToString()[0]) + Type.ToString()[1..];

    /// <summary>Range of an integer.</summary>
    public IntegerLimit? Integer { get; init; }

    /// <summary>Range of a duration.</summary>
    public DurationLimit? Duration { get; init; }

    /// <summary>The words of a choice; of a reference, what may stand there besides a key.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Sections whose keys a reference may be.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Characters at most; null where another rule bounds it.</summary>
    public int? Longest { get; init; }
}
