using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Telephony;

/// <summary>A caller waiting in an inbound queue. The place is the moment of entering, or that of the pending callback whose place the caller
/// takes; it never gets younger.</summary>
internal sealed class QueueWait : IOfferedWork
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly Agenda.Appointment _maximumWait;
    private Reason _protectedBy;
    private bool _isTimeUp;
    private bool _left;
    private bool _isOffered;
    private Instant _inLineAt;

    private QueueWait(EngineContext context, InboundCall call, InboundQueueSnapshot queue)
    {
        _context = context;
        _call = call;
        Queue = queue;
        Interaction = call.Record.Id;
        Since = context.Now;
        Place = Earliest(Since, HeldPlace.In(context, call, queue), call.Place);
        Work = call.Work;
        call.LastQueue = queue;
        _maximumWait = context.Agenda.At(Since + queue.MaximumWait, TimeUp);
    }

    /// <summary>Why an agent may not be connected at this moment.</summary>
    [Flags]
    public enum Reason
    {
        None = 0,

        /// <summary>A script object is marked protected.</summary>
        Script = 1,

        /// <summary>A callback was asked for and is being written to disk.</summary>
        Callback = 2,

        /// <summary>The caller is being forwarded; the place is kept until that succeeds.</summary>
        Forward = 4,
    }

    private bool IsLeaving => (_protectedBy & (Reason.Callback | Reason.Forward)) != Reason.None;

    public InboundQueueSnapshot Queue { get; }

    /// <summary>When the caller entered.</summary>
    public Instant Since { get; }

    /// <summary>What the caller is ordered by.</summary>
    public Instant Place { get; private set; }

    public WorkId Work { get; }

    public InteractionId Interaction { get; }

    public CallbackId? Callback => null;

    public LiveSubject Subject => _call.Subject;

    public LiveCall? Read(AgentRing ring) => Talk?.Read();

    public Talk? Talk { get; private set; }

    /// <summary>Puts a call in line, or resumes its script at <c>overload</c> where the queue is full, closed, or in the configuration no longer.</summary>
    public static void Enter(EngineContext context, InboundCall call, string key)
    {
        var queue = call.Configuration.InboundQueues[key];
        var line = context.Acd.ReadLine(WorkKind.LiveCall, key, 0);
        if (!context.Configuration.InboundQueues.ContainsKey(key) || line.Waiting + line.Offered >= queue.MaximumCalls || !QueueReadings.IsOpen(call.Configuration, queue.Schedule, context.Now))
        {
            call.Resume("overload");
            return;
        }

        var told = context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, key, context.Acd.NextPosition(WorkKind.LiveCall, key));
        new QueueWait(context, call, queue).Begin((int?)told?.TotalSeconds);
    }

    /// <summary>Puts a caller in line whom an agent had: at the old place, which no queue is too full for.</summary>
    public static void Return(EngineContext context, InboundCall call, InboundQueueSnapshot queue) => new QueueWait(context, call, queue).Begin(null);

    /// <summary>Sets or lifts one reason for being passed over.</summary>
    public void Protect(Reason reason, bool on)
    {
        var was = _protectedBy;
        _protectedBy = on ? was | reason : was & ~reason;
        if (!_left && was == Reason.None != (_protectedBy == Reason.None))
        {
            _context.Acd.Handle(_context.Now, new AcdInput.EligibilityChanged(Work, _protectedBy == Reason.None));
        }

        if (_isTimeUp && !IsLeaving)
        {
            // After whoever lifts it has taken the caller back to the script.
            _context.AfterOutputs(TimeUp);
        }
    }

    /// <summary>To this place, if it is older. A caller whose agent's phone rings already is moved only if that comes to nothing.</summary>
    public void MoveTo(Instant place)
    {
        Place = place < Place ? place : Place;
        if (!_isOffered)
        {
            Reenter();
        }
    }

    /// <summary>The queue was removed with all who could answer: the script goes on as after the maximum wait.</summary>
    public void NobodyLeft() => TimeUp();

    /// <summary>Out of the line; an offer under way is withdrawn.</summary>
    public void Leave()
    {
        if (_left)
        {
            return;
        }

        _call.Record.Change(row => row with { LeftQueueAt = _context.Now });
        Close();
        _context.Acd.Handle(_context.Now, new AcdInput.WorkLeft(Work));
    }

    public AgentDisplay Describe(AgentSnapshot agent) =>
        AgentDisplay.OfLiveCall(Queue.Name, _call.Script.Caller, agent.Language);

    public bool TryBegin(AgentRing ring)
    {
        _isOffered = !_left;
        return _isOffered;
    }

    public void Accepted(AgentRing ring)
    {
        Close();

        // The main script stays where the caller entered: it goes on there if an agent puts them back in line and the wait gets too long.
        _call.StopTreatment();
        _call.Place = Place;
        _call.Record.Change(row => row.WithWaitOver(_context.Now) with { Agent = ring.Agent.Key, LeftQueueAt = _context.Now });
        CallerRequests.ReachedQueue(_context, _call, Queue);
        _call.PlayMusic();
        var whisper = Prompts.Find(_call.Configuration, Queue.Whisper, ring.Agent.Language);
        _call.Connected = Talk = new Talk(_context, new CallerInTalk(_context, _call), ring, whisper);
    }

    public void NotAccepted(OfferOutcome outcome)
    {
        // The distributor has put the call back in its place and looks for the next agent.
        _isOffered = false;
        Reenter();
    }

    public void AgentGone(AgentRing ring) => Talk?.SeatGone();

    public void AgentHeld(AgentRing ring) => Talk?.HoldChanged();

    public void AgentPlayEnded(AgentRing ring, int token) => Talk?.PlayEnded(token);

    private static Instant Earliest(Instant now, params ReadOnlySpan<Instant?> others)
    {
        foreach (var other in others)
        {
            now = other < now ? other.Value : now;
        }

        return now;
    }

    private void Begin(int? told)
    {
        _call.Wait = this;
        _context.Works[Work] = this;
        EnterLine();
        KeepStay(_context, _call.Record.Row);
        _call.Record.Change(row => row with
        {
            Kind = InteractionKind.Inbound,
            Queue = Queue.Key,
            QueuedAt = Since,
            LeftQueueAt = null,
            LevelThreshold = (int)Queue.ServiceLevelThreshold.TotalSeconds,
            ExpectedWaitTold = told,
        });
        _call.StartTreatment(Queue);
    }

    /// <summary>The record tells of one stay in a queue, the last: one before it is kept apart.</summary>
    private static void KeepStay(EngineContext context, InteractionRow row)
    {
        if (row is { Queue: { } before, QueuedAt: { } entered })
        {
            context.Ledger.Write(new StoreRow.OfQueueStay(
                new QueueStayRow(row.Tenant, row.Id, before, row.Channel, entered, row.LeftQueueAt ?? context.Now)));
        }
    }

    private void EnterLine()
    {
        _inLineAt = Place;
        _context.Acd.Handle(_context.Now, new AcdInput.WorkArrived(new WorkItem(Work, Queue.Key, Place, Eligible: _protectedBy == Reason.None)));
    }

    private void Reenter()
    {
        if (!_left && _inLineAt != Place)
        {
            _context.Acd.Handle(_context.Now, new AcdInput.WorkLeft(Work));
            EnterLine();
        }
    }

    private void Close()
    {
        _left = true;
        _maximumWait.Cancel();
        _context.Works.Remove(Work);
        _call.Wait = null;
    }

    private void TimeUp()
    {
        if (_left)
        {
            return;
        }

        if (IsLeaving)
        {
            // On the way out already; looked at again where that comes to nothing.
            _isTimeUp = true;
            return;
        }

        Leave();
        _call.ResumeMain("timed-out");
    }
}
