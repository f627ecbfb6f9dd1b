using Rappel.Core.Config;
using Rappel.Media.Audio;

namespace Rappel.Server.Speech;

/// <summary>What is known of a recording without listening to it.</summary>
/// <param name="SampleRate">As recorded, a second.</param>
public sealed record RecordingFacts(TimeSpan Length, int SampleRate, int Channels)
{
    /// <summary>Enough of the file's beginning to tell.</summary>
    public const int HeadBytes = WavLayout.HeadBytes;

    /// <summary>Null with a sentence for its author where it cannot be played.</summary>
    /// <param name="head">The whole file, or its first <see cref="HeadBytes"/>.</param>
    /// <param name="size">Bytes of the whole file.</param>
    public static RecordingFacts? TryRead(ReadOnlySpan<byte> head, long size, out Said problem)
    {
        if (WavLayout.TryFind(head, size, out var layout, out var refusal))
        {
            problem = Said.Nothing;
            return new RecordingFacts(layout.Length, layout.Format.Rate, layout.Format.Channels);
        }

        problem = RecordingRefusals.Told(refusal);
        return null;
    }
}
