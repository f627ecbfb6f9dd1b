using Rappel.Core.Config;

namespace Rappel.Server.Configuration;

/// <summary>Paths of the files of a configuration: relative to its folder, with slashes.</summary>
public static class ConfigurationPath
{
    public static readonly Said Allowed = new(
        "a path below the folder, with slashes: no `..`, no hidden name, none of \\ : * ? \" < > |",
        "un chemin sous le dossier, avec des barres obliques\u00a0: ni « .. », ni nom caché, ni \\ : * ? \" < > |");

    public static bool IsText(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public static bool IsRecording(string path) => path.EndsWith(".wav", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it leads out of the folder, wherever it would be unpacked, or cannot be the name of a file everywhere.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= ContentLimits.Path
        && !path.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        && path.Split('/') is var parts && parts.Length <= YamlLimits.FolderDepth + 1
        && parts.All(part => part.Length > 0 && part[0] != '.' && part[^1] is not ('.' or ' '));
}
