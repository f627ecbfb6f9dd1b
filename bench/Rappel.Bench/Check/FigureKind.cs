namespace Rappel.BenchCheck;

/// <summary>What is counted, and by which share of the baseline it may move before somebody has to look. None of it is a time.</summary>
internal static class FigureKind
{
    /// <summary>Machine instructions an operation, ours and the runtime's; the kernel's are not in it.</summary>
    public const string Instructions = "instructions";

    /// <summary>Bytes allocated an operation. Where there are none, one is too many.</summary>
    public const string Bytes = "bytes";

    /// <summary>Bytes that stay in memory for as long as the thing lives.</summary>
    public const string Held = "held";

    /// <summary>Instructions at a large size over instructions at a small one.</summary>
    public const string Ratio = "ratio";

    /// <summary>Bytes put on the wire: numbers in them have more digits or fewer.</summary>
    public const string WireBytes = "wire bytes";

    /// <summary>Of all other kinds, which are whole numbers of things: messages, commits, turns.</summary>
    private const double Exact = 0;

    public static double Tolerance(string kind) => kind switch
    {
        // The compiler's choices of what to inline move pieces that nobody touched.
        Instructions => 0.05,
        Bytes => 0.02,
        Held => 0.05,
        Ratio => 0.10,
        WireBytes => 0.02,
        _ => Exact,
    };
}
