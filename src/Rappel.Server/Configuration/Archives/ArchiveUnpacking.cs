using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Text;
using Rappel.Core.Config;
using Rappel.Media.Audio;

namespace Rappel.Server.Configuration.Archives;

/// <summary>One run over an archive. Sizes are counted as bytes come out: what the archive says of itself is not believed.</summary>
internal sealed class ArchiveUnpacking(ZipArchive zip)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ImmutableSortedDictionary<string, string>.Builder texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Builder recordings =
        ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    private readonly ImmutableArray<ConfigurationProblem>.Builder problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
    private long unpacked;

    public FolderReading Run()
    {
        if (zip.Entries.Count > ContentLimits.ArchiveEntries)
        {
            TooMany();
            return Result();
        }

        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var path = entry.FullName;
            if (LeadsOut(path))
            {
                Report(ProblemCode.Unreadable, path, new($"`{path}` leads out of the folder", $"« {path} » mène hors du dossier"), new(
                    "paths below the folder", "des chemins sous le dossier"));
            }
            else if (!IsHidden(path) && (ConfigurationPath.IsText(path) || ConfigurationPath.IsRecording(path)) && !Take(entry, path))
            {
                break;
            }
        }

        if (texts.Count == 0 && problems.Count == 0)
        {
            Report(ProblemCode.Unreadable, "", new("there is no .yaml file in the archive", "il n'y a pas de fichier .yaml dans l'archive"), new(
                "a ZIP file of a folder of YAML and WAV files", "un fichier ZIP d'un dossier de fichiers YAML et WAV"));
        }

        return Result();
    }

    private FolderReading Result() => new(texts.ToImmutable(), recordings.ToImmutable(), problems.ToImmutable());

    /// <summary>False where nothing more is to be unpacked.</summary>
    private bool Take(ZipArchiveEntry entry, string path)
    {
        if (!ConfigurationPath.IsSafe(path) || texts.ContainsKey(path) || recordings.ContainsKey(path))
        {
            Report(ProblemCode.Unreadable, path,
                new($"`{path}` cannot be the name of a file, or is there twice", $"« {path} » ne peut pas être le nom d'un fichier, ou s'y trouve deux fois"),
                ConfigurationPath.Allowed);
            return true;
        }

        var isText = ConfigurationPath.IsText(path);
        if (isText ? texts.Count == YamlLimits.Files : recordings.Count == YamlLimits.Recordings)
        {
            TooMany();
            return false;
        }

        // Four bytes a character is the most UTF-8 takes; the exact bound is checked on characters.
        if (Unpack(entry, isText ? YamlLimits.FileCharacters * 4L : WavLimits.File) is not { } bytes)
        {
            Report(ProblemCode.TooLarge, path, new("the file, or all of them together, is too large", "le fichier est trop grand, ou tous ensemble le sont"), new(
                $"at most {YamlLimits.FileCharacters} characters a text, {WavLimits.File} bytes a recording, {ContentLimits.Unpacked} bytes together",
                $"au plus {YamlLimits.FileCharacters} caractères par texte, {WavLimits.File} octets par enregistrement, {ContentLimits.Unpacked} octets ensemble"));
            return false;
        }

        if (isText)
        {
            Decode(path, bytes);
        }
        else
        {
            recordings[path] = bytes;
        }

        return true;
    }

    private void Decode(string path, byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), StrictUtf8);
            texts[path] = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            Report(ProblemCode.Unreadable, path, new("the file is not UTF-8 text", "le fichier n'est pas du texte UTF-8"), Said.Same("UTF-8"));
        }
    }

    /// <summary>Null where more comes out than may.</summary>
    private byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            unpacked += read;
            if (bytes.Length + read > most || unpacked > ContentLimits.Unpacked)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private void TooMany() => Report(
        ProblemCode.TooLarge, "", new("the archive has too many files", "l'archive a trop de fichiers"),
        new($"at most {YamlLimits.Files} YAML and {YamlLimits.Recordings} WAV files", $"au plus {YamlLimits.Files} fichiers YAML et {YamlLimits.Recordings} fichiers WAV"));

    private void Report(string code, string file, Said message, Said allowed) =>
        problems.Add(new ConfigurationProblem(code, "", new SourceMark(file, file.Length == 0 ? 0 : 1, file.Length == 0 ? 0 : 1), message, allowed));

    private static bool LeadsOut(string path) =>
        path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Contains("..");

    // What Finder adds, and what a folder's reader leaves alone too.
    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");
}
