using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Journal;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk;

/// <summary>A message that waits for an agent, who hears it on the phone. Heard to its end it is closed; hung up before, it waits again.</summary>
internal sealed class MessageWork : IOfferedWork
{
    private readonly EngineContext _context;
    private readonly InteractionRecord? _record;
    private readonly VoicemailQueueSnapshot _queue;
    private VoicemailRow _row;
    private int? _playing;

    private MessageWork(EngineContext context, VoicemailRow row, InteractionRecord? record, VoicemailQueueSnapshot queue)
    {
        _context = context;
        _row = row;
        _record = record;
        _queue = queue;
    }

    public InteractionId Interaction => _row.Id;

    public CallbackId? Callback => null;

    public LiveSubject Subject => new(_row.Caller, null, _row.Language);

    public LiveCall? Read(AgentRing ring) => ring.Early(LiveCallState.Talking, ring.AcceptedAt) with { AnsweredAt = ring.AcceptedAt };

    private WorkId Work => new(WorkKind.Voicemail, _row.Id.Value);

    /// <summary>Puts a message in line. One whose queue is no longer configured waits on disk.</summary>
    /// <param name="record">Null for one that was closed and is open again: its record has ended.</param>
    public static void Arrive(EngineContext context, VoicemailRow row, InteractionRecord? record)
    {
        if (context.Configuration.VoicemailQueues.TryGetValue(row.Queue, out var queue))
        {
            new MessageWork(context, row, record, queue).Enter();
        }
    }

    public AgentDisplay Describe(AgentSnapshot agent) => AgentDisplay.OfMessage(_queue.Name, _row.Caller, agent.Language);

    public bool TryBegin(AgentRing ring) => true;

    public void Accepted(AgentRing ring)
    {
        _context.Works.Remove(Work);
        _record?.Change(row => row with { AnsweredAt = _context.Now, Agent = ring.Agent.Key });
        ring.Talks();
        _playing = _context.Legs.Speak(ring.Leg, [new AudioSegment.Message(_row.File)]);
    }

    public void NotAccepted(OfferOutcome outcome)
    {
        // The distributor keeps its place and looks for the next agent.
    }

    public void AgentPlayEnded(AgentRing ring, int token)
    {
        if (token != _playing)
        {
            return;
        }

        _row = _row with { Status = VoicemailStatus.Closed, Agent = ring.Agent.Key, ClosedAt = _context.Now };
        _context.Ledger.Write(new StoreRow.OfVoicemail(_row));
        _record?.End(_context.Now, "answered");
        ring.Finish();
    }

    public void AgentGone(AgentRing ring)
    {
        _row = _row with { Status = VoicemailStatus.Heard, Agent = ring.Agent.Key };
        _context.Ledger.Write(new StoreRow.OfVoicemail(_row));

        // Not before the distributor has heard that this agent is done with it: it takes nothing in line that an agent has.
        _context.AfterOutputs(Enter);
    }

    public void AgentHeld(AgentRing ring)
    {
        // The message plays on; the media machine sends nothing to a phone on hold.
    }

    /// <summary>Somebody has listened to it without taking it.</summary>
    public void Hear()
    {
        if (_row.Status == VoicemailStatus.New)
        {
            _row = _row with { Status = VoicemailStatus.Heard };
            _context.Ledger.Write(new StoreRow.OfVoicemail(_row));
        }
    }

    /// <summary>Out of the line for good; an agent who is offered it is let go.</summary>
    public void Close(string? agent, string? note, string who)
    {
        _context.Works.Remove(Work);
        _context.Acd.Handle(_context.Now, new AcdInput.WorkLeft(Work));
        Close(_context, _row, _record, agent, note, who);
    }

    public static void Close(EngineContext context, VoicemailRow row, InteractionRecord? record, string? agent, string? note, string who)
    {
        context.Ledger.Write(new StoreRow.OfVoicemail(row with
        {
            Status = VoicemailStatus.Closed,
            Agent = agent ?? row.Agent,
            ClosedAt = context.Now,
            ClosedBy = who,
            Note = note ?? row.Note,
        }));
        context.Ledger.Note(context.Now, row.Id.ToString(), "voicemail-closed", note, who);
        record?.Change(r => r with { AnsweredAt = r.AnsweredAt ?? context.Now, Agent = agent ?? r.Agent });
        record?.End(context.Now, "answered");
    }

    private void Enter()
    {
        _context.Works[Work] = this;
        _context.Acd.Handle(_context.Now, new AcdInput.WorkArrived(new WorkItem(Work, _row.Queue, _row.At, Eligible: true)));
    }
}
