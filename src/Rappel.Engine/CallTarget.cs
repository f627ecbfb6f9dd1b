namespace Rappel.Engine;

/// <summary>To whom an agent takes a customer, or whom it calls.</summary>
public abstract record CallTarget
{
    /// <param name="Key">Of the agent.</param>
    public sealed record Agent(string Key) : CallTarget;

    /// <param name="Key">Of an inbound queue.</param>
    public sealed record Queue(string Key) : CallTarget;

    /// <param name="Typed">As typed: it goes through the dial plan.</param>
    public sealed record Number(string Typed) : CallTarget;
}
