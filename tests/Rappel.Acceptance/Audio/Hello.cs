namespace Rappel.Acceptance.Audio;

/// <summary>
/// "Allô?", as far as an ear without words can tell: the overtones of a gliding voice, in two syllables. A tone would pass for the beep of
/// an answering machine.
/// </summary>
internal static class Hello
{
    private const int Overtones = 16;
    private const double Amplitude = 6000;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(600);

    public static short[] Make()
    {
        var samples = new short[(int)(Length.TotalSeconds * Tone.Rate)];
        double phase = 0;
        for (var n = 0; n < samples.Length; n++)
        {
            var at = (double)n / samples.Length;
            phase += 2 * Math.PI * (130 + (70 * at)) / Tone.Rate;
            var syllables = Math.Abs(Math.Sin(2 * Math.PI * at));
            samples[n] = (short)(Amplitude * syllables * Enumerable.Range(1, Overtones).Sum(k => Math.Sin(k * phase) / k));
        }

        return samples;
    }
}
