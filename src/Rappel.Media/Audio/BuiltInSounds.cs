using Rappel.Media.Sessions;

namespace Rappel.Media.Audio;

/// <summary>Sounds that need no file, computed once.</summary>
public static class BuiltInSounds
{
    private const int Rate = MediaLimits.SampleRate;

    /// <summary>The beep before a recording: 1 kHz, 0.4 s.</summary>
    public static AudioClip Beep { get; } = new("beep", Tone(0.4, 0.4, 6000, 1000));

    /// <summary>What a North American caller hears while a phone rings: 440 and 480 Hz, 2 s on and 4 s off. To be looped.</summary>
    public static AudioClip RingingTone { get; } = new("ringing-tone", Tone(2, 6, 3000, 440, 480));

    /// <summary>Music on hold for those who have none: soft chords, to be looped.</summary>
    public static AudioClip Music { get; } = new("music", HoldMusic.Compose());

    /// <param name="sounding">Seconds of tone, faded in and out over 5 ms so that it does not click.</param>
    /// <param name="whole">Seconds in all, silence after the tone.</param>
    /// <param name="amplitude">Of each tone.</param>
    private static short[] Tone(double sounding, double whole, double amplitude, params ReadOnlySpan<double> hertz)
    {
        var samples = new short[(int)(whole * Rate)];
        var length = (int)(sounding * Rate);
        const int Fade = Rate / 200;
        for (var i = 0; i < length; i++)
        {
            var sum = 0.0;
            foreach (var one in hertz)
            {
                sum += Math.Sin(2 * Math.PI * one * i / Rate);
            }

            var level = Math.Min(1.0, Math.Min(i, length - 1 - i) / (double)Fade);
            samples[i] = (short)(sum * amplitude * level);
        }

        return samples;
    }
}
