using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// A callback in line: what an agent is rung or reserved for. Agent first, the customer is dialled only after the agent accepts; customer
/// first, while an agent is reserved.
/// </summary>
internal sealed class CallbackWork(EngineContext context, CallbackId id) : IOfferedWork
{
    private CallbackCall? _call;
    private CustomerFirstCall? _customerFirst;

    public InteractionId Interaction => Request.Interaction;

    public CallbackId? Callback => id;

    public LiveSubject Subject => new(Request.Number, Request.CustomerName, Request.Language);

    public LiveCall? Read(AgentRing ring) => _call?.Read() ?? _customerFirst?.Read(ring);

    public Talk? Talk => _call?.Talk ?? _customerFirst?.Talk;

    private CallbackRequest Request => context.Book.Get(id)!;

    private WorkId Work => new(WorkKind.Callback, id.Value);

    /// <summary>In line, at its place. Where it is in line already it stays as it is.</summary>
    /// <param name="reserve">Whether an agent is to be reserved, rather than rung.</param>
    public void Arrive(bool reserve)
    {
        var request = Request;
        if (_customerFirst is not null)
        {
            // There is something to keep. One that only waits is made into work when it is offered: there may be a million of them.
            context.Works[Work] = this;
        }

        if (context.Acd.PositionOf(Work) == 0)
        {
            context.Acd.Handle(context.Now, new AcdInput.WorkArrived(new WorkItem(Work, request.Terms.Queue, request.LinePlace, Eligible: true)
            {
                Agent = request.Handling?.AssignedAgent,
                IsReturning = request.AttemptsBegun > 0,
                Reservation = reserve && request.Terms.RungFirst == RungFirst.Customer
                    ? request.Terms.RingTime + EngineLimits.ReservationBeyondRinging
                    : null,
            }));
        }
    }

    /// <summary>Out of the line for now; an agent who is offered it is let go.</summary>
    public void Withdraw() => context.Acd.Handle(context.Now, new AcdInput.WorkLeft(Work));

    /// <summary>Out of the line: a retry enters it anew.</summary>
    public void Leave()
    {
        context.Works.Remove(Work);
        Withdraw();
    }

    /// <summary>
    /// An agent is told how the attempt went before the call is over. Who has the request back in line meanwhile (now, by a supervisor) found
    /// it with that agent, and in line with the distributor it could not be.
    /// </summary>
    public void AgentDone() => context.AfterOutputs(() =>
    {
        if (context.Book.IsInLine(id))
        {
            new CallbackWork(context, id).Arrive(reserve: true);
        }
    });

    public AgentDisplay Describe(AgentSnapshot agent) => AgentDisplay.OfCallback(Request, Request.AttemptsUsed + 1, agent.Language);

    public bool TryBegin(AgentRing ring)
    {
        if (_customerFirst is { } underWay)
        {
            return underWay.TryTake(ring);
        }

        context.Book.Handle(context.Now, new CallbackInput.OfferBegan(id, ring.Agent.Key));
        if (context.Book.Get(id) is not { Status: CallbackStatus.Offering } request)
        {
            return false;
        }

        if (ring.IsReserved && request.Terms.RungFirst == RungFirst.Customer)
        {
            context.Book.Handle(context.Now, new CallbackInput.OfferAccepted(id));
            context.Works[Work] = this;
            _customerFirst = new CustomerFirstCall(context, this, id, ring);
            _customerFirst.Begin();
        }

        return true;
    }

    public void Accepted(AgentRing ring)
    {
        context.Works.Remove(Work);
        if (_customerFirst is not null)
        {
            _customerFirst.Accepted(ring);
            return;
        }

        context.Book.Handle(context.Now, new CallbackInput.OfferAccepted(id));
        _call = new CallbackCall(context, id, ring);
        _call.Begin();
    }

    public void NotAccepted(OfferOutcome outcome)
    {
        if (_customerFirst is not null)
        {
            _customerFirst.AgentLost();
            return;
        }

        if (context.Book.Get(id) is not { Status: CallbackStatus.Offering })
        {
            // The book itself withdrew it (expired, cancelled): it has told the distributor already.
            return;
        }

        context.Book.Handle(context.Now, outcome == OfferOutcome.TimedOut
            ? new CallbackInput.OfferTimedOut(id)
            : new CallbackInput.OfferRejected(id));
    }

    public void AgentGone(AgentRing ring)
    {
        _call?.AgentGone();
        _customerFirst?.AgentGone();
    }

    public void AgentHeld(AgentRing ring)
    {
        _call?.HoldChanged();
        _customerFirst?.HoldChanged();
    }

    public void AgentPlayEnded(AgentRing ring, int token)
    {
        _call?.AgentPlayEnded(token);
        _customerFirst?.AgentPlayEnded(token);
    }
}
