using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Ivr;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>Where audio comes from: spoken text, uploaded files. Called from many threads at once; keeps its own bounds and caches.</summary>
public interface IAudioSource
{
    /// <summary>The segment as 8 kHz audio; null where it cannot be had (the source logs why). The same clip may be given to many.</summary>
    /// <param name="cancellation">Cancelled when nobody waits any longer.</param>
    ValueTask<AudioClip?> ResolveAsync(AudioSegment segment, CancellationToken cancellation);
}
