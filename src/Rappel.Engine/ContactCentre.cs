using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine;

/// <summary>
/// The whole contact centre as one machine told the time: SIP, scripts, queues, agents and callbacks joined. Each input is one turn: it is
/// acted on, everything that follows from it at once is acted on too, and the rows it changed leave as one batch.
/// </summary>
public sealed class ContactCentre : IEngine
{
    private readonly EngineContext _context;
    private readonly SteadyUserAgent _sip;
    private readonly LegEvents _legEvents;
    private readonly ChannelEntrance _entrance;
    private readonly OfferDesk _offers;
    private readonly CallbackDesk _callbacks;
    private readonly PhoneBook _phones;
    private readonly Commands _commands;
    private readonly Drain _drain;
    private readonly LiveViews _views;

    /// <param name="stored">What the last process left; see <see cref="Recovery"/> for what becomes of it.</param>
    /// <param name="entropy">64 random bits a call: cryptographic in production, seeded in a simulation.</param>
    public ContactCentre(EngineSettings settings, ConfigurationSnapshot configuration, StoredState stored, Func<ulong> entropy, Instant now)
    {
        var current = new CurrentWork();
        _context = new EngineContext
        {
            Current = current,
            Settings = settings,
            Entropy = entropy,
            Configuration = configuration,
            Ledger = new Ledger(configuration.Tenant) { Current = current },
            Agenda = new Agenda { Current = current },
            Ports = new PortPool(),
            Acd = new Distributor(configuration, stored.LastOfferId + 1),
            Book = new CallbackBook(),
            Now = now,
        };
        var policy = new SipPolicy(_context);
        _context.UserAgent = _sip = new SteadyUserAgent(new UserAgent(
            new UserAgentSettings(settings.Address, settings.SipPort, configuration.Name, settings.Product), policy, entropy));
        _context.Legs = new LegBook(_context);
        _context.Watchdog = new Watchdog(_context);
        _context.OnTheLine = new OnTheLine(_context);
        _context.CallbackDesk = _callbacks = new CallbackDesk(_context);
        _legEvents = new LegEvents(_context);
        _entrance = new ChannelEntrance(_context, policy);
        _offers = new OfferDesk(_context);
        _context.Hours = new CallingHours(_context);
        _phones = new PhoneBook(_context);
        _commands = new Commands(_context);
        _drain = new Drain(_context);
        _views = new LiveViews(_context);
        _context.Hours.Refresh();
        new Recovery(_context).Restore(stored);
        EndTurn();
    }

    /// <summary>For tests, which look whether anything is left of calls that are over.</summary>
    internal EngineContext Context => _context;

    public Instant? NextDeadline
    {
        get
        {
            Instant? next = null;
            foreach (var deadline in new[] { _context.UserAgent.NextDeadline, _context.Acd.NextDeadline, _context.Book.NextDeadline, _context.Agenda.Next, _views.Due })
            {
                next = next is null || deadline < next ? deadline ?? next : next;
            }

            return next;
        }
    }

    public void Handle(Instant now, EngineInput input)
    {
        _context.Now = now;

        if (input is EngineInput.TimeSkipped skipped)
        {
            // Before time passes: no timer may end for a time that did not pass.
            Guard(() => PutOff(skipped.By));
        }

        // Apart: what breaks when time passes must not swallow the input, which may be the word that something is on disk.
        PassTime();

        // One event may free an agent and put a request in line, in either order: offers are made when both are known.
        _context.OfferTogether();
        Guard(() => Route(input));
        GuardToTheEnd(_context.Ledger.RunDue);
        EndTurn();
    }

    public bool TryTake(out EngineOutput output) => _context.TryTake(out output);

    private void PassTime()
    {
        // Each apart: where one machine breaks on what is due, the others go on. A delay and a wrap-up that end together are judged together.
        var now = _context.Now;
        _context.OfferTogether();
        Guard(() => _context.UserAgent.Advance(now));
        if (_context.Book.NextDeadline <= now)
        {
            Guard(() => _context.Book.Handle(now, new CallbackInput.TimePassed()));
        }

        if (_context.Acd.NextDeadline <= now)
        {
            Guard(() => _context.Acd.Handle(now, new AcdInput.TimePassed()));
        }

        GuardToTheEnd(Pump);
        if (_context.Agenda.Next <= now)
        {
            _context.OfferTogether();
        }

        GuardToTheEnd(() => _context.Agenda.Run(now));
        GuardToTheEnd(Pump);
    }

    private void PutOff(TimeSpan by)
    {
        _sip.Skip(by);
        _context.Agenda.PutOff(by);
        _context.Watchdog.PutOff(by);
        foreach (var call in _context.Callers.Values)
        {
            call.PutOff(by);
        }

        _context.Acd.Handle(_context.Now, new AcdInput.TimeSkipped(by));
        _views.Touch();
    }

    private void Route(EngineInput input)
    {
        switch (input)
        {
            case EngineInput.SipReceived received:
                _context.UserAgent.Receive(_context.Now, received.Source, received.Message);
                break;
            case EngineInput.SipFailed failed:
                _context.UserAgent.TransportFailed(_context.Now, failed.Flow);
                break;
            case EngineInput.MediaHappened { Event: MediaEvent.RecordingEnded ended }:
                if (_context.Messages.Remove(ended.Recording, out var message))
                {
                    message.RecordingEnded(ended.Length);
                }

                break;
            case EngineInput.MediaHappened media:
                _legEvents.Handle(media.Event);
                break;
            case EngineInput.RtpPortReady ready:
                _context.Ports.Add(ready.Port);
                break;
            case EngineInput.Committed committed:
                _context.Ledger.Committed(committed.Batch);
                break;
            case EngineInput.CommitFailed failed:
                _context.Log(LogLevel.Warning, "commit-failed", $"batch {failed.Batch} will never be on disk; what waited for it is taken back");
                _context.Ledger.Failed(failed.Batch);
                break;
            case EngineInput.Published published:
                _context.Configuration = published.Configuration;

                // Members and hours change together: nobody is offered what the new hours take out of line.
                _context.OfferTogether();
                _context.Acd.Publish(_context.Now, published.Configuration);
                _context.Hours.Refresh();
                Assignments.FreeOrphans(_context);
                _views.Touch();
                break;
            case EngineInput.Commanded commanded:
                _commands.Handle(commanded.Ticket, commanded.Command);
                break;
            case EngineInput.DrainRequested drain:
                _drain.Begin(drain.Deadline);
                _views.Touch();
                break;
        }
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
                _views.Touch();
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

    private void On(UserAgentEvent happened)
    {
        switch (happened)
        {
            case UserAgentEvent.Called called:
                _entrance.Handle(called);
                break;
            case UserAgentEvent.Registered or UserAgentEvent.Unregistered:
                _phones.Handle(happened);
                break;
            case UserAgentEvent.Noted noted:
                _context.Log(LogLevel.Note, noted.Kind, noted.Source is { } source ? $"{noted.Text} ({source})" : noted.Text);
                break;
            default:
                _legEvents.TryHandle(happened);
                break;
        }

        _views.Touch();
    }

    private void EndTurn()
    {
        GuardToTheEnd(Pump);
        Guard(_drain.Check);
        if (_context.Ledger.TryClose(out var batch))
        {
            _context.Emit(new EngineOutput.Commit(batch));
            _views.Touch();
        }

        while (_context.UserAgent.TryTakeOutgoing(out var outgoing))
        {
            _context.Emit(new EngineOutput.SendSip(outgoing.Flow, outgoing.Bytes));
        }

        Guard(_views.PublishIfDue);
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
            _views.Touch();
            _context.Log(LogLevel.Error, "invariant-broken", work is { } named ? $"{named}, which is ended: {broken}" : broken.ToString());
            if (work is { } id)
            {
                new FaultEnding(_context).End(id, isHeld: true);
            }

            return false;
        }
    }
}
