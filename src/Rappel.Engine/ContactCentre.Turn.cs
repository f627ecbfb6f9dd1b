using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;

namespace Rappel.Engine;

/// <summary>One turn: time passes, the input is acted on, then all that follows from it, and what is left to say leaves.</summary>
public sealed partial class ContactCentre
{
    private readonly Steps _steps;
    private EngineInput _input = new EngineInput.TimePassed();

    public void Handle(Instant now, EngineInput input)
    {
        _context.Now = now;
        _input = input;

        if (input is EngineInput.TimeSkipped)
        {
            // Before time passes: no timer may end for a time that did not pass.
            Guard(_steps.PutOff);
        }

        // Apart: what breaks when time passes must not swallow the input, which may be the word that something is on disk.
        if (NextDeadline <= now)
        {
            PassTime();
        }

        // One event may free an agent and put a request in line, in either order: offers are made when both are known.
        _context.OfferTogether();
        Guard(_steps.Route);
        GuardToTheEnd(_steps.RunDue);
        EndTurn();
    }

    private void PassTime()
    {
        // Each apart: where one machine breaks on what is due, the others go on. A delay and a wrap-up that end together are judged together.
        var now = _context.Now;
        _context.OfferTogether();
        Guard(_steps.AdvanceSip);
        if (_context.Book.NextDeadline <= now)
        {
            Guard(_steps.AdvanceBook);
        }

        if (_context.Acd.NextDeadline <= now)
        {
            Guard(_steps.AdvanceAcd);
        }

        GuardToTheEnd(_steps.Pump);
        if (_context.Agenda.Next <= now)
        {
            _context.OfferTogether();
        }

        GuardToTheEnd(_steps.RunAgenda);
        GuardToTheEnd(_steps.Pump);
    }

    /// <summary>Acts on what the machines below have to say until none has anything more.</summary>
    private void Pump()
    {
        while (true)
        {
            _context.Current.Id = null;
            if (_context.UserAgent.TryTakeEvent(out var happened))
            {
                On(happened);
            }
            else if (_context.Book.TryTake(out var callback))
            {
                _callbacks.Handle(callback);
            }
            else if (_context.Acd.TryTake(out var acd))
            {
                _offers.Handle(acd);
            }
            else if (_context.TryTakeAfter(out var act))
            {
                act();
            }
            else
            {
                return;
            }
        }
    }

    private void EndTurn()
    {
        GuardToTheEnd(_steps.Pump);
        Guard(_steps.CheckDrain);
        if (_context.Ledger.TryClose(out var batch))
        {
            _context.Emit(new EngineOutput.Commit(batch));
        }

        while (_context.UserAgent.TryTakeOutgoing(out var outgoing))
        {
            _context.Emit(new EngineOutput.SendSip(outgoing.Flow, outgoing.Bytes));
        }

        Guard(_steps.Publish);
    }

    /// <summary>What broke has been taken already: the rest is acted on all the same.</summary>
    private void GuardToTheEnd(Action act)
    {
        for (var broken = 0; broken < EngineLimits.BrokenInATurn && !Guard(act); broken++)
        {
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A broken invariant ends one call, not the contact centre; it is logged as an alarm.")]
    private bool Guard(Action act)
    {
        _context.Current.Id = null;
        try
        {
            act();
            return true;
        }
        catch (Exception broken)
        {
            var work = _context.Current.Id;
            _context.InvariantsBroken++;
            _context.Log(LogLevel.Error, "invariant-broken", work is { } named ? $"{named}, which is ended: {broken}" : broken.ToString());
            if (work is { } id)
            {
                new FaultEnding(_context).End(id, isHeld: true);
            }

            return false;
        }
    }

    /// <summary>The guarded steps of a turn, made once: a turn for every message must not make its own.</summary>
    private sealed class Steps(ContactCentre centre)
    {
        private readonly EngineContext _context = centre._context;

        public Action PutOff => field ??= () => centre.PutOff(((EngineInput.TimeSkipped)centre._input).By);

        public Action Route => field ??= () => centre.Route(centre._input);

        public Action RunDue => field ??= _context.Ledger.RunDue;

        public Action AdvanceSip => field ??= () => _context.UserAgent.Advance(_context.Now);

        public Action AdvanceBook => field ??= () => _context.Book.Handle(_context.Now, new CallbackInput.TimePassed());

        public Action AdvanceAcd => field ??= () => _context.Acd.Handle(_context.Now, new AcdInput.TimePassed());

        public Action Pump => field ??= centre.Pump;

        public Action RunAgenda => field ??= () => _context.Agenda.Run(_context.Now);

        public Action CheckDrain => field ??= centre._drain.Check;

        public Action Publish => field ??= centre._views.PublishIfWanted;
    }
}
