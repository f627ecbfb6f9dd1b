using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>
/// Speech when it is wanted: from memory, from disk, else spoken once however many calls ask at the same time. A text that cannot be
/// spoken is silence; the call goes on.
/// </summary>
public sealed class SpeechSynthesizer(ISpeechEngine engine, SpeechStock stock, ClipMemory memory, ILogger log) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<AudioClip?>>> underWay = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim voices = new(SpeechLimits.Voices);
    private readonly CancellationTokenSource closing = new();
    private int silent;

    /// <summary>Sees to it that it need not be spoken when it is asked for: on disk, and in memory while there is room.</summary>
    public async Task SpeakAheadAsync(string text, string language, CancellationToken cancellation)
    {
        if (memory.HasRoom || !stock.Has(SpeechStock.Key(engine.Voice(language), text)))
        {
            await SpeakAsync(text, language, cancellation, SpeechHaste.InBackground);
        }
    }

    /// <summary>Null where it cannot be spoken.</summary>
    /// <param name="cancellation">Ends the waiting of this caller; others who asked for the same text still get it.</param>
    public ValueTask<AudioClip?> SpeakAsync(
        string text, string language, CancellationToken cancellation, SpeechHaste haste = SpeechHaste.ForCaller)
    {
        var key = SpeechStock.Key(engine.Voice(language), text);
        if (memory.Find(key) is { } known)
        {
            return ValueTask.FromResult<AudioClip?>(known);
        }

        if (text.Length > SpeechLimits.TextLength || underWay.Count >= SpeechLimits.Waiting)
        {
            Tell(text.Length > SpeechLimits.TextLength ? "a text is too long" : "too many texts wait to be spoken");
            return ValueTask.FromResult<AudioClip?>(null);
        }

        var making = underWay.GetOrAdd(key, k => new Lazy<Task<AudioClip?>>(() => Task.Run(() => Make(k, text, language, haste))));
        return new ValueTask<AudioClip?>(making.Value.WaitAsync(cancellation));
    }

    public void Dispose()
    {
        // What is under way ends by itself; the semaphore must outlive it, and holds nothing that needs disposing.
        closing.Cancel();
    }

    private async Task<AudioClip?> Make(string key, string text, string language, SpeechHaste haste)
    {
        try
        {
            // Another may have finished between the look in memory and now.
            if (memory.Find(key) is { } known)
            {
                return known;
            }

            if (stock.Find(key, text) is { } stored)
            {
                Keep(key, stored, haste);
                return stored;
            }

            var clip = await Synthesize(text, language, haste);
            Keep(key, clip, haste);
            stock.Keep(key, clip);
            Recover();
            return clip;
        }
        catch (SpeechFailedException e)
        {
            Tell(e.Message);
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }

    private void Keep(string key, AudioClip clip, SpeechHaste haste)
    {
        if (haste == SpeechHaste.ForCaller || memory.HasRoom)
        {
            memory.Keep(key, clip);
        }
    }

    private async Task<AudioClip> Synthesize(string text, string language, SpeechHaste haste)
    {
        await voices.WaitAsync(closing.Token);
        try
        {
            var wav = await engine.SynthesizeAsync(text, language, haste, closing.Token);
            return SpeechShaping.TryShape(wav, text, out var clip, out var refusal)
                ? clip!
                : throw new SpeechFailedException($"what the engine gave is no audio: {refusal}");
        }
        finally
        {
            voices.Release();
        }
    }

    /// <summary>Once until it works again: every call would say the same.</summary>
    private void Tell(string problem)
    {
        if (Interlocked.Exchange(ref silent, 1) == 0)
        {
            log.LogError(SpeechLogKinds.Speech, "prompts cannot be spoken, callers hear silence in their place: {Problem}", problem);
        }
    }

    private void Recover()
    {
        if (Interlocked.Exchange(ref silent, 0) == 1)
        {
            log.LogInformation(SpeechLogKinds.Speech, "prompts are spoken again");
        }
    }
}
