using Rappel.Sip.Transports;
using static Rappel.Sip.Transactions.TransactionInput;
using static Rappel.Sip.Transactions.TransactionState;

namespace Rappel.Sip.Transactions;

/// <summary>RFC 3261 §17.2.2.</summary>
public sealed class NonInviteServerTransaction(TransactionTimers timers, Flow flow, InboundRequest request) : ServerTransaction(timers, flow, request)
{
    protected override void Step(Instant now, TransactionInput input)
    {
        switch (State, input)
        {
            // A request that comes again while nothing is answered is absorbed by the default.
            case (Initial, Started):
                Enter(Trying);
                break;

            case (Trying or Proceeding, Responded { Status: < 200 } provisional):
                Enter(Proceeding);
                Last = provisional.Bytes;
                TransmitLast();
                break;

            case (Trying or Proceeding, Responded final):
                Last = final.Bytes;
                TransmitLast();
                Enter(Completed, TransactionTimer.J, now, Timers.J(Reliable));
                break;

            case (Proceeding or Completed, RequestRepeated):
                TransmitLast();
                break;

            case (Proceeding or Completed, TransactionInput.TransportFailed):
                Enter(Terminated);
                Put(new TransactionOutput.TransportFailed());
                break;

            case (Completed, Fired { Timer: TransactionTimer.J }):
                Enter(Terminated);
                break;
        }
    }
}
