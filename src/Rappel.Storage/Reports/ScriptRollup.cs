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
            if (step.Kind == ScriptStepKind.Entered && Beginning(step.Path) is { } beginning)
            {
                changes.Add(key with { Second = "", Fourth = beginning }, (int)ScriptCount.Callers, 1);
                changes.Add(key with { Second = "", Fourth = beginning }, (int)ScriptCount.Times, step.Times);
            }
        }
    }

    /// <summary><c>main</c> or <c>inQueue</c>, where the object is the one that each begins with. Kept under an empty path: how many callers a
    /// script had.</summary>
    private static string? Beginning(string path) =>
        path.EndsWith("/main/0", StringComparison.Ordinal) && path.Count(c => c == '/') == 3 ? "main"
        : path.EndsWith("/inQueue/0", StringComparison.Ordinal) && path.Count(c => c == '/') == 3 ? "inQueue"
        : null;

    /// <summary><c>nurse-line</c> of <c>scripts/nurse-line/inQueue/0</c>.</summary>
    private static string ScriptOf(string path)
    {
        var parts = path.Split('/', 3);
        return parts.Length > 1 ? parts[1] : path;
    }
}
