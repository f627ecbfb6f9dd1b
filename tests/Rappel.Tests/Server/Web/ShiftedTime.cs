namespace Rappel.Tests.Server.Web;

/// <summary>The machine's clock, set ahead by hand: cookies of the HTTP client end by the real one.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override Instant GetUtcNow() => base.GetUtcNow() + Ahead;
}
