using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>
/// What was spoken before, on disk, one WAV file a text. It is a stock, not a record: all of it may be deleted at any time, and a disk
/// that fails costs time, not speech.
/// </summary>
public sealed class SpeechStock
{
    /// <summary>Raised when shaping changes, so that what was shaped otherwise is not found.</summary>
    private const string Shaping = "1";

    private readonly string folder;
    private readonly long limit;
    private readonly ILogger log;
    private readonly object gate = new();
    private long held;
    private bool failed;

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="limit">Bytes; beyond it the oldest go.</param>
    public SpeechStock(string folder, ILogger log, long limit = SpeechLimits.DiskBytes)
    {
        this.folder = folder;
        this.limit = limit;
        this.log = log;
        Attempt(() =>
        {
            Directory.CreateDirectory(folder);
            held = Files().Sum(f => f.Length);
            Sweep();
        });
    }

    /// <summary>Name under which a text is kept: it tells nothing of the text.</summary>
    public static string Key(string voice, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Shaping}\n{voice}\n{text}")));

    /// <summary>Whether it is there, whole or not.</summary>
    public bool Has(string key)
    {
        var has = false;
        Attempt(() => has = File.Exists(PathOf(key)));
        return has;
    }

    public AudioClip? Find(string key, string name)
    {
        AudioClip? clip = null;
        Attempt(() =>
        {
            var path = PathOf(key);
            if (File.Exists(path) && !WavReader.TryRead(File.ReadAllBytes(path), name, out clip, out _))
            {
                // Cut off or altered: to be spoken anew.
                File.Delete(path);
            }
        });
        return clip;
    }

    public void Keep(string key, AudioClip clip) => Attempt(() =>
    {
        var path = PathOf(key);
        var bytes = WavWriter.ToBytes(clip.Samples.Span);
        var part = $"{path}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(part, bytes);

        // A whole file or none, however the server ends.
        File.Move(part, path, overwrite: true);
        lock (gate)
        {
            held += bytes.Length;
            Sweep();
        }

        failed = false;
    });

    /// <summary>A tenth more than asked goes, so that not every new text looks through the whole folder.</summary>
    private void Sweep()
    {
        if (held <= limit)
        {
            return;
        }

        var files = Files().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        held = files.Sum(f => f.Length);
        foreach (var file in files.TakeWhile(_ => held > limit - (limit / 10)))
        {
            held -= file.Length;
            file.Delete();
        }
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories);

    private string PathOf(string key) => Path.Combine(folder, key[..2], $"{key}.wav");

    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!failed)
            {
                failed = true;
                log.LogWarning(SpeechLogKinds.Speech, "spoken audio cannot be kept in {Folder}: {Problem}", folder, e.Message);
            }
        }
    }
}
