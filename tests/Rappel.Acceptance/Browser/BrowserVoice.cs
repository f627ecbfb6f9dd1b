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

    // What the page plays, ten times a second: how often the frequency looked for is the loudest, or stands out where others may be as loud.
    private const string Measure = """
        async ({ hertz, seconds, among }) => {
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
            const peak = from => Math.max(...power.subarray(Math.round(from / width) - 2, Math.round(from / width) + 3));
            const rivals = among ? [hertz - 60, hertz + 60] : [power.indexOf(Math.max(...power)) * width];
            const standsOut = among ? rivals.every(rival => peak(hertz) > peak(rival) + 12) : Math.abs(rivals[0] - hertz) < 2 * width;
            if (peak(hertz) > -60 && standsOut) found++;
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
    /// <param name="among">Others may sound as loud at the same time: it counts where it stands out from what is beside it.</param>
    public static Task<double> Hears(this Window window, int hertz, int seconds, bool among = false) =>
        window.Page.EvaluateAsync<double>(Measure, new { hertz, seconds, among });
}
