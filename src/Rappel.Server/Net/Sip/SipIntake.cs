using System.Threading;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>What arrives from all SIP sockets goes through here to the engine, as far as the engine can take it.</summary>
public sealed class SipIntake(EngineInbox inbox)
{
    private long refused;
    private long dropped;

    /// <summary>New calls answered 503 because the engine was behind.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Datagrams dropped because the engine was far behind.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>True while streams should not be read.</summary>
    public bool IsFull => inbox.Admission == SipAdmission.Full;

    /// <param name="message">A datagram or one framed message, given away.</param>
    /// <returns>An answer to send back on the flow at once, outside any transaction; null for none.</returns>
    public ReadOnlyMemory<byte>? Received(Flow source, ReadOnlyMemory<byte> message)
    {
        switch (inbox.Admission)
        {
            // Nobody repeats what a stream has carried. It is not read meanwhile, so what comes here is the little that was read before.
            case SipAdmission.Full when source.Transport == SipTransport.Udp:
                Interlocked.Increment(ref dropped);
                return null;
            case SipAdmission.NoNewCalls or SipAdmission.Full when Overload.AnswerTo(message) is { } answer:
                Interlocked.Increment(ref refused);
                return answer;
            default:
                inbox.Post(new EngineInput.SipReceived(source, message));
                return null;
        }
    }

    /// <summary>Sending failed, or a connection is gone.</summary>
    public void Failed(Flow flow) => inbox.Post(new EngineInput.SipFailed(flow));
}
