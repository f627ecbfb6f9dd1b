using System.Diagnostics;
using System.IO;
using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Greetings;

/// <summary>A greeting as the phone line brings it.</summary>
/// <param name="Frames">20 ms each; null where the peer sent nothing.</param>
/// <param name="SpeechEnd">Where the last word ends, ms.</param>
/// <param name="BeepEnd">Where the beep ends, ms.</param>
internal sealed record RecordedGreeting(IReadOnlyList<byte[]?> Frames, int SpeechEnd, int? BeepEnd);

/// <summary>Makes greetings: speech synthesis, level, beep, noise, codec. The same case sounds the same every time.</summary>
internal sealed class GreetingStudio
{
    private const int PerMillisecond = 8;
    private const int Frame = MediaLimits.SamplesPerPacket;

    /// <summary>What people in the background talk about.</summary>
    private static readonly (string Voice, string Text)[] Background =
    [
        ("en-us+m2", "So I told him that the train would never come in time, and of course he did not believe a word of it, he never does."),
        ("en-gb+f1", "Could you pass me the other folder, the blue one, no, not that one, the one under the window next to the printer."),
        ("fr-fr+m3", "Alors on est partis à la campagne, il faisait un temps magnifique, et les enfants ont joué dehors toute la journée."),
        ("fr-be+f2", "Je ne comprends pas pourquoi cette facture n'est toujours pas réglée, cela fait trois fois que je le demande."),
        ("en-us+f3", "We should really order more of those before the end of the month, the price will go up again in the new year."),
        ("fr-ch+m1", "Il a dit qu'il passerait demain, mais avec lui on ne sait jamais, il oublie tout ce qu'on lui raconte."),
    ];

    private float[]? _babble;

    public RecordedGreeting Make(GreetingCase greeting)
    {
        var speech = Speak(greeting.Voice, greeting.Speed, greeting.Pitch, greeting.Text);
        var gain = Amplitude(greeting.Level) / ActiveLevel(speech);
        var lead = greeting.Lead * PerMillisecond;
        var spoken = lead + speech.Length;
        var beep = greeting.Beep;
        var beepStart = spoken + ((beep?.Gap ?? 0) * PerMillisecond);
        var beepEnd = beepStart + ((beep?.Milliseconds ?? 0) * PerMillisecond);
        // Whoever it is listens for a while; a machine records, which is silence.
        var audio = new float[Math.Max(beepEnd + (5000 * PerMillisecond), 9000 * PerMillisecond) / Frame * Frame];
        for (var i = 0; i < speech.Length; i++)
        {
            audio[lead + i] = (float)(speech[i] * gain);
        }

        var sounds = new bool[audio.Length];
        Array.Fill(sounds, true, lead, speech.Length);
        for (var i = beepStart; i < beepEnd; i++)
        {
            sounds[i] = true;
            audio[i] += (float)(Math.Sqrt(2) * Amplitude(greeting.Level) * Math.Sin(2 * Math.PI * beep!.Hertz * (i - beepStart) / 8000));
        }

        var silentSends = greeting.Noise != "dtx";
        if (silentSends && greeting.Noise != "none")
        {
            AddNoise(audio, greeting);
        }

        return new RecordedGreeting(
            Send(audio, sounds, silentSends, greeting.Law), spoken / PerMillisecond, beep is null ? null : beepEnd / PerMillisecond);
    }

    private static List<byte[]?> Send(float[] audio, bool[] sounds, bool silentSends, G711 law)
    {
        var frames = new List<byte[]?>();
        for (var at = 0; at + Frame <= audio.Length; at += Frame)
        {
            if (!silentSends && Array.IndexOf(sounds, true, at, Frame) < 0)
            {
                frames.Add(null);
                continue;
            }

            var samples = new short[Frame];
            for (var i = 0; i < Frame; i++)
            {
                samples[i] = (short)Math.Clamp(MathF.Round(audio[at + i]), short.MinValue, short.MaxValue);
            }

            var coded = new byte[Frame];
            G711Codec.Encode(law, samples, coded);
            frames.Add(coded);
        }

        return frames;
    }

    private void AddNoise(float[] audio, GreetingCase greeting)
    {
        var noise = greeting.Noise switch
        {
            "white" => NoiseMaker.White(audio.Length, (ulong)greeting.Line),
            "hum" => NoiseMaker.Hum(audio.Length, (ulong)greeting.Line),
            "street" => NoiseMaker.Street(audio.Length, (ulong)greeting.Line),
            "babble" => NoiseMaker.Turned(_babble ??= Babble(), audio.Length, greeting.Line * 4001),
            _ => throw new InvalidDataException($"line {greeting.Line}: no noise is called {greeting.Noise}"),
        };
        var gain = Amplitude(greeting.Level - greeting.Ratio) / Math.Sqrt(noise.Average(sample => (double)sample * sample));
        for (var i = 0; i < audio.Length; i++)
        {
            audio[i] += (float)(noise[i] * gain);
        }
    }

    private static float[] Babble()
    {
        var voices = Background.Select((one, at) => Speak(one.Voice, 150 + (7 * at), 40 + (5 * at), one.Text)).ToArray();
        var mixed = new float[voices.Min(voice => voice.Length)];
        foreach (var voice in voices)
        {
            var gain = 1000 / ActiveLevel(voice);
            for (var i = 0; i < mixed.Length; i++)
            {
                mixed[i] += (float)(voice[i] * gain);
            }
        }

        return mixed;
    }

    private static short[] Speak(string voice, int speed, int pitch, string text)
    {
        var order = new ProcessStartInfo("espeak-ng") { RedirectStandardOutput = true };
        foreach (var word in (string[])["-v", voice, "-s", $"{speed}", "-p", $"{pitch}", "-m", "--stdout", text])
        {
            order.ArgumentList.Add(word);
        }

        using var process = Process.Start(order)!;
        using var file = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(file);
        process.WaitForExit();
        Assert.True(WavReader.TryRead(file.ToArray(), voice, out var clip, out var refusal), $"espeak-ng -v {voice}: {refusal}");
        return Trimmed(clip!.Samples.ToArray());
    }

    /// <summary>Without the silence before and after, which is the synthesiser's.</summary>
    private static short[] Trimmed(short[] audio)
    {
        var first = Array.FindIndex(audio, sample => Math.Abs((int)sample) > 200);
        var last = Array.FindLastIndex(audio, sample => Math.Abs((int)sample) > 200);
        Assert.True(first >= 0, "espeak-ng said nothing");
        return audio[first..(last + 1)];
    }

    /// <summary>RMS over the frames that are no pauses.</summary>
    private static double ActiveLevel(short[] audio)
    {
        var frames = audio.Chunk(Frame).Select(frame => frame.Average(sample => (double)sample * sample)).ToArray();
        var loudest = frames.Max();
        return Math.Sqrt(frames.Where(energy => energy > loudest / 300).Average());
    }

    private static double Amplitude(double decibels) => 32768 * Math.Pow(10, decibels / 20);
}
