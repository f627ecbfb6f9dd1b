using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using static Rappel.Sip.Transactions.TransactionInput;
using static Rappel.Sip.Transactions.TransactionState;

namespace Rappel.Sip.Transactions;

/// <summary>RFC 3261 §17.1.1 with the Accepted state of RFC 6026 §7.2.</summary>
public sealed class InviteClientTransaction(TransactionTimers timers, Flow flow, SipRequest request, IClientTransactionUser user)
    : ClientTransaction(timers, flow, request, user)
{
    private TimeSpan _interval = timers.A;
    private ReadOnlyMemory<byte> _ack;
    private bool _hushed;

    protected override void Step(Instant now, TransactionInput input)
    {
        switch (State, input)
        {
            case (Initial, Started):
                Transmit(Bytes);
                Enter(Calling, TransactionTimer.B, now, Timers.B);
                Repeat(TransactionTimer.A, now, _interval);
                break;

            case (Calling, Hushed):
                _hushed = true;
                StopRepeating();
                break;

            case (Calling, Fired { Timer: TransactionTimer.A }):
                Transmit(Bytes);
                _interval *= 2;
                Repeat(TransactionTimer.A, now, _interval);
                break;

            case (Calling, Fired { Timer: TransactionTimer.B }):
                Enter(Terminated);
                Put(new TransactionOutput.TimedOut());
                break;

            // §17.1.4. In Proceeding the peer has the request, so a failure then says nothing about it (figure 5).
            // A WebSocket is the exception: whoever rang was behind it, and cannot answer any more.
            case (Calling, TransactionInput.TransportFailed):
            case (Proceeding, TransactionInput.TransportFailed) when Flow.Transport == SipTransport.Ws:
                Enter(Terminated);
                Put(new TransactionOutput.TransportFailed());
                break;

            case (Calling, Rerouted) when !_hushed:
                Transmit(Bytes);
                break;

            case (Calling or Proceeding, ResponseReceived { Response: { Status: < 200 } response }):
                Enter(Proceeding);
                Put(new TransactionOutput.Response(response));
                break;

            // RFC 6026 §7.2: stay, so that repeated and forked 2xx reach the user agent core, which alone acknowledges them.
            case (Calling or Proceeding, ResponseReceived { Response: { Status: < 300 } response }):
                Enter(Accepted, TransactionTimer.M, now, Timers.M);
                Put(new TransactionOutput.Response(response));
                break;

            case (Accepted, ResponseReceived { Response: { Status: >= 200 and < 300 } response }):
                Put(new TransactionOutput.Response(response));
                break;

            case (Calling or Proceeding, ResponseReceived { Response: var response }):
                _ack = SipWriter.Write(AckTo(response));
                Transmit(_ack);
                Enter(Completed, TransactionTimer.D, now, Timers.D(Reliable));
                Put(new TransactionOutput.Response(response));
                break;

            case (Completed, ResponseReceived { Response.Status: >= 300 }):
                Transmit(_ack);
                break;

            case (Completed, Fired { Timer: TransactionTimer.D }):
            case (Accepted, Fired { Timer: TransactionTimer.M }):
            case (Calling or Proceeding, Abandoned):
                Enter(Terminated);
                break;
        }
    }

    /// <summary>RFC 3261 §17.1.1.3: same branch and route, the To of the response.</summary>
    private SipRequest AckTo(SipResponse response)
    {
        var headers = new List<SipHeader> { new("Via", Request["Via"]!), new("Max-Forwards", "70") };
        headers.AddRange(Request.Headers.Where(h => h.Name is "Route" or "From"));
        headers.Add(new("To", response["To"] ?? Request["To"]!));
        headers.Add(new("Call-ID", Request["Call-ID"]!));
        headers.Add(new("CSeq", Request["CSeq"]!.Replace("INVITE", "ACK", StringComparison.Ordinal)));
        return new SipRequest("ACK", Request.Uri, headers, default);
    }
}
