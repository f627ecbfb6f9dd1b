using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Configuration.Editions;
using Rappel.Storage;

namespace Rappel.Server.Speech;

/// <summary>The WAV files of the configuration, each by its content: a call hears those of the version it began with.</summary>
public sealed class Recordings(IConfigurationStore store, TenantId tenant, ClipMemory memory, ILogger log)
{
    /// <summary>Null, and logged, where there is no such recording or it cannot be played.</summary>
    /// <param name="pinned">As <see cref="RecordingPins"/> writes it.</param>
    public async ValueTask<AudioClip?> ReadAsync(string pinned, CancellationToken cancellation)
    {
        if (!RecordingPins.TryRead(pinned, out var content, out var path))
        {
            log.LogWarning(SpeechLogKinds.Recording, "no recording {File} in the configuration", pinned);
            return null;
        }

        // The same bytes are the same recording, whatever they are called.
        if (memory.Find(content.Hex) is { } known)
        {
            return known;
        }

        try
        {
            var bytes = await Task.Run(() => store.ReadContent(tenant, content), cancellation);
            if (bytes is null)
            {
                log.LogWarning(SpeechLogKinds.Recording, "recording {File} is not in the store", path);
            }
            else if (WavReader.TryRead(bytes, path, out var clip, out var refusal))
            {
                var even = new AudioClip(path, Loudness.Even(clip!.Samples.Span));
                memory.Keep(content.Hex, even);
                return even;
            }
            else
            {
                log.LogWarning(SpeechLogKinds.Recording, "recording {File} cannot be played: {Problem}", path, RecordingRefusals.Told(refusal));
            }
        }
        catch (StoreException e)
        {
            log.LogWarning(SpeechLogKinds.Recording, "recording {File} cannot be read: {Problem}", path, e.Message);
        }

        return null;
    }
}
