using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>WAV files of the configuration folder, and no other file of the machine.</summary>
/// <param name="folder">The configuration folder.</param>
public sealed class Recordings(string folder, ClipMemory memory, ILogger log)
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;

    /// <summary>Null, and logged, where there is no such file or it cannot be played.</summary>
    /// <param name="file">Relative to the folder, with slashes.</param>
    public async ValueTask<AudioClip?> ReadAsync(string file, CancellationToken cancellation)
    {
        if (Locate(file) is not { } found)
        {
            log.LogWarning(SpeechLogKinds.Recording, "no recording {File} in the configuration folder", file);
            return null;
        }

        // With its time and length: a file that was replaced is another recording.
        var key = $"{found.FullName}|{found.LastWriteTimeUtc.Ticks}|{found.Length}";
        if (memory.Find(key) is { } known)
        {
            return known;
        }

        try
        {
            var bytes = found.Length <= WavLimits.File ? await File.ReadAllBytesAsync(found.FullName, cancellation) : [];
            if (WavReader.TryRead(bytes, file, out var clip, out var refusal))
            {
                var even = new AudioClip(file, Loudness.Even(clip!.Samples.Span));
                memory.Keep(key, even);
                return even;
            }

            log.LogWarning(SpeechLogKinds.Recording, "recording {File} cannot be played: {Problem}", file, RecordingRefusals.Told(refusal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(SpeechLogKinds.Recording, "recording {File} cannot be read: {Problem}", file, e.Message);
        }

        return null;
    }

    /// <summary>Null where the path leads out of the folder, by its dots, by being absolute or by a link.</summary>
    private FileInfo? Locate(string file)
    {
        if (file.Length == 0 || file.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(file))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(root, file));
        if (!path.StartsWith(root, StringComparison.Ordinal) || !File.Exists(path))
        {
            return null;
        }

        for (FileSystemInfo? step = new FileInfo(path); step is not null && step.FullName.Length >= root.Length;
             step = step is FileInfo last ? last.Directory : ((DirectoryInfo)step).Parent)
        {
            if (step.LinkTarget is not null)
            {
                return null;
            }
        }

        return new FileInfo(path);
    }
}
