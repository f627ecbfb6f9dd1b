using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Desk.Watching;
using Rappel.Engine.Desk.After;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Engine.Telephony.Flows;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine;

/// <summary>
/// The whole contact centre as one machine told the time: SIP, scripts, queues, agents and callbacks joined. Each input is one turn: it is
/// acted on, everything that follows from it at once is acted on too, and the rows it changed leave as one batch.
/// </summary>
public sealed partial class ContactCentre : IEngine
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
        _context.Flows = new FlowBook(_context);
        _context.Watchdog = new Watchdog(_context);
        _context.Watches = new WatchDesk(_context);
        _context.AfterCalls = new AfterCallDesk(_context);
        _context.Memberships = new Memberships(_context);
        _context.OnTheLine = new OnTheLine(_context);
        _context.Web = new WebQuestions(_context);
        _context.CallbackDesk = _callbacks = new CallbackDesk(_context);
        var keys = new PhoneKeys(_context, policy);
        _legEvents = new LegEvents(_context, keys);
        _entrance = new ChannelEntrance(_context, policy, keys);
        _offers = new OfferDesk(_context);
        _context.Hours = new CallingHours(_context);
        _context.RemovedQueues = new RemovedQueues(_context);
        _phones = new PhoneBook(_context);
        _commands = new Commands(_context);
        _drain = new Drain(_context);
        _views = new LiveViews(_context);
        _steps = new Steps(this);
        _context.Hours.Refresh();
        new Recovery(_context).Restore(stored);
        _context.RemovedQueues.Settle();
        EndTurn();
    }

    /// <summary>For tests, which look whether anything is left of calls that are over.</summary>
    internal EngineContext Context => _context;

    public Instant? NextDeadline =>
        Earlier(Earlier(_context.UserAgent.NextDeadline, _context.Acd.NextDeadline), Earlier(_context.Book.NextDeadline, _context.Agenda.Next));

    public bool TryTake(out EngineOutput output) => _context.TryTake(out output);

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;

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
            case EngineInput.FlowOpened opened:
                _context.Flows.Opened(opened.Flow, opened.Identity);
                break;
            case EngineInput.FlowClosed closed:
                _context.Flows.Closed(closed.Flow);
                break;
            case EngineInput.MediaHappened { Event: MediaEvent.RecordingEnded ended }:
                if (_context.Messages.Remove(ended.Recording, out var message))
                {
                    message.RecordingEnded(ended.Length);
                }
                else if (_context.Recordings.Remove(ended.Recording, out var recording))
                {
                    recording.Ended(ended.Length);
                }

                break;
            case EngineInput.MediaHappened media:
                _legEvents.Handle(media.Event);
                break;
            case EngineInput.WebAnswered answered:
                _context.Web.Answered(answered.Question, answered.Answer);
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
                var served = _context.RemovedQueues.Serve(published.Configuration);
                _context.Configuration = published.Configuration;

                // Members and hours change together: nobody is offered what the new hours take out of line.
                _context.OfferTogether();
                _context.Acd.Publish(_context.Now, served);
                _context.AfterCalls.Reconsider();
                _context.Memberships.ForgetOrphans();
                _context.Hours.Refresh();
                Assignments.FreeOrphans(_context);
                _context.RemovedQueues.Settle();
                _views.Want();
                break;
            case EngineInput.Commanded commanded:
                _commands.Handle(commanded.Ticket, commanded.Command);
                break;
            case EngineInput.DrainRequested drain:
                _drain.Begin(drain.Deadline);
                _views.Want();
                break;
            case EngineInput.ViewWanted:
                _views.Want();
                break;
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
    }
}
