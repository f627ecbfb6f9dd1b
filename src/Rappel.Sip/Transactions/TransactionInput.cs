using Rappel.Sip.Messages;

namespace Rappel.Sip.Transactions;

/// <summary>What happens to a transaction.</summary>
public abstract record TransactionInput
{
    public static TransactionInput Start { get; } = new Started();

    public static TransactionInput Time { get; } = new TimePassed();

    public static TransactionInput Again { get; } = new RequestRepeated();

    public static TransactionInput Failure { get; } = new TransportFailed();

    public static TransactionInput NewFlow { get; } = new Rerouted();

    public static TransactionInput GiveUp { get; } = new Abandoned();

    public static TransactionInput Hush { get; } = new Hushed();

    /// <summary>Client: send the request. Server: the request is being worked on.</summary>
    public sealed record Started : TransactionInput;

    /// <summary>Client: a matching response came.</summary>
    public sealed record ResponseReceived(SipResponse Response) : TransactionInput;

    /// <summary>Server: the request came again.</summary>
    public sealed record RequestRepeated : TransactionInput;

    /// <summary>INVITE server: a matching ACK came.</summary>
    public sealed record AckReceived(SipRequest Ack) : TransactionInput;

    /// <summary>Server: the transaction user answers.</summary>
    public sealed record Responded(int Status, ReadOnlyMemory<byte> Bytes) : TransactionInput;

    /// <summary>Fire what is due.</summary>
    public sealed record TimePassed : TransactionInput;

    /// <summary>One timer fired; made by the machine itself from <see cref="TimePassed"/>.</summary>
    public sealed record Fired(TransactionTimer Timer) : TransactionInput;

    /// <summary>The transport could not carry a message of this transaction.</summary>
    public sealed record TransportFailed : TransactionInput;

    /// <summary>The connection was lost and <see cref="Transaction.Flow"/> now asks for a new one: what may have been lost with it goes again.</summary>
    public sealed record Rerouted : TransactionInput;

    /// <summary>The transaction user waits no longer (RFC 3261 §9.1: a cancelled INVITE that is never answered).</summary>
    public sealed record Abandoned : TransactionInput;

    /// <summary>INVITE client: the transaction user wants it cancelled, and nothing has answered it. RFC 3261 §9.1 has the CANCEL wait for a
    /// provisional response; sending the INVITE again meanwhile could only ring a phone that nobody waits for.</summary>
    public sealed record Hushed : TransactionInput;
}

/// <summary>What a transaction wants done.</summary>
public abstract record TransactionOutput
{
    /// <summary>Send on the transaction's flow.</summary>
    public sealed record Transmit(ReadOnlyMemory<byte> Bytes) : TransactionOutput;

    /// <summary>A response for the transaction user.</summary>
    public sealed record Response(SipResponse Message) : TransactionOutput;

    /// <summary>An ACK that belongs to a 2xx, for the transaction user.</summary>
    public sealed record Ack(SipRequest Message) : TransactionOutput;

    /// <summary>Client: no final response came. INVITE server: no ACK came.</summary>
    public sealed record TimedOut : TransactionOutput;

    public sealed record TransportFailed : TransactionOutput;
}
