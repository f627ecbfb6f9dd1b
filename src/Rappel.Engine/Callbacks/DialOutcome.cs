using Rappel.Core.Callbacks;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>What the network's answer means for an attempt. A Q.850 cause, where one came, is nearer to the truth than the SIP status around it.</summary>
internal static class DialOutcome
{
    public static AttemptOutcome Of(LegFailure failure) => failure switch
    {
        // Nobody said so: no route, no answer to the INVITE at all, media that does not fit.
        { Local: true } => AttemptOutcome.TrunkFailure,
        { Q850: 17 } => AttemptOutcome.Busy,
        { Q850: 18 or 19 } => AttemptOutcome.RingNoAnswer,
        { Status: 486 or 600 } => AttemptOutcome.Busy,
        { Status: 408 or 480 or 487 } => AttemptOutcome.RingNoAnswer,
        { Status: 404 or 410 or 484 or 604 } => AttemptOutcome.BadNumber,
        { Status: 603 or 607 or 608 } => AttemptOutcome.RefusedByCustomer,
        _ => AttemptOutcome.TrunkFailure,
    };
}
