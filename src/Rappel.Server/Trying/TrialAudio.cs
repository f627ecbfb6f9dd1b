using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Ivr;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Speech;

namespace Rappel.Server.Trying;

/// <summary>
/// What trials said, to be listened to: under a name that is made of what is said, so that a browser may keep it for good. Only what a trial
/// said can be asked for.
/// </summary>
public sealed class TrialAudio(AudioLibrary library)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ImmutableArray<AudioSegment>> said = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Its name from now on.</summary>
    public string Keep(ImmutableArray<AudioSegment> segments)
    {
        var text = string.Join('\n', segments.Select(s => s switch
        {
            AudioSegment.Speech speech => $"s {speech.Language} {speech.Text}",
            AudioSegment.Recording recording => $"r {recording.File}",
            _ => s.GetType().Name,
        }));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
        lock (gate)
        {
            if (said.TryAdd(name, segments))
            {
                order.Enqueue(name);
                if (order.Count > TryLimits.AudioHeld)
                {
                    said.Remove(order.Dequeue());
                }
            }
        }

        return name;
    }

    /// <summary>A WAV file as a caller hears it; null where nothing was said under this name, or it cannot be spoken.</summary>
    public async Task<byte[]?> RenderAsync(string name, CancellationToken cancellation)
    {
        ImmutableArray<AudioSegment> segments;
        lock (gate)
        {
            if (!said.TryGetValue(name, out segments))
            {
                return null;
            }
        }

        return await RenderAsync(segments, cancellation);
    }

    /// <summary>A WAV file as a caller hears it; what cannot be had is left out, as in a call. Null where nothing of it can.</summary>
    public async Task<byte[]?> RenderAsync(ImmutableArray<AudioSegment> segments, CancellationToken cancellation)
    {
        var clips = new List<AudioClip>();
        foreach (var segment in segments)
        {
            if (await library.ResolveAsync(segment, SpeechHaste.InBackground, cancellation) is { } clip)
            {
                clips.Add(clip);
            }
        }

        return clips.Count == 0 ? null : WavWriter.ToBytes(clips.SelectMany(c => c.Samples.ToArray()).ToArray());
    }
}
