using System.Collections.Immutable;
using System.IO;
using System.Text;
using Rappel.Core.Config;
using Rappel.Media.Audio;

namespace Rappel.Server.Configuration;

/// <summary>Reads the files of a configuration folder. Hidden files and linked folders are left alone.</summary>
public static class ConfigurationFolder
{
    private static readonly Said FolderWords = new("a folder of YAML files", "un dossier de fichiers YAML");

    private static readonly Said RecordingWords = new(
        $"at most {WavLimits.File} bytes, {ContentLimits.Recordings} together", $"au plus {WavLimits.File} octets, {ContentLimits.Recordings} ensemble");

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Never throws for what is on disk: a file that cannot be read is a problem.</summary>
    public static FolderReading Load(string folder)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var recordings = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
        foreach (var path in List(folder, problems))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (ConfigurationPath.IsRecording(name))
            {
                if (ReadRecording(path, name, recordings.Values.Sum(r => (long)r.Length), problems) is { } bytes)
                {
                    recordings[name] = bytes;
                }
            }
            else if (ReadText(path, name, problems) is { } text)
            {
                files[name] = text;
            }
        }

        if (files.Count == 0 && problems.Count == 0)
        {
            Report(problems, ProblemCode.Unreadable, "", new($"there is no .yaml file in `{folder}`", $"il n'y a pas de fichier .yaml dans « {folder} »"), FolderWords);
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
            if (found.Count > YamlLimits.Files + YamlLimits.Recordings || found.Count(ConfigurationPath.IsText) > YamlLimits.Files)
            {
                Report(problems, ProblemCode.TooLarge, "", new("the folder has too many files", "le dossier a trop de fichiers"),
                    new($"at most {YamlLimits.Files} YAML and {YamlLimits.Recordings} WAV files",
                        $"au plus {YamlLimits.Files} fichiers YAML et {YamlLimits.Recordings} fichiers WAV"));
                return [];
            }

            return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Report(problems, ProblemCode.Unreadable, "",
                new($"the folder `{folder}` cannot be read: {failure.Message}", $"le dossier « {folder} » ne peut être lu\u00a0: {failure.Message}"), FolderWords);
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
                Report(problems, ProblemCode.TooLarge, name, new("the file is too large", "le fichier est trop grand"),
                    new($"at most {YamlLimits.FileCharacters} characters", $"au plus {YamlLimits.FileCharacters} caractères"));
                return null;
            }

            return File.ReadAllText(path, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            Report(problems, ProblemCode.Unreadable, name,
                new("the file is not UTF-8 text", "le fichier n'est pas du texte UTF-8"), Said.Same("UTF-8"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(problems, ProblemCode.Unreadable, name,
                new($"the file cannot be read: {failure.Message}", $"le fichier ne peut être lu\u00a0: {failure.Message}"), Said.Nothing);
        }

        return null;
    }

    /// <param name="before">Bytes of the recordings read before it.</param>
    private static byte[]? ReadRecording(string path, string name, long before, ImmutableArray<ConfigurationProblem>.Builder problems)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > WavLimits.File || before + length > ContentLimits.Recordings)
            {
                Report(problems, ProblemCode.TooLarge, name, length > WavLimits.File
                    ? new("the recording is too large", "l'enregistrement est trop grand")
                    : new("the recordings together are too large", "les enregistrements sont ensemble trop grands"), RecordingWords);
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(problems, ProblemCode.Unreadable, name,
                new($"the file cannot be read: {failure.Message}", $"le fichier ne peut pas être lu : {failure.Message}"), Said.Nothing);
            return null;
        }
    }

    private static bool IsOurs(string path) => ConfigurationPath.IsText(path) || ConfigurationPath.IsRecording(path);

    private static void Report(
        ImmutableArray<ConfigurationProblem>.Builder problems, string code, string file, Said message, Said allowed) =>
        problems.Add(new ConfigurationProblem(code, "", new SourceMark(file, file.Length == 0 ? 0 : 1, file.Length == 0 ? 0 : 1), message, allowed));
}
