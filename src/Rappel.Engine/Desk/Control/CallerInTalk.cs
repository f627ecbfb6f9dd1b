using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>A caller as whoever talks with them has them.</summary>
/// <param name="isForwarded">A script chose the agent: it is no call of the queue, if the caller waited in one.</param>
internal sealed class CallerInTalk(EngineContext context, InboundCall call, bool isForwarded = false) : ICustomer
{
    // This agent's part of it: the call may go on to others.
    private readonly InteractionRecord _record = call.Record;

    public Leg Leg => call.Leg;

    public LiveCallKind Kind => LiveCallKind.Call;

    public InteractionId Interaction => _record.Id;

    public CallbackId? Callback => null;

    public string? Queue => isForwarded ? null : call.LastQueue?.Key;

    public LiveSubject Subject => call.Subject;

    public QueueRecording Recording => (isForwarded ? null : call.LastQueue?.Recording) ?? QueueRecording.Off;

    public AudioSegment? Music => call.Music;

    public string Shown => call.Channel.Number;

    public bool MayBeHandedOver => true;

    public string Outcome => isForwarded ? AgentForwarding.Diverted : "answered";

    public void Connected(ISeat seat) => call.Record.Change(row => row with { AnsweredAt = context.Now });

    public void SeatGone() => call.HangUp(Outcome);

    public InboundCall HandOver(string outcome)
    {
        call.Connected = null;
        call.GoOn(new InteractionRecord(context.Ledger, _record.Row.Child(context.NewInteraction(), context.Now)), outcome);
        return call;
    }
}
