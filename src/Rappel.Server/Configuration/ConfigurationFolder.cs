using System.Collections.Immutable;
using System.IO;
using System.Text;
using Rappel.Core.Config;

namespace Rappel.Server.Configuration;

/// <summary>What a folder holds of a configuration.</summary>
/// <param name="Files">Text of the YAML files by relative path, with slashes.</param>
/// <param name="Recordings">Relative paths of the WAV files.</param>
public sealed record FolderReading(
    ImmutableSortedDictionary<string, string> Files, ImmutableHashSet<string> Recordings, ImmutableArray<ConfigurationProblem> Problems);

/// <summary>Reads the files of a configuration folder. Hidden files and linked folders are left alone.</summary>
public static class ConfigurationFolder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Never throws for what is on disk: a file that cannot be read is a problem.</summary>
    public static FolderReading Load(string folder)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var recordings = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
        foreach (var path in List(folder, problems))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase))
            {
                recordings.Add(name);
            }
            else if (ReadText(path, name, problems) is { } text)
            {
                files[name] = text;
            }
        }

        if (files.Count == 0 && problems.Count == 0)
        {
            Report(problems, ProblemCode.Unreadable, "", $"there is no .yaml file in `{folder}`", "a folder of YAML files");
        }

        return new FolderReading(files.ToImmutable(), recordings.ToImmutable(), problems.ToImmutable());
    }

    private static List<string> List(string folder, ImmutableArray<ConfigurationProblem>.Builder problems)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = YamlLimits.FolderDepth,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            IgnoreInaccessible = false,
        };
        try
        {
            var found = Directory.EnumerateFiles(folder, "*", options).Where(IsOurs).Take(YamlLimits.Files + YamlLimits.Recordings + 1).ToList();
            found.Sort(StringComparer.Ordinal);
            if (found.Count > YamlLimits.Files + YamlLimits.Recordings || found.Count(IsYaml) > YamlLimits.Files)
            {
                Report(problems, ProblemCode.TooLarge, "", "the folder has too many files",
                    $"at most {YamlLimits.Files} YAML and {YamlLimits.Recordings} WAV files");
                return [];
            }

            return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Report(problems, ProblemCode.Unreadable, "", $"the folder `{folder}` cannot be read: {failure.Message}", "a folder of YAML files");
            return [];
        }
    }

    private static string? ReadText(string path, string name, ImmutableArray<ConfigurationProblem>.Builder problems)
    {
        try
        {
            // Four bytes a character is the most UTF-8 takes; the exact bound is checked on characters.
            if (new FileInfo(path).Length > YamlLimits.FileCharacters * 4L)
            {
                Report(problems, ProblemCode.TooLarge, name, "the file is too large", $"at most {YamlLimits.FileCharacters} characters");
                return null;
            }

            return File.ReadAllText(path, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            Report(problems, ProblemCode.Unreadable, name, "the file is not UTF-8 text", "UTF-8");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(problems, ProblemCode.Unreadable, name, $"the file cannot be read: {failure.Message}", "");
        }

        return null;
    }

    private static bool IsOurs(string path) => IsYaml(path) || Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase);

    private static bool IsYaml(string path) =>
        Path.GetExtension(path) is var extension
        && (extension.Equals(".yaml", StringComparison.OrdinalIgnoreCase) || extension.Equals(".yml", StringComparison.OrdinalIgnoreCase));

    private static void Report(
        ImmutableArray<ConfigurationProblem>.Builder problems, string code, string file, string message, string allowed) =>
        problems.Add(new ConfigurationProblem(code, "", new SourceMark(file, file.Length == 0 ? 0 : 1, file.Length == 0 ? 0 : 1), message, allowed));
}
