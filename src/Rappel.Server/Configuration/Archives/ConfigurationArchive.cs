using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Editions;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Archives;

/// <summary>A whole configuration as a ZIP file of its folder. The same files always make the same bytes.</summary>
public static class ConfigurationArchive
{
    // The earliest that ZIP can say: when a file was written here means nothing elsewhere.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="edition">What to write, in the order of its paths.</param>
    /// <param name="read">The bytes of a recording.</param>
    public static async Task WriteAsync(Stream to, Edition edition, Func<ContentHash, byte[]?> read, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        foreach (var (path, content) in edition.Files)
        {
            var bytes = edition.Texts.TryGetValue(path, out var text)
                ? Encoding.UTF8.GetBytes(text)
                : read(content) ?? throw new StoreException($"The recording {path} is not in the store.");

            // Not compressed: how well it is done differs from one library to the next, and so would the bytes.
            var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            await using var stream = await entry.OpenAsync(cancellation);
            await stream.WriteAsync(bytes, cancellation);
        }
    }

    /// <summary>YAML and WAV files, as of a folder: hidden files and others are left alone. Never throws for what is in the archive, and
    /// unpacks no more than a configuration may have, whatever it claims.</summary>
    /// <param name="from">Can be positioned.</param>
    public static FolderReading Read(Stream from)
    {
        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            return new ArchiveUnpacking(zip).Run();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return FolderReading.Of(new ConfigurationProblem(
                ProblemCode.Unreadable, "", SourceMark.None, new("this is no ZIP file, or a damaged one", "ce n'est pas un fichier ZIP, ou il est endommagé"),
                new("a ZIP file of a folder of YAML and WAV files", "un fichier ZIP d'un dossier de fichiers YAML et WAV")));
        }
    }
}
