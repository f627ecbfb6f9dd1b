using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>
/// Writes recordings to WAV files behind the media thread. The end of a recording is told once the file is on disk. Audio that the disk
/// cannot take in time is dropped beyond <see cref="MediaNetLimits.ChunksWaiting"/>; beginnings and ends never are.
/// </summary>
/// <param name="ended">Called on the writer's thread.</param>
public sealed class RecordingWriter(string dataFolder, ILogger log, Action<MediaEvent.RecordingEnded> ended)
{
    private readonly Channel<Step> steps = Channel.CreateUnbounded<Step>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<long, WavFile?> files = [];
    private readonly string root = Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar;
    private int chunks;
    private Task writing = Task.CompletedTask;

    private abstract record Step(long Recording)
    {
        public sealed record Begin(long Recording, string File, int Channels) : Step(Recording);

        public sealed record Mend(long Recording, string File) : Step(Recording);

        public sealed record Chunk(long Recording, ReadOnlyMemory<byte> Samples) : Step(Recording);

        public sealed record End(MediaEvent.RecordingEnded Ended) : Step(Ended.Recording);
    }

    public void Start() => writing = Task.Factory.StartNew(
        () => Write(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    /// <param name="file">Relative to the data folder, and inside it.</param>
    /// <param name="channels">Of the samples that follow, in turn.</param>
    public void Begin(long recording, string file, int channels) => steps.Writer.TryWrite(new Step.Begin(recording, file, channels));

    /// <summary>A conversation's file that was never closed is brought to what is in it; its end is told as of one that was recorded now.</summary>
    public void Mend(long recording, string file) => steps.Writer.TryWrite(new Step.Mend(recording, file));

    public void Add(MediaEvent.Recorded chunk)
    {
        if (Interlocked.Increment(ref chunks) > MediaNetLimits.ChunksWaiting)
        {
            Interlocked.Decrement(ref chunks);
            log.LogError(MediaLogKinds.Recording, "the disk is too slow: a second of recording {Recording} is lost", chunk.Recording);
            return;
        }

        steps.Writer.TryWrite(new Step.Chunk(chunk.Recording, chunk.Samples));
    }

    public void End(MediaEvent.RecordingEnded recording) => steps.Writer.TryWrite(new Step.End(recording));

    /// <summary>Writes what waits, then ends. True where all of it was written in time.</summary>
    public bool Stop(TimeSpan atMost)
    {
        steps.Writer.TryComplete();
        return writing.Wait(atMost);
    }

    private async Task Write()
    {
        await foreach (var step in steps.Reader.ReadAllAsync())
        {
            switch (step)
            {
                case Step.Begin begin:
                    files[begin.Recording] = TryDo(begin.Recording, () => WavFile.Create(PathOf(begin.File), begin.Channels));
                    break;
                case Step.Mend mend:
                    ended(Mended(mend));
                    break;
                case Step.Chunk chunk:
                    Interlocked.Decrement(ref chunks);
                    Append(chunk);
                    break;
                case Step.End end:
                    ended(Close(end.Ended));
                    break;
            }
        }
    }

    private string PathOf(string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            throw new IOException("the file lies outside the data folder");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private MediaEvent.RecordingEnded Mended(Step.Mend mend)
    {
        var file = TryDo(mend.Recording, () => WavFile.Mend(PathOf(mend.File), channels: 2).Close());
        return new MediaEvent.RecordingEnded(default, mend.Recording, file?.Length ?? TimeSpan.Zero, RecordingEnd.SessionClosed);
    }

    private void Append(Step.Chunk chunk)
    {
        if (files.GetValueOrDefault(chunk.Recording) is { } file)
        {
            files[chunk.Recording] = TryDo(chunk.Recording, () => file.Append(chunk.Samples.Span));
            if (files[chunk.Recording] is null)
            {
                TryDo(chunk.Recording, file.Close);
            }
        }
    }

    /// <summary>A recording that could not be written ends with no length.</summary>
    private MediaEvent.RecordingEnded Close(MediaEvent.RecordingEnded recording)
    {
        var closed = files.Remove(recording.Recording, out var file) && file is not null && TryDo(recording.Recording, file.Close) is not null;
        return closed ? recording : recording with { Length = TimeSpan.Zero };
    }

    private WavFile? TryDo(long recording, Func<WavFile> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            log.LogError(MediaLogKinds.Recording, e, "recording {Recording} cannot be written", recording);
            return null;
        }
    }
}
