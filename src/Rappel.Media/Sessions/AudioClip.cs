using Rappel.Media.Codecs;

namespace Rappel.Media.Sessions;

/// <summary>Audio ready to play: 8 kHz, mono, 16-bit linear samples. Shared between sessions, never changed.</summary>
public sealed class AudioClip(string name, ReadOnlyMemory<short> samples)
{
    private byte[]? _pcmu;
    private byte[]? _pcma;

    public string Name { get; } = name;

    public ReadOnlyMemory<short> Samples { get; } = samples;

    public TimeSpan Duration => TimeSpan.FromSeconds(Samples.Length / (double)MediaLimits.SampleRate);

    /// <summary>
    /// The clip in one law, one byte a sample, coded at the first call and kept. Threads that ask at once may code it twice; the result is
    /// the same.
    /// </summary>
    public ReadOnlyMemory<byte> Coded(G711 codec) => codec == G711.Pcmu ? _pcmu ??= Code(codec) : _pcma ??= Code(codec);

    private byte[] Code(G711 codec)
    {
        var coded = new byte[Samples.Length];
        G711Codec.Encode(codec, Samples.Span, coded);
        return coded;
    }
}
