namespace Rappel.Acceptance.Browser;

/// <param name="Waited">Seconds that all samples together have waited in the browser for the late ones.</param>
internal sealed record AudioCount(double Waited, double Samples, int Lost)
{
    /// <summary>How long a sample waited, of those since then.</summary>
    public TimeSpan WaitSince(AudioCount before) => TimeSpan.FromSeconds((Waited - before.Waited) / Math.Max(1, Samples - before.Samples));
}
