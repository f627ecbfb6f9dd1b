using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Engine.Desk;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// One attempt after the agent accepted: the customer is dialled and the two are bridged. That the attempt rings is on disk before the INVITE
/// leaves, so a crash at any moment never rings a customer twice for one attempt.
/// </summary>
internal sealed class CallbackCall(EngineContext context, CallbackId id, AgentRing ring) : ILegOwner
{
    private readonly CallbackTerms _terms = context.Book.Get(id)!.Terms;
    private ImmutableArray<TrunkSnapshot> _trunks = [];
    private int _nextTrunk;
    private bool _rang;
    private bool _over;
    private Leg? _customer;
    private Conversation? _conversation;
    private Agenda.Appointment? _deadline;
    private Agenda.Appointment? _silence;
    private int? _whisper;
    private int? _saying;

    public void Begin()
    {
        var queue = context.Configuration.OutboundQueues.GetValueOrDefault(_terms.Queue);
        if (Prompts.Find(context.Configuration, queue?.Whisper, ring.Agent.Language) is { } said)
        {
            // Said while the customer's phone begins to ring; an answer cuts it off.
            _whisper = context.Legs.Speak(ring.Leg, [said]);
        }
        else
        {
            context.Legs.PlayRinging(ring.Leg);
        }

        context.Book.Handle(context.Now, new CallbackInput.RungCustomer(id));
        context.Ledger.WhenDurable(Dial);
    }

    public void Progressed(Leg leg, int status) => _rang = true;

    public void Up(Leg leg)
    {
        CancelDeadlines();
        context.Book.Handle(context.Now, new CallbackInput.CustomerConnected(id));
        _conversation = new Conversation(context, leg, ring.Leg);
    }

    public void Failed(Leg leg, LegFailure failure)
    {
        CancelDeadlines();
        var outcome = DialOutcome.Of(failure);

        // 488 of our own: the customer answered and the media did not fit. Another trunk would ring them a second time for one attempt.
        var reached = _rang || failure is { Local: true, Status: 488 };
        if (outcome == AttemptOutcome.TrunkFailure && !reached && _nextTrunk < _trunks.Length)
        {
            context.Log(LogLevel.Warning, "trunk-failure", $"{id}: trunk {leg.Trunk} answered {failure.Status}; trying the next");
            DialNext();
            return;
        }

        Fail(outcome, failure.Local ? null : failure.Status);
    }

    public void Ended(Leg leg, EndCause cause)
    {
        if (!_over)
        {
            _over = true;
            context.Book.Handle(context.Now, new CallbackInput.CallEnded(id));
            ring.Finish();
        }
    }

    public void HoldChanged(Leg leg) => HoldChanged();

    public void HoldChanged() => _conversation?.HoldChanged();

    /// <summary>The agent hung up: before the answer the attempt is over, after it the call is.</summary>
    public void AgentGone()
    {
        CancelDeadlines();
        if (_over)
        {
            return;
        }

        _over = true;
        context.Legs.Hangup(_customer);
        context.Book.Handle(context.Now, _conversation is null
            ? new CallbackInput.DiallingFailed(id, AttemptOutcome.AgentHungUp, null)
            : new CallbackInput.CallEnded(id));
    }

    public void AgentPlayEnded(int token)
    {
        if (token == _saying)
        {
            ReleaseAgent();
        }
        else if (token == _whisper)
        {
            context.Legs.PlayRinging(ring.Leg);
        }
    }

    private void Dial()
    {
        if (_over)
        {
            return;
        }

        _trunks = TrunkRoutes.For(context, context.Book.Get(id)!.Trunk);
        DialNext();
    }

    private void DialNext()
    {
        if (_nextTrunk >= _trunks.Length)
        {
            context.Log(LogLevel.Warning, "no-trunk", $"{id}: no trunk is free to dial the customer");
            Fail(AttemptOutcome.TrunkFailure, null);
            return;
        }

        var trunk = _trunks[_nextTrunk++];
        var request = context.Book.Get(id)!;
        if (!context.Legs.TryDial(trunk, this,
            offer => TrunkRoutes.Describe(context, trunk, new PhoneNumber(request.Number), request.CallerId, offer), out _customer))
        {
            Fail(AttemptOutcome.TrunkFailure, null);
            return;
        }

        _silence = context.Agenda.At(context.Now + EngineLimits.TrunkSilence, TrunkSilent);
        _deadline = context.Agenda.At(context.Now + _terms.RingTime, RingTimeUp);
    }

    private void TrunkSilent()
    {
        if (_customer is { } leg && !context.UserAgent.HasHeard(leg.Sip))
        {
            context.Legs.Hangup(leg);
            Failed(leg, new LegFailure(408, null, Local: true));
        }
    }

    private void RingTimeUp()
    {
        CancelDeadlines();
        context.Legs.Hangup(_customer);
        Fail(AttemptOutcome.RingNoAnswer, null);
    }

    private void Fail(AttemptOutcome outcome, int? status)
    {
        _over = true;
        context.Book.Handle(context.Now, new CallbackInput.DiallingFailed(id, outcome, status));
        var language = ring.Agent.Language;
        _saying = context.Legs.Speak(ring.Leg, [new AudioSegment.Speech(Phrases.AttemptFailed(outcome, language), language)]);
        _deadline = context.Agenda.At(context.Now + EngineLimits.AgentToldWithin, ReleaseAgent);
    }

    private void ReleaseAgent()
    {
        CancelDeadlines();
        ring.Finish();
    }

    private void CancelDeadlines()
    {
        _silence?.Cancel();
        _deadline?.Cancel();
    }
}
