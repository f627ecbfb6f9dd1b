using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk;

namespace Rappel.Engine.Telephony;

/// <summary>A caller waiting in an inbound queue. The place is the moment of entering and never changes.</summary>
internal sealed class QueueWait : IOfferedWork
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly Agenda.Appointment _maximumWait;
    private Reason _protectedBy;
    private bool _isTimeUp;
    private bool _left;

    private QueueWait(EngineContext context, InboundCall call, InboundQueueSnapshot queue)
    {
        _context = context;
        _call = call;
        Queue = queue;
        Since = context.Now;
        Work = new WorkId(WorkKind.LiveCall, call.Leg.Id.Value);
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

    public Instant Since { get; }

    public WorkId Work { get; }

    public InteractionId Interaction => _call.Record.Id;

    public CallbackId? Callback => null;

    /// <summary>Puts a call in line, or resumes its script at <c>overload</c> where the queue is full or closed.</summary>
    public static void Enter(EngineContext context, InboundCall call, string key)
    {
        var queue = call.Configuration.InboundQueues[key];
        var line = context.Acd.ReadLine(WorkKind.LiveCall, key, 0);
        if (line.Waiting + line.Offered >= queue.MaximumCalls || !QueueReadings.IsOpen(call.Configuration, queue.Schedule, context.Now))
        {
            call.Resume("overload");
            return;
        }

        var wait = new QueueWait(context, call, queue);
        call.Wait = wait;
        context.Works[wait.Work] = wait;
        context.Acd.Handle(context.Now, new AcdInput.WorkArrived(new WorkItem(wait.Work, key, wait.Since, Eligible: true)));
        var told = context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, key, context.Acd.PositionOf(wait.Work));
        call.Record.Change(row => row with { Queue = key, QueuedAt = wait.Since, ExpectedWaitTold = (int?)told?.TotalSeconds });
        call.StartTreatment(queue);
    }

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

    /// <summary>Out of the line; an offer under way is withdrawn.</summary>
    public void Leave()
    {
        if (_left)
        {
            return;
        }

        Close();
        _context.Acd.Handle(_context.Now, new AcdInput.WorkLeft(Work));
    }

    public AgentDisplay Describe(AgentSnapshot agent) =>
        AgentDisplay.OfLiveCall(Queue.Name, _call.Script.Caller, agent.Language);

    public bool TryBegin(AgentRing ring) => !_left;

    public void Accepted(AgentRing ring)
    {
        Close();
        _call.StopScripts();
        _call.Record.Change(row => row with { Agent = ring.Agent.Key });
        CallbackServing.ServePaired(_context, Queue, _call.Script);
        _call.Connected = new AgentConversation(_context, _call, ring, Queue.Whisper);
    }

    public void NotAccepted(OfferOutcome outcome)
    {
        // The distributor has put the call back in its place and looks for the next agent.
    }

    public void AgentGone(AgentRing ring) => _call.Connected?.AgentGone();

    public void AgentHeld(AgentRing ring) => _call.Connected?.HoldChanged();

    public void AgentPlayEnded(AgentRing ring, int token) => _call.Connected?.WhisperEnded(token);

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
