using Rappel.Sip.Transports;
using static Rappel.Sip.Transactions.TransactionInput;
using static Rappel.Sip.Transactions.TransactionState;

namespace Rappel.Sip.Transactions;

/// <summary>RFC 3261 §17.2.1 with the Accepted state of RFC 6026 §7.1.</summary>
public sealed class InviteServerTransaction(TransactionTimers timers, Flow flow, InboundRequest request) : ServerTransaction(timers, flow, request)
{
    private TimeSpan _interval = timers.G;

    protected override void Step(Instant now, TransactionInput input)
    {
        switch (State, input)
        {
            case (Initial, Started):
                Enter(Proceeding);
                break;

            case (Proceeding, Responded { Status: < 200 } provisional):
                Last = provisional.Bytes;
                TransmitLast();
                break;

            // RFC 6026 §7.1: repeated INVITEs are absorbed here; repeating the 2xx is the user agent core's (RFC 3261 §13.3.1.4).
            case (Proceeding, Responded { Status: < 300 } success):
                Enter(Accepted, TransactionTimer.L, now, Timers.L);
                Last = default;
                Transmit(success.Bytes);
                break;

            case (Accepted, Responded { Status: >= 200 and < 300 } success):
                Transmit(success.Bytes);
                break;

            case (Proceeding, Responded refusal):
                Last = refusal.Bytes;
                TransmitLast();
                Enter(Completed, TransactionTimer.H, now, Timers.H);
                Repeat(TransactionTimer.G, now, _interval);
                break;

            case (Proceeding or Completed, RequestRepeated):
            case (Completed, Rerouted):
                TransmitLast();
                break;

            case (Completed, Fired { Timer: TransactionTimer.G }):
                TransmitLast();
                _interval = _interval * 2 < Timers.T2 ? _interval * 2 : Timers.T2;
                Repeat(TransactionTimer.G, now, _interval);
                break;

            case (Completed, Fired { Timer: TransactionTimer.H }):
                Enter(Terminated);
                Put(new TransactionOutput.TimedOut());
                break;

            case (Completed, AckReceived):
                Enter(Confirmed, TransactionTimer.I, now, Timers.I(Reliable));
                break;

            case (Accepted, AckReceived { Ack: var ack }):
                Put(new TransactionOutput.Ack(ack));
                break;

            // §17.2.4. In Accepted the transaction stays for Timer L: the peer may still repeat the INVITE (RFC 6026 §7.1).
            case (Accepted, TransactionInput.TransportFailed):
                Put(new TransactionOutput.TransportFailed());
                break;

            case (Proceeding or Completed, TransactionInput.TransportFailed):
                Enter(Terminated);
                Put(new TransactionOutput.TransportFailed());
                break;

            case (Confirmed, Fired { Timer: TransactionTimer.I }):
            case (Accepted, Fired { Timer: TransactionTimer.L }):
                Enter(Terminated);
                break;
        }
    }
}
