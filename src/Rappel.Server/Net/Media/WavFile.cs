using System.IO;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>
/// A WAV file that is written piece by piece, its header right after each: a crash costs what came after the last one. Failures are the
/// system's own.
/// </summary>
internal sealed class WavFile : IDisposable
{
    private const int BytesPerSample = 2;

    private readonly FileStream stream;
    private readonly int channels;
    private readonly byte[] header = new byte[WavHeader.Length];
    private long data;

    private WavFile(FileStream stream, int channels, long data)
    {
        this.stream = stream;
        this.channels = channels;
        this.data = data;
    }

    public TimeSpan Length => TimeSpan.FromSeconds(data / (double)(BytesPerSample * channels * MediaLimits.SampleRate));

    public static WavFile Create(string path, int channels) => new(Open(path, FileMode.Create), channels, 0);

    /// <summary>One that was left behind: what is in it beyond the header, whole moments of it, is its sound.</summary>
    public static WavFile Mend(string path, int channels)
    {
        var stream = Open(path, FileMode.Open);
        var moment = BytesPerSample * channels;
        return new WavFile(stream, channels, Math.Max(0, stream.Length - WavHeader.Length) / moment * moment);
    }

    public WavFile Append(ReadOnlySpan<byte> samples)
    {
        stream.Position = WavHeader.Length + data;
        stream.Write(samples);
        data += samples.Length;
        WriteHeader();
        return this;
    }

    public WavFile Close()
    {
        using (this)
        {
            WriteHeader();
            stream.Flush(flushToDisk: true);
        }

        return this;
    }

    public void Dispose() => stream.Dispose();

    private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private void WriteHeader()
    {
        WavHeader.Write(header, data, channels);
        stream.Position = 0;
        stream.Write(header);
    }
}
