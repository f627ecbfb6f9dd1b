using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>Counts the steps of one call through its scripts until the call ends. A caller who waits an hour goes round one loop: the same
/// few objects again and again.</summary>
internal sealed class ScriptSteps
{
    /// <summary>Different steps kept for one call; a script with more is not told whole.</summary>
    public const int Most = 512;

    private readonly Dictionary<(string Path, ScriptStepKind Kind, string Word), int> _times = [];
    private string? _last;

    public void Entered(string path)
    {
        _last = path;
        Add(path, ScriptStepKind.Entered, "");
    }

    public void TookExit(string path, string exit) => Add(path, ScriptStepKind.Exit, exit);

    /// <summary>Writes what was counted, in the batch of the call's end.</summary>
    /// <param name="started">When the call began.</param>
    public void Write(Ledger ledger, TenantId tenant, Instant started, string outcome)
    {
        if (_last is { } last)
        {
            _last = null;
            Add(last, ScriptStepKind.Ended, outcome);
            ledger.Write(new StoreRow.OfScriptSteps(new ScriptStepsRow(
                tenant, started, [.. _times.Select(s => new ScriptStep(s.Key.Path, s.Key.Kind, s.Key.Word, s.Value))])));
        }
    }

    private void Add(string path, ScriptStepKind kind, string word)
    {
        var known = _times.GetValueOrDefault((path, kind, word));
        if (known > 0 || _times.Count < Most)
        {
            _times[(path, kind, word)] = known + 1;
        }
    }
}
