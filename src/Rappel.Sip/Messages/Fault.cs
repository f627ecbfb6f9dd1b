namespace Rappel.Sip.Messages;

/// <summary>What is wrong with a message, and the status a request gets for it.</summary>
internal readonly record struct Fault(int Status, string Reason)
{
    public static Fault Bad(string reason) => new(400, reason);
}
