using Rappel.Core.Acd;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Desk;

/// <summary>Messages handled on a screen. Each command is answered once what it did is on disk.</summary>
internal sealed class VoicemailCommands(EngineContext context)
{
    public void Handle(long ticket, VoicemailCommand command)
    {
        if (CarryOut(command) is { } refusal)
        {
            context.Emit(new EngineOutput.Answered(ticket, refusal.ToAnswer()));
            return;
        }

        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => context.Emit(new EngineOutput.Answered(ticket, new CommandAnswer(null, null, null))),
            lost: () => context.Emit(new EngineOutput.Answered(
                ticket, Refusal.NotWritten))));
    }

    private Refusal? CarryOut(VoicemailCommand command)
    {
        var id = new WorkId(WorkKind.Voicemail, command.Stored.Id.Value);
        var inLine = context.Works.GetValueOrDefault(id) as MessageWork;
        if (inLine is null && context.Rings.Values.Any(r => r.WorkId == id))
        {
            return new Refusal("being-played", $"an agent is listening to {command.Stored.Id} on the phone", $"un agent écoute {command.Stored.Id} au téléphone");
        }

        switch (command)
        {
            case VoicemailCommand.Hear when inLine is not null:
                inLine.Hear();
                return null;
            case VoicemailCommand.Close close when inLine is not null:
                inLine.Close(close.Agent, close.Note, close.Who);
                return null;
            case VoicemailCommand.Close close when close.Stored.Status is VoicemailStatus.New or VoicemailStatus.Heard:
                // Its queue is not configured: it waits on disk alone.
                MessageWork.Close(context, close.Stored, Record(close), close.Agent, close.Note, close.Who);
                return null;
            case VoicemailCommand.Close:
                return new Refusal("not-open", $"{command.Stored.Id} is closed", $"{command.Stored.Id} est fermé");
            case VoicemailCommand.Reopen reopen when inLine is null && reopen.Stored.Status == VoicemailStatus.Closed:
                Reopen(reopen);
                return null;
            case VoicemailCommand.Reopen:
                return new Refusal("not-closed", $"{command.Stored.Id} is open", $"{command.Stored.Id} est ouvert");
            default:
                return null;
        }
    }

    /// <summary>The call's own record stays as it ended: it is counted once.</summary>
    private void Reopen(VoicemailCommand.Reopen command)
    {
        var row = command.Stored with { Status = VoicemailStatus.Heard, ClosedAt = null, ClosedBy = null, Note = command.Note ?? command.Stored.Note };
        context.Ledger.Write(new StoreRow.OfVoicemail(row));
        context.Ledger.Note(context.Now, row.Id.ToString(), "voicemail-reopened", command.Note, command.Who);
        MessageWork.Arrive(context, row, null);
    }

    private InteractionRecord? Record(VoicemailCommand command) =>
        command.Record.EndedAt is null ? InteractionRecord.Restore(context.Ledger, command.Record) : null;
}
