using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// Rings the customer for one attempt, by one trunk after another until one has reached the customer's phone. That the attempt rings is on
/// disk before the first INVITE leaves, so a crash at any moment never rings a customer twice for one attempt.
/// </summary>
internal sealed class CustomerDialling(EngineContext context, CallbackId id, ICustomerCall call) : ILegOwner
{
    private ImmutableArray<TrunkSnapshot> _trunks = [];
    private int _nextTrunk;

    /// <summary>180, or 183, which may be ringing or an announcement of the network's: the customer may know that we call.</summary>
    private bool _progressed;
    private bool _rang;
    private bool _over;
    private Leg? _leg;
    private Instant? _dialledAt;
    private Agenda.Appointment? _ringTime;
    private Agenda.Appointment? _silence;

    /// <summary>No INVITE has left: whatever ends the attempt now, the customer's phone was never asked to ring.</summary>
    public bool NeverRung => _dialledAt is null;

    /// <summary>When the customer's phone began to ring; null before, and where it is not known to.</summary>
    public Instant? RangAt { get; private set; }

    public void Begin()
    {
        context.Dialling[id.Value] = this;
        context.Book.Handle(context.Now, new CallbackInput.RungCustomer(id));

        // After the book's word has reached the ledger: what waits for the disk waits for that.
        context.AfterOutputs(() => context.Ledger.WhenDurable(Dial, lost: NotWritten));

        // An agent waits on the other leg, or is reserved: not for a disk that does not come back.
        _silence = context.Agenda.At(context.Now + EngineLimits.DiskWithin, NotWritten);
    }

    /// <summary>Hangs up, whether or not the customer has answered. Nothing is told of it.</summary>
    public void Stop()
    {
        _over = true;
        CancelDeadlines();
        context.Legs.Hangup(_leg);
    }

    /// <summary>The customer talks to an agent on another line: the phone that rings beside it is not waited for, nor is the agent who would have it.</summary>
    public void ServedMeanwhile()
    {
        // One that has not rung yet never will: see MayBegin.
        if (!_over && _leg is { IsUp: false, IsOver: false })
        {
            context.Legs.Hangup(_leg);
            GiveUp(AttemptOutcome.RingNoAnswer, null);
        }
    }

    public void Progressed(Leg leg, int status)
    {
        _progressed = true;
        _rang |= status == 180;
        RangAt ??= status == 180 ? context.Now : null;
    }

    public void Up(Leg leg)
    {
        CancelDeadlines();
        leg.Owner = call;
        call.Up(leg);
    }

    public void Failed(Leg leg, LegFailure failure)
    {
        CancelDeadlines();
        var outcome = DialOutcome.Of(failure);

        // 488 of our own: the customer answered and the media did not fit. Another trunk would ring them a second time for one attempt.
        _rang |= failure is { Local: true, Status: 488 };
        var reached = _progressed || _rang || (!failure.Local && context.Now - _dialledAt >= EngineLimits.TrunkRefusesWithin);
        if (outcome == AttemptOutcome.TrunkFailure && !reached && _nextTrunk < _trunks.Length)
        {
            context.Log(LogLevel.Warning, "trunk-failure", $"{id}: trunk {leg.Trunk} answered {failure.Status}; trying the next");
            DialNext();
            return;
        }

        // A phone that rang was an attempt, whatever the trunk had to say afterwards: or else it would be rung again in a moment for none.
        var status = failure.Local ? (int?)null : failure.Status;
        GiveUp(outcome == AttemptOutcome.TrunkFailure && _rang ? AttemptOutcome.RingNoAnswer : outcome, status);
    }

    /// <summary>A fault of ours broke off the ringing.</summary>
    public void Ended(Leg leg, EndCause cause) => GiveUp(AttemptOutcome.TrunkFailure, null);

    private void Dial()
    {
        if (_over)
        {
            return;
        }

        CancelDeadlines();
        _trunks = TrunkRoutes.For(context, context.Book.Get(id)!.Trunk);
        DialNext();
    }

    // Nobody is rung for an attempt that is not on disk. Like a trunk that fails: no attempt used, later again, and bounded.
    private void NotWritten()
    {
        if (!_over)
        {
            GiveUp(AttemptOutcome.TrunkFailure, null);
        }
    }

    private void DialNext()
    {
        if (_nextTrunk >= _trunks.Length)
        {
            context.Log(LogLevel.Warning, "no-trunk", $"{id}: no trunk is free to dial the customer");
            GiveUp(AttemptOutcome.TrunkFailure, null);
            return;
        }

        var request = context.Book.Get(id)!;
        if (!MayBegin(request))
        {
            GiveUp(AttemptOutcome.TrunkFailure, null);
            return;
        }

        var trunk = _trunks[_nextTrunk++];
        if (!context.Legs.TryDial(trunk, this,
            offer => TrunkRoutes.Describe(context, trunk, new PhoneNumber(request.Number), request.CallerId, offer), out _leg))
        {
            GiveUp(AttemptOutcome.TrunkFailure, null);
            return;
        }

        _dialledAt = context.Now;
        _silence = context.Agenda.At(context.Now + EngineLimits.TrunkSilence, TrunkSilent);
        _ringTime = context.Agenda.At(context.Now + request.Terms.RingTime, RingTimeUp);
    }

    /// <summary>The disk took its time, or the first trunk did, and no phone rings yet. What has come meanwhile holds: the expiry, the end of the
    /// hours, a hold, an end that is kept in mind (they were served, or it was cancelled), the customer on the line with us. The book goes on
    /// from there.</summary>
    private bool MayBegin(CallbackRequest request) =>
        context.Now < request.ExpiresAt
        && context.Book.IsOpen(request.Terms.Queue, request.TimeZone)
        && request is { IsHeld: false, EndReason: null }
        && !context.OnTheLine.Knows(request);

    private void TrunkSilent()
    {
        if (_leg is { } leg && !context.UserAgent.HasHeard(leg.Sip))
        {
            context.Legs.Hangup(leg);
            Failed(leg, new LegFailure(408, null, Local: true));
        }
    }

    private void RingTimeUp()
    {
        context.Legs.Hangup(_leg);
        GiveUp(AttemptOutcome.RingNoAnswer, null);
    }

    private void GiveUp(AttemptOutcome outcome, int? status)
    {
        _over = true;
        CancelDeadlines();
        call.NotReached(outcome, status);
    }

    private void CancelDeadlines()
    {
        _silence?.Cancel();
        _ringTime?.Cancel();
    }
}
