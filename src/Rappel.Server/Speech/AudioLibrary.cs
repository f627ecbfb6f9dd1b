using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>All that callers and agents can hear: speech, recordings and the beep.</summary>
public sealed class AudioLibrary(SpeechSynthesizer speech, Recordings recordings) : IAudioSource
{
    public ValueTask<AudioClip?> ResolveAsync(AudioSegment segment, CancellationToken cancellation) =>
        ResolveAsync(segment, SpeechHaste.ForCaller, cancellation);

    /// <param name="haste">Who waits for it.</param>
    public ValueTask<AudioClip?> ResolveAsync(AudioSegment segment, SpeechHaste haste, CancellationToken cancellation) => segment switch
    {
        AudioSegment.Speech text => speech.SpeakAsync(text.Text, text.Language, cancellation, haste),
        AudioSegment.Recording recording => recordings.ReadAsync(recording.File, cancellation),
        AudioSegment.Beep => ValueTask.FromResult<AudioClip?>(BuiltInSounds.Beep),
        _ => ValueTask.FromResult<AudioClip?>(null),
    };

    /// <summary>
    /// Speaks ahead what the configuration can say, one text at a time and with what processor calls leave. To be begun at the start and
    /// at each publication, in the background; cancelled by the next.
    /// </summary>
    public async Task PrewarmAsync(ConfigurationSnapshot configuration, CancellationToken cancellation)
    {
        foreach (var (text, language) in SpokenTexts.Of(configuration))
        {
            cancellation.ThrowIfCancellationRequested();
            await speech.SpeakAheadAsync(text, language, cancellation);
        }
    }
}
