using Rappel.Core.Config.Binding;

namespace Rappel.Core.Config;

/// <summary>A whole number between two others, both allowed.</summary>
public sealed record IntegerLimit(int Minimum, int Maximum)
{
    /// <summary>As told to people: <c>1 to 10</c>.</summary>
    public Said Allowed { get; } = new($"{Minimum} to {Maximum}", $"de {Minimum} à {Maximum}");

    public bool Holds(long value) => value >= Minimum && value <= Maximum;
}

/// <summary>A length of time between two others, both allowed.</summary>
public sealed record DurationLimit(TimeSpan Minimum, TimeSpan Maximum)
{
    /// <summary>As told to people: <c>40 s to 90 min</c>.</summary>
    public Said Allowed { get; } = new(
        $"{DurationText.Format(Minimum)} to {DurationText.Format(Maximum)}", $"de {DurationText.Format(Minimum)} à {DurationText.Format(Maximum)}");

    public bool Holds(TimeSpan value) => value >= Minimum && value <= Maximum;
}
