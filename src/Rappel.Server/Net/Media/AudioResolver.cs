using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Ivr;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Speech;

namespace Rappel.Server.Net.Media;

/// <summary>
/// Makes audio of segments away from the media thread. What cannot be had in time is left out and logged: a prompt with a hole is better
/// than a call that stands still.
/// </summary>
/// <param name="done">Called on any thread, once for each request.</param>
public sealed class AudioResolver(IAudioSource source, ILogger log, Action<ResolvedAudio> done)
{
    private int running;

    /// <summary>True where no source is needed.</summary>
    public static bool TryBuiltIn(ImmutableArray<AudioSegment> segments, out ImmutableArray<AudioClip> clips)
    {
        clips = [];
        foreach (var segment in segments)
        {
            if (segment is not AudioSegment.Beep)
            {
                return false;
            }

            clips = clips.Add(BuiltInSounds.Beep);
        }

        return true;
    }

    public void Begin(MediaSessionId session, long turn, ImmutableArray<AudioSegment> segments)
    {
        if (Interlocked.Increment(ref running) > MediaNetLimits.Resolutions)
        {
            Interlocked.Decrement(ref running);
            log.LogWarning(MediaLogKinds.Audio, "too many prompts are being made at once; one for {Session} was left out", session);
            done(new ResolvedAudio(session, turn, []));
            return;
        }

        _ = Task.Run(() => Resolve(session, turn, segments));
    }

    private async Task Resolve(MediaSessionId session, long turn, ImmutableArray<AudioSegment> segments)
    {
        using var deadline = new CancellationTokenSource(MediaNetLimits.ResolveTime);
        // All at once: a speech engine then speaks the parts of a sentence side by side.
        var parts = segments.Select(segment => One(segment, deadline.Token)).ToArray();
        var clips = await Task.WhenAll(parts);
        Interlocked.Decrement(ref running);
        done(new ResolvedAudio(session, turn, [.. clips.OfType<AudioClip>()]));
    }

    private async Task<AudioClip?> One(AudioSegment segment, CancellationToken deadline)
    {
        if (segment is AudioSegment.Beep)
        {
            return BuiltInSounds.Beep;
        }

        try
        {
            var clip = await source.ResolveAsync(segment, deadline).AsTask().WaitAsync(deadline);
            // Coded here rather than at the first beat that plays it.
            clip?.Coded(G711.Pcmu);
            return clip;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning(MediaLogKinds.Audio, e, "audio could not be had and was left out: {Segment}", segment);
            return null;
        }
    }
}
