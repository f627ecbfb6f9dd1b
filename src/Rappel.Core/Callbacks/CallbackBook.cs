using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Calls;
using Rappel.Core.Ordering;

namespace Rappel.Core.Callbacks;

/// <summary>
/// The open callback requests and what becomes of them, as a machine told the time. It dials nothing and knows no agent: it says what is
/// in line, and is told of offers and calls. Each rule of the callback that can be told apart has a file of its own beside this one;
/// here is which rule applies when.
/// Every input costs a logarithm of the open requests, except HoursChanged that tells news, which goes over the requests of its queue,
/// so many a turn.
/// A request that is final leaves the book; the store has it.
/// </summary>
public sealed partial class CallbackBook
{
    private readonly Dictionary<CallbackId, CallbackEntry> open = [];
    private readonly Dictionary<string, QueueBook> queues = [];
    private readonly DuplicateRule duplicates = new();
    private readonly RankedSet<CallbackEntry> deadlines = new(DeadlineOrder.Instance);
    private readonly InFlightList inFlight = new();
    private readonly Queue<CallbackOutput> outputs = new();

    /// <summary>When TimePassed should come at the latest.</summary>
    public Instant? NextDeadline
    {
        get
        {
            var due = dueFrom ?? deadlines.First?.Deadline;
            return due < movesFrom ? due : movesFrom ?? due;
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out CallbackOutput output) => outputs.TryDequeue(out output) || TryTakeRestored(out output);

    /// <summary>Deadlines that have come are acted on before the input, so that nothing begins at or after the expiry.</summary>
    public void Handle(Instant now, CallbackInput input)
    {
        ActOnWhatIsDue(now);
        if (movesFrom <= now)
        {
            GoOnMoving(now);
        }

        switch (input)
        {
            case CallbackInput.Request asked:
                Take(now, asked);
                break;
            case CallbackInput.HoursChanged hours:
                ChangeHours(now, hours);
                break;
            case CallbackInput.TimePassed:
                break;
            default:
                Apply(now, CallbackSubject.Of(input), input);
                break;
        }
    }

    /// <summary>The life of a request: what each input does in each status.</summary>
    private void Apply(Instant now, CallbackId id, CallbackInput input)
    {
        if (FindCurrent(now, id) is not { } entry)
        {
            Refuse(id, "not-open");
            return;
        }

        switch (entry.Request.Status, input)
        {
            // Rule 4: an agent first. Rule 10: not outside hours.
            case (CallbackStatus.Waiting, CallbackInput.OfferBegan) when entry.Line is null || !MayStand(entry.Request):
                Refuse(id, entry.Request.IsHeld ? "held" : "closed");
                break;
            case (CallbackStatus.Waiting, CallbackInput.OfferBegan began) when (entry.Request.Handling?.AssignedAgent ?? began.Agent) != began.Agent:
                Refuse(id, "not-assigned");
                break;
            case (CallbackStatus.Waiting, CallbackInput.OfferBegan began):
                BeginOffer(now, entry, began.Agent);
                break;
            case (CallbackStatus.Offering, CallbackInput.OfferAccepted):
                AcceptOffer(now, entry);
                break;

            // Rule 5: rejected, so the next agent; not answered, so failed.
            case (CallbackStatus.Offering, CallbackInput.OfferRejected):
                ReturnOffer(entry);
                break;
            case (CallbackStatus.Offering, CallbackInput.OfferTimedOut):
                FailAttempt(now, entry, AttemptOutcome.AgentDidNotAnswer, null, CallbackEvents.AttemptFailed);
                break;

            // Rules 5 and 6.
            case (CallbackStatus.Dialling, CallbackInput.RungCustomer):
                StampRung(now, entry);
                break;
            case (CallbackStatus.Dialling, CallbackInput.AgentChanged changed):
                ChangeAgent(entry, changed.Agent);
                break;
            case (CallbackStatus.Dialling, CallbackInput.DiallingFailed failed) when !AttemptAccounting.IsOfDialling(failed.Outcome):
                Refuse(id, "not-an-outcome-of-dialling");
                break;
            case (CallbackStatus.Dialling, CallbackInput.DiallingFailed failed):
                if (failed.NeverRung)
                {
                    TakeBackRinging(entry);
                }

                FailAttempt(now, entry, failed.Outcome, failed.SipStatus, CallbackEvents.AttemptFailed);
                break;
            case (CallbackStatus.Dialling, CallbackInput.CustomerConnected):
                Connect(now, entry);
                break;
            case (CallbackStatus.Connected, CallbackInput.CallEnded { AwaitsOutcome: true }) when !entry.Request.IsTalkOver:
                EndTalk(now, entry);
                break;
            case (CallbackStatus.Connected, CallbackInput.CallEnded { AwaitsOutcome: false }):
            case (CallbackStatus.Connected, CallbackInput.Settle) when entry.Request.IsTalkOver:
                SettleOutcome(now, entry);
                break;
            case (CallbackStatus.Connected, CallbackInput.Decide decide) when decide.Agent == entry.Request.Agent:
                Decide(now, entry, decide);
                break;

            // Whatever was decided: they talk to an agent now.
            case (CallbackStatus.Connected, CallbackInput.Serve) when entry.Request.IsTalkOver:
                Complete(now, entry);
                break;

            // Rules 9 and 11, without cutting off a customer who is rung.
            case (CallbackStatus.Waiting or CallbackStatus.Delayed or CallbackStatus.Offering, CallbackInput.Cancel cancel):
                End(now, entry, CallbackStatus.Cancelled, EndMark.OfCancel(cancel.Why), cancel.Who, cancel.Why);
                break;
            case (CallbackStatus.Dialling, CallbackInput.Cancel cancel):
                Mark(entry, EndMark.OfCancel(cancel.Why), CallbackEvents.CancelAsked, cancel.Who, cancel.Why);
                break;
            case (CallbackStatus.Waiting or CallbackStatus.Delayed or CallbackStatus.Offering, CallbackInput.Serve):
                End(now, entry, CallbackStatus.Served, EndMark.OfServe);
                break;
            case (CallbackStatus.Dialling, CallbackInput.Serve):
                Mark(entry, EndMark.OfServe, CallbackEvents.ServeAsked);
                break;

            default:
                ApplyByHand(now, entry, input);
                break;
        }
    }

    private void Refuse(CallbackId id, string reason) => outputs.Enqueue(new CallbackOutput.CommandRefused(id, reason));
}
