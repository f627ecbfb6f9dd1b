namespace Rappel.Sip.Transports;

/// <summary>What a stream holds, in order.</summary>
public abstract record StreamItem
{
    /// <summary>One whole message for the parser. The bytes are a copy of their own.</summary>
    public sealed record Message(ReadOnlyMemory<byte> Bytes) : StreamItem;

    /// <summary>A keep-alive (RFC 5626 §4.4.1): the owner sends one CRLF back.</summary>
    public sealed record Ping : StreamItem;

    /// <summary>The last item: where the next message begins cannot be known. The owner closes the connection, after what it has to send.</summary>
    public sealed record Broken(string Reason) : StreamItem;
}
