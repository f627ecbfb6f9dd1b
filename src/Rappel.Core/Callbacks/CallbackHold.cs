namespace Rappel.Core.Callbacks;

/// <summary>The stable words of why a request is held.</summary>
public static class CallbackHold
{
    /// <summary>The customer is on the line with us now: ringing them would find them busy. Ends with that call, and with a restart.</summary>
    public const string OnTheLine = "on-the-line";

    /// <summary>Its queue was taken out of the configuration and nobody is left to serve it. Ends when the queue is back.</summary>
    public const string NoQueue = "no-queue";

    /// <summary>A fault of ours broke off its handling; a person has to look at it.</summary>
    public const string Fault = "fault";

    /// <summary>A supervisor asked for it.</summary>
    public const string ByHand = "by-hand";
}
