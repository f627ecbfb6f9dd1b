using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using static Rappel.Sip.Transactions.TransactionInput;
using static Rappel.Sip.Transactions.TransactionState;

namespace Rappel.Sip.Transactions;

/// <summary>RFC 3261 §17.1.2.</summary>
public sealed class NonInviteClientTransaction(TransactionTimers timers, Flow flow, SipRequest request, IClientTransactionUser user)
    : ClientTransaction(timers, flow, request, user)
{
    private TimeSpan _interval = timers.E;

    protected override void Step(Instant now, TransactionInput input)
    {
        switch (State, input)
        {
            case (Initial, Started):
                Transmit(Bytes);
                Enter(Trying, TransactionTimer.F, now, Timers.F);
                Repeat(TransactionTimer.E, now, _interval);
                break;

            case (Trying, Fired { Timer: TransactionTimer.E }):
                Transmit(Bytes);
                _interval = _interval * 2 < Timers.T2 ? _interval * 2 : Timers.T2;
                Repeat(TransactionTimer.E, now, _interval);
                break;

            // §17.1.2.2: a provisional response slows the retransmission down but does not end it.
            case (Proceeding, Fired { Timer: TransactionTimer.E }):
                Transmit(Bytes);
                Repeat(TransactionTimer.E, now, Timers.T2);
                break;

            case (Trying or Proceeding, Fired { Timer: TransactionTimer.F }):
                Enter(Terminated);
                Put(new TransactionOutput.TimedOut());
                break;

            case (Trying or Proceeding, TransactionInput.TransportFailed):
                Enter(Terminated);
                Put(new TransactionOutput.TransportFailed());
                break;

            case (Trying or Proceeding, Rerouted):
                Transmit(Bytes);
                break;

            case (Trying or Proceeding, ResponseReceived { Response: { Status: < 200 } response }):
                Continue(Proceeding);
                Put(new TransactionOutput.Response(response));
                break;

            case (Trying or Proceeding, ResponseReceived { Response: var response }):
                Enter(Completed, TransactionTimer.K, now, Timers.K(Reliable));
                Put(new TransactionOutput.Response(response));
                break;

            case (Completed, Fired { Timer: TransactionTimer.K }):
            case (Trying or Proceeding, Abandoned):
                Enter(Terminated);
                break;
        }
    }
}
