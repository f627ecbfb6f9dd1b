using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Where something stands in the configuration folder.</summary>
/// <param name="File">Relative to the folder, with slashes.</param>
/// <param name="Line">1 first.</param>
/// <param name="Column">1 first.</param>
public readonly record struct SourceMark(string File, int Line, int Column)
{
    /// <summary>Before any file: for what belongs to the folder as a whole.</summary>
    public static readonly SourceMark None = new("", 0, 0);

    /// <summary>The order problems are told in: by file, then line, then column.</summary>
    public static int Compare(SourceMark left, SourceMark right)
    {
        var byFile = string.CompareOrdinal(left.File, right.File);
        if (byFile != 0)
        {
            return byFile;
        }

        return left.Line != right.Line ? left.Line.CompareTo(right.Line) : left.Column.CompareTo(right.Column);
    }
}

/// <summary>What people wrote, before it means anything: a tree that remembers where each piece stands.</summary>
public abstract record ConfigNode(SourceMark Mark);

/// <summary>Text. Nothing is a number, a date or a boolean until a binder asks for one.</summary>
/// <param name="Quoted">True where the author wrote quotes, so that <c>"null"</c> and <c>""</c> are text.</param>
public sealed record ConfigScalar(SourceMark Mark, string Text, bool Quoted) : ConfigNode(Mark)
{
    /// <summary>True once a problem has been reported about it: it is then taken for good, so that one mistake is told once.</summary>
    public bool Faulty { get; init; }

    /// <summary>A key with nothing after it.</summary>
    public bool IsNull => !Quoted && !Faulty && Text is ("" or "~" or "null");
}

/// <summary>A list.</summary>
public sealed record ConfigSequence(SourceMark Mark, ImmutableArray<ConfigNode> Items) : ConfigNode(Mark);

/// <summary>Keys with values, in the order written. A key that was written twice is here twice.</summary>
public sealed record ConfigMap(SourceMark Mark, ImmutableArray<ConfigEntry> Entries) : ConfigNode(Mark);

/// <summary>One key with its value.</summary>
public sealed record ConfigEntry(ConfigScalar Key, ConfigNode Value);
