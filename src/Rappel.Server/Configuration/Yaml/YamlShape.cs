using System.Collections.Immutable;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>A value as it is to be written in YAML.</summary>
internal abstract record YamlShape;

/// <summary>One value.</summary>
/// <param name="Text">Null writes nothing.</param>
/// <param name="Style">How it is quoted.</param>
internal sealed record YamlWord(string? Text, YamlQuotes Style) : YamlShape
{
    public static readonly YamlWord Nothing = new(null, YamlQuotes.Verbatim);
}

/// <summary>A list.</summary>
/// <param name="OnOneLine">Whether it is written on one line where it fits there.</param>
internal sealed record YamlList(ImmutableArray<YamlShape> Items, bool OnOneLine) : YamlShape;

/// <summary>Keys with values.</summary>
/// <param name="OnOneLine">Whether it is written on one line where it fits there.</param>
internal sealed record YamlMap(ImmutableArray<(string Key, YamlShape Value)> Entries, bool OnOneLine) : YamlShape;
