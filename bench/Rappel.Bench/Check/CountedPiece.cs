namespace Rappel.BenchCheck;

/// <summary>A piece of work that costs the same every time, so that its instructions and bytes can be counted instead of timed.</summary>
/// <param name="Name">Key in the baseline.</param>
/// <param name="Times">How often it is done in one section: few enough to be quick, enough that what happens now and then is shared out.</param>
/// <param name="Prepare">Builds what it works on; gives what to do.</param>
internal sealed record CountedPiece(string Name, int Times, Func<Action> Prepare)
{
    /// <summary>Things done at a time, where the figures are to be of one of them.</summary>
    public int Each { get; init; } = 1;

    /// <summary>In one section.</summary>
    public int Operations => Times * Each;
}
