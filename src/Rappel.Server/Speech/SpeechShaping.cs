using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>Makes what an engine gave fit to be joined: no silence around it but what its last mark asks for, and one level for all.</summary>
public static class SpeechShaping
{
    private const int SamplesPerMillisecond = 8;
    private const int Lead = 20 * SamplesPerMillisecond;

    /// <summary>False with a reason where the bytes are no WAV file. A text that makes no sound is a clip without samples.</summary>
    public static bool TryShape(ReadOnlySpan<byte> wav, string text, out AudioClip? clip, out WavRefusal refusal)
    {
        if (!WavReader.TryRead(wav, text, out var raw, out refusal))
        {
            clip = null;
            return false;
        }

        clip = new AudioClip(text, Shape(raw!.Samples.Span, Pause(text)));
        return true;
    }

    /// <summary>Samples of silence after a text. Between the groups of a number it is what a comma is.</summary>
    private static int Pause(string text) => SamplesPerMillisecond * (text.TrimEnd() switch
    {
        [.., '.' or '!' or '?'] => 300,
        [.., ',' or ';' or ':'] => 180,
        _ => 40,
    });

    private static short[] Shape(ReadOnlySpan<short> raw, int pause)
    {
        if (Loudness.Measure(raw) is not { } sounding)
        {
            return [];
        }

        var speech = raw[Math.Max(0, sounding.From - Lead)..sounding.To];
        var shaped = new short[speech.Length + pause];
        for (var i = 0; i < speech.Length; i++)
        {
            shaped[i] = (short)Math.Round(speech[i] * sounding.Gain);
        }

        return shaped;
    }
}
