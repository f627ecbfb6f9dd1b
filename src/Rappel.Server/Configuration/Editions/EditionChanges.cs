namespace Rappel.Server.Configuration.Editions;

/// <summary>How far one edition is from another.</summary>
public static class EditionChanges
{
    /// <summary>Files that differ.</summary>
    public static int Count(Edition before, Edition after) => before.Mark == after.Mark
        ? 0
        : before.Files.Keys.Union(after.Files.Keys).Count(path => before.Files.GetValueOrDefault(path) != after.Files.GetValueOrDefault(path));
}
