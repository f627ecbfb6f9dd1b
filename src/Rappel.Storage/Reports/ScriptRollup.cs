using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What one caller's way through scripts gives the counts of each of its steps.</summary>
internal static class ScriptRollup
{
    public static void Add(RollupChanges changes, ScriptStepsRow row)
    {
        var slot = Slot.Of(row.At);
        foreach (var step in row.Steps)
        {
            var key = new RollupKey(RollupTable.Scripts, row.Tenant.Value, slot, ScriptOf(step.Path), step.Path, Words.Of(step.Kind), step.Word);
            changes.Add(key, (int)ScriptCount.Callers, 1);
            changes.Add(key, (int)ScriptCount.Times, step.Times);
        }
    }

    /// <summary><c>nurse-line</c> of <c>scripts/nurse-line/inQueue/0</c>.</summary>
    private static string ScriptOf(string path)
    {
        var parts = path.Split('/', 3);
        return parts.Length > 1 ? parts[1] : path;
    }
}
