using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Server.Speech;

namespace Rappel.Server.Trying;

/// <summary>
/// Plays trials with the real lengths of what is said. The machine cannot wait, so it is played until no length is missing: what it asked for
/// in vain is spoken meanwhile.
/// </summary>
public sealed class TrialStage(AudioLibrary library)
{
    /// <param name="request">Made anew for each time it is played: a call is used up by it.</param>
    public async Task<TrialResult> PlayAsync(ConfigurationSnapshot configuration, Func<TrialRequest> request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TryLimits.SpeechTime);
        var known = new ConcurrentDictionary<AudioSegment, SpokenLength>();
        for (var round = 1; ; round++)
        {
            var missing = new HashSet<AudioSegment>();
            var result = ScriptTrial.Play(configuration, request(), segment =>
            {
                if (known.TryGetValue(segment, out var length))
                {
                    return length;
                }

                missing.Add(segment);
                return SpokenLength.Estimate(segment);
            });
            if (missing.Count == 0 || round == TryLimits.Rounds || patience.IsCancellationRequested)
            {
                return result;
            }

            await Task.WhenAll(missing.Select(segment => LearnAsync(segment, known, patience.Token)));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task LearnAsync(AudioSegment segment, ConcurrentDictionary<AudioSegment, SpokenLength> known, CancellationToken patience)
    {
        try
        {
            // What cannot be had is left out, as in a call: it takes no time.
            var clip = await library.ResolveAsync(segment, SpeechHaste.InBackground, patience);
            known[segment] = new SpokenLength(clip?.Duration ?? TimeSpan.Zero, false);
        }
        catch (OperationCanceledException)
        {
            // Its length stays reckoned.
        }
    }
}
