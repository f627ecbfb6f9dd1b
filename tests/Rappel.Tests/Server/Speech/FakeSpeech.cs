using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Media.Audio;
using Rappel.Server.Speech;

namespace Rappel.Tests.Server.Speech;

/// <summary>Speaks a tone as long as its text; holds its breath where told, and loses its voice where told.</summary>
internal sealed class FakeSpeech : ISpeechEngine
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int speaking;
    private int most;

    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<SpeechHaste> Hastes { get; } = new();

    public string Name { get; init; } = "fake";

    public bool Holds { get; init; }

    public bool Fails { get; set; }

    public int MostAtOnce => most;

    public void Release() => release.SetResult();

    public string Voice(string language) => $"{Name} {language}";

    public async Task<byte[]> SynthesizeAsync(string text, string language, SpeechHaste haste, CancellationToken cancellation)
    {
        Asked.Enqueue(text);
        Hastes.Enqueue(haste);
        var now = Interlocked.Increment(ref speaking);
        InterlockedMax(now);
        if (Holds)
        {
            await release.Task.WaitAsync(cancellation);
        }

        Interlocked.Decrement(ref speaking);
        return Fails ? throw new SpeechFailedException("lost its voice") : WavWriter.ToBytes(Tone(80 * text.Length));
    }

    /// <summary>400 Hz at 8 kHz.</summary>
    public static short[] Tone(int samples, double amplitude = 8000) =>
        [.. Enumerable.Range(0, samples).Select(i => (short)(amplitude * Math.Sin(2 * Math.PI * i / 20)))];

    private void InterlockedMax(int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
