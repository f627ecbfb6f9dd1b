using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Server.Speech;

/// <summary>Speaks text. A better one is put in place by implementing this.</summary>
public interface ISpeechEngine
{
    /// <summary>Names the engine and all that changes its sound - voice, speed - for a language: what it spoke is kept under this name.</summary>
    string Voice(string language);

    /// <param name="text">Plain text; numbers to be spelled come with their digits apart.</param>
    /// <param name="language"><c>en</c> or <c>fr</c>.</param>
    /// <param name="haste">In the background it may take longer, and must not take a processor from anybody.</param>
    /// <returns>A WAV file of any rate.</returns>
    /// <exception cref="SpeechFailedException">It could not be spoken.</exception>
    Task<byte[]> SynthesizeAsync(string text, string language, SpeechHaste haste, CancellationToken cancellation);
}
