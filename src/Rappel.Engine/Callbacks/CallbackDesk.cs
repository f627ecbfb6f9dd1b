using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Desk;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Callbacks;

/// <summary>Joins the callback book to the line, the ledger and those who asked.</summary>
internal sealed class CallbackDesk(EngineContext context)
{
    /// <summary>The store refused the rows.</summary>
    public const string NotWritten = "not-written";

    private readonly Dictionary<CallbackId, (ICallbackAsker Asker, WorkId? Work)> _asked = [];

    /// <summary>Of those who talk, or have talked, to an agent. Until then a callback's own record follows from its request, and none is kept.</summary>
    private readonly Dictionary<CallbackId, InteractionRecord> _answered = [];

    /// <summary>Customers being rung or talking, by their request.</summary>
    private readonly Dictionary<CallbackId, Presence> _rung = [];

    /// <summary>Requests that something is kept of here.</summary>
    internal int Remembered => _asked.Count + _answered.Count + _rung.Count;

    public void Ask(ICallbackAsker asker, CallbackInput.Request request)
    {
        _asked[request.Id] = (asker, context.Current.Id);
        context.Hours.Know(request.TimeZone);
        context.Book.Handle(context.Now, request);
    }

    /// <summary>Has the book carry out a command about one request.</summary>
    /// <returns>The word with which it was refused; or null, and the request as the command left it where it changed.</returns>
    public (string? Refusal, CallbackRequest? Request) Do(CallbackId id, CallbackInput command)
    {
        // What the book had to say before this is acted on first; and what it says now is all looked at before any of it is acted on, so
        // that a refusal of something that follows is not taken for one of the command.
        ActOn(Said());
        context.Book.Handle(context.Now, command);
        var said = Said();
        ActOn(said);
        return (
            said.OfType<CallbackOutput.CommandRefused>().FirstOrDefault(r => r.Id == id)?.Reason,
            said.OfType<CallbackOutput.Changed>().LastOrDefault(c => c.Request.Id == id)?.Request);
    }

    /// <summary>A request whose customer has talked to an agent, or did at the last end of the process.</summary>
    public void Restore(CallbackId id, InteractionRecord record) => _answered[id] = record;

    /// <summary>They hung up. While its agent is in wrap-up the request waits for what the agent says of it.</summary>
    public void TalkEnded(CallbackId id) =>
        context.Book.Handle(context.Now, new CallbackInput.CallEnded(id) { AwaitsOutcome = context.AfterCalls.IsAfter(context.Book.Get(id)) });

    /// <summary>What an agent is rung for; null where the request is not waiting any more.</summary>
    public IOfferedWork? FindWork(WorkId work)
    {
        var id = new CallbackId(work.Value);
        return context.Book.Get(id) is { Status: CallbackStatus.Waiting } ? new CallbackWork(context, id) : null;
    }

    public void Handle(CallbackOutput output)
    {
        switch (output)
        {
            case CallbackOutput.Accepted accepted:
                Accept(accepted.Request);
                break;
            case CallbackOutput.AlreadyPending pending:
                TellPending(pending);
                break;
            case CallbackOutput.Refused refused:
                TakeAsker(refused.Asked)?.Refused(refused.Reason);
                break;
            case CallbackOutput.CommandRefused refused:
                context.Log(LogLevel.Debug, "callback-command-refused", $"{refused.Id}: {refused.Reason}");
                break;
            case CallbackOutput.Changed changed:
                context.Current.Id = WorkOf(changed.Request.Id);
                Record(changed);
                break;
            case CallbackOutput.EnteredLine entered:
                context.Current.Id = WorkOf(entered.Request.Id);
                // Held meanwhile by an input of the same turn: the word that it left the line follows.
                if (!Assignments.TryFree(context, entered.Request) && !context.RemovedQueues.TryHold(entered.Request) && context.Book.Get(entered.Request.Id) is { IsHeld: false } && !context.OnTheLine.Holds(entered.Request))
                {
                    EnterLine(entered.Request);
                }

                break;
            case CallbackOutput.LineMoving moving:
                context.Acd.Handle(context.Now, new AcdInput.LinePaused(WorkKind.Callback, moving.Queue, moving.Moving));
                break;
            case CallbackOutput.LeftLine left:
                context.Current.Id = WorkOf(left.Id);
                LeaveLine(left.Id);
                break;
            case CallbackOutput.HoursWanted wanted:
                context.Hours.Know(wanted.TimeZone);
                break;
        }
    }

    private List<CallbackOutput> Said()
    {
        var said = new List<CallbackOutput>();
        while (context.Book.TryTake(out var output))
        {
            said.Add(output);
        }

        return said;
    }

    private void ActOn(List<CallbackOutput> said)
    {
        foreach (var output in said)
        {
            Handle(output);
        }
    }

    private static WorkId WorkOf(CallbackId id) => new(WorkKind.Callback, id.Value);

    private void Accept(CallbackRequest request)
    {
        context.Ledger.Write(new StoreRow.OfInteraction(InteractionOf(request)));
        if (TakeAsker(request.Id) is { } asker)
        {
            asker.Accepted(request);
            context.Ledger.WhenDurable(() => asker.Durable(request), lost: () => TakeBack(asker, request));
        }
    }

    // The store will never take the request: who asked must not believe in it.
    private void TakeBack(ICallbackAsker asker, CallbackRequest request)
    {
        context.Book.Handle(context.Now, new CallbackInput.Cancel(request.Id, "system", NotWritten));
        asker.Refused(NotWritten);
    }

    /// <summary>The one that is pending may itself still wait for the disk, and so may its renewal.</summary>
    private void TellPending(CallbackOutput.AlreadyPending pending)
    {
        if (TakeAsker(pending.Asked) is { } asker)
        {
            context.Ledger.WhenDurable(
                () =>
                {
                    if (context.Book.Get(pending.Existing.Id) is null)
                    {
                        asker.Refused(NotWritten);
                    }
                    else
                    {
                        asker.AlreadyPending(pending.Existing);
                    }
                },
                lost: () => asker.Refused(NotWritten));
        }
    }

    private void Record(CallbackOutput.Changed changed)
    {
        var request = changed.Request;
        FinalRows.Write(context, request, changed.Attempt);

        context.Ledger.Note(context.Now, request.Id.ToString(), changed.Event, changed.Why, changed.Who);
        Meet(request);
        if (request.Status is CallbackStatus.Offering or CallbackStatus.Dialling or CallbackStatus.Connected)
        {
            context.Watchdog.Arm();
        }

        if (changed.Event == CallbackEvents.NumberChanged)
        {
            context.OnTheLine.Renumbered(request);
        }

        RecordInteraction(request, changed.Attempt, changed.Event);
    }

    private void RecordInteraction(CallbackRequest request, CallbackAttempt? attempt, string happened)
    {
        if (request.IsFinal)
        {
            var row = _answered.Remove(request.Id, out var record) ? record.Row : InteractionOf(request);
            // A conversation was over when they hung up, though its request ends with the wrap-up.
            row = row with { EndedAt = attempt is { AnsweredAt: not null, EndedAt: { } hungUp } ? hungUp : context.Now, Outcome = Words.Of(request.Status) };
            context.Ledger.Write(new StoreRow.OfInteraction(row));
            FinalRows.Keep(context, request, attempt, row);
        }
        else if (happened == CallbackEvents.Connected)
        {
            Answered(request);
        }
        else if (happened is CallbackEvents.NumberChanged or CallbackEvents.Transferred or CallbackEvents.CallAgain)
        {
            // Whoever looks the call up by its number finds it.
            if (_answered.TryGetValue(request.Id, out var record))
            {
                record.Change(row => row with { Caller = request.Number, Queue = request.Terms.Queue });
            }
            else
            {
                context.Ledger.Write(new StoreRow.OfInteraction(InteractionOf(request)));
            }
        }
    }

    /// <summary>The first time, or again where the agent had it called again: the last conversation is the one that counts.</summary>
    private void Answered(CallbackRequest request)
    {
        if (_answered.TryGetValue(request.Id, out var record))
        {
            record.Change(row => row with { AnsweredAt = context.Now, Agent = request.Agent });
        }
        else
        {
            _answered[request.Id] = new InteractionRecord(
                context.Ledger, InteractionOf(request) with { AnsweredAt = context.Now, Agent = request.Agent });
        }
    }

    /// <summary>The request's own record while nobody has answered.</summary>
    private static InteractionRow InteractionOf(CallbackRequest request) => new(
        request.Tenant, request.Interaction, InteractionKind.Callback, request.Parent, null, request.Terms.Queue, request.Number,
        request.CallerId, request.Language, request.RequestedAt, request.Place, null, null, null, null,
        request.ToldWait)
    {
        ExpectedWaitError = request.PromiseError,
    };

    /// <summary>While a customer is rung, what else they asked for waits: two of our calls to one person would find each other busy.</summary>
    private void Meet(CallbackRequest request)
    {
        if (request.Status == CallbackStatus.Dialling || request is { Status: CallbackStatus.Connected, IsTalkOver: false })
        {
            if (!_rung.ContainsKey(request.Id))
            {
                _rung.Add(request.Id, context.OnTheLine.Came(request.Number, request.Id));
            }
        }
        else if (_rung.Remove(request.Id, out var presence))
        {
            context.OnTheLine.Gone(presence);
            context.Dialling.Remove(request.Id.Value);
        }
    }

    /// <summary>One that the book has in line and the distributor may have lost.</summary>
    public void Rejoin(CallbackId id)
    {
        if (context.Book.Get(id) is { Status: CallbackStatus.Waiting, IsHeld: false } request
            && context.Book.IsOpen(request.Terms.Queue, request.TimeZone)
            && context.Acd.PositionOf(WorkOf(id)) == 0)
        {
            EnterLine(request);
        }
    }

    private void EnterLine(CallbackRequest request)
    {
        new CallbackWork(context, request.Id).Arrive(reserve: true);
    }

    private void LeaveLine(CallbackId id)
    {
        // It may be back at once, with another number or for another agent: whoever is free meanwhile must not be given what stands behind it.
        context.OfferTogether();
        context.Works.Remove(WorkOf(id));
        context.Acd.Handle(context.Now, new AcdInput.WorkLeft(WorkOf(id)));
    }

    /// <summary>What follows is the business of whoever asked, not of the request.</summary>
    private ICallbackAsker? TakeAsker(CallbackId id)
    {
        if (!_asked.Remove(id, out var asked))
        {
            return null;
        }

        context.Current.Id = asked.Work;
        return asked.Asker;
    }
}
