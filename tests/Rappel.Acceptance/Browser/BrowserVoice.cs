using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Audio;

namespace Rappel.Acceptance.Browser;

/// <summary>What somebody says into a browser's microphone, and what is heard in it.</summary>
internal static class BrowserVoice
{
    // As speech comes and goes: what sounds on and on, the browser takes for noise and turns down.
    private static readonly TimeSpan Sound = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.3);

    // The loudest frequency of what the page plays, ten times a second: how often it is the one looked for.
    private const string Measure = """
        async ({ hertz, seconds }) => {
          const sound = document.querySelector('audio[data-call-sound]')?.srcObject;
          if (!sound) return 0;
          const context = new AudioContext();
          await context.resume();
          const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
          context.createMediaStreamSource(sound).connect(analyser);
          const power = new Float32Array(analyser.frequencyBinCount);
          const width = context.sampleRate / analyser.fftSize;
          const began = performance.now();
          let found = 0;
          while (performance.now() - began < seconds * 1000) {
            await new Promise(done => { setTimeout(done, 100); });
            analyser.getFloatFrequencyData(power);
            const loudest = power.indexOf(Math.max(...power));
            if (power[loudest] > -60 && Math.abs(loudest * width - hertz) < 2 * width) found++;
          }
          await context.close();
          return found / 10;
        }
        """;

    /// <summary>A file for <see cref="Chromium.Start"/>.</summary>
    public static string Make(string folder, int hertz)
    {
        var path = Path.Combine(folder, $"voice-{hertz}.wav");
        WavFile.Write(path, [.. Tone.Make(hertz, Sound, amplitude: 12_000), .. new short[(int)(Pause.TotalSeconds * Tone.Rate)]]);
        return path;
    }

    /// <summary>Seconds out of so many in which the call that the page is in sounds with this tone before all others.</summary>
    public static Task<double> Hears(this Window window, int hertz, int seconds) => window.Page.EvaluateAsync<double>(Measure, new { hertz, seconds });
}
