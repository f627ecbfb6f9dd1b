namespace Rappel.Sip.Messages;

/// <summary>Words for people that go with a refusal (RFC 3261 §20.43).</summary>
public static class Warning
{
    /// <summary>Value of a Warning header with any text.</summary>
    public static string Of(string text) => $"399 rappel {QuotedText.Quote(text)}";
}
