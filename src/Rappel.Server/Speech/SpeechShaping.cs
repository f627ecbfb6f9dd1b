using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>Makes what an engine gave fit to be joined: no silence around it but what its last mark asks for, and one level for all.</summary>
public static class SpeechShaping
{
    private const int SamplesPerMillisecond = 8;
    private const int FrameSamples = 10 * SamplesPerMillisecond;

    /// <summary>Root mean square of speech while it sounds: some 20 dB below the loudest, where telephone prompts usually are.</summary>
    private const double Level = 3300;

    private const double Peak = 30000;

    /// <summary>A frame is silent below this share of the loudest sample.</summary>
    private const double Silence = 0.02;

    private const int Lead = 20 * SamplesPerMillisecond;

    /// <summary>False with a reason where the bytes are no WAV file. A text that makes no sound is a clip without samples.</summary>
    public static bool TryShape(ReadOnlySpan<byte> wav, string text, out AudioClip? clip, out string refusal)
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
        var loudest = 0;
        foreach (var sample in raw)
        {
            loudest = Math.Max(loudest, Math.Abs((int)sample));
        }

        if (Sounding(raw, loudest * Silence) is not { } range)
        {
            return [];
        }

        var from = Math.Max(0, range.From - Lead);
        var speech = raw[from..range.To];
        var gain = Math.Min(Level / range.Level, Peak / loudest);
        var shaped = new short[speech.Length + pause];
        for (var i = 0; i < speech.Length; i++)
        {
            shaped[i] = (short)Math.Round(speech[i] * gain);
        }

        return shaped;
    }

    /// <summary>First and last sounding frame, and the level of those that sound; null where none does.</summary>
    private static (int From, int To, double Level)? Sounding(ReadOnlySpan<short> raw, double threshold)
    {
        int from = -1, to = 0, frames = 0;
        var power = 0.0;
        for (var start = 0; start < raw.Length; start += FrameSamples)
        {
            var frame = raw.Slice(start, Math.Min(FrameSamples, raw.Length - start));
            var level = Rms(frame);
            if (level > threshold)
            {
                from = from < 0 ? start : from;
                to = start + frame.Length;
                power += level * level;
                frames++;
            }
        }

        return frames == 0 ? null : (from, to, Math.Sqrt(power / frames));
    }

    private static double Rms(ReadOnlySpan<short> frame)
    {
        var sum = 0.0;
        foreach (var sample in frame)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / frame.Length);
    }
}
