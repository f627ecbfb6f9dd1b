using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Desk.After;

/// <summary>What agents say about their calls. Each command is carried out whole or not at all, and answered once it is on disk.</summary>
internal sealed class AfterCallCommands(EngineContext context)
{
    private readonly OutcomeDeciding _outcomes = new(context);

    public void Handle(long ticket, AfterCall command)
    {
        var (refusal, callback) = CarryOut(command);
        if (refusal is not null)
        {
            Answer(refusal.ToAnswer());
            return;
        }

        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => Answer(new CommandAnswer(null, null, callback)),
            lost: () => Answer(Refusal.NotWritten)));

        void Answer(CommandAnswer answer) => context.Emit(new EngineOutput.Answered(ticket, answer));
    }

    private (Refusal? Refusal, CallbackRequest? Callback) CarryOut(AfterCall command)
    {
        if (context.Acd.ReadAgent(command.Agent) is not { } agent)
        {
            return (Refusal.NoAgent(command.Agent), null);
        }

        if (context.AfterCalls.Of(command.Agent) is not { } work)
        {
            return (new Refusal(
                "no-wrap-up", $"agent '{command.Agent}' is neither in a call of a queue nor in wrap-up after one",
                $"l'agent « {command.Agent} » n'est ni dans un appel d'une file ni dans le post-traitement d'un tel appel"), null);
        }

        return command switch
        {
            AfterCall.WrapUp wrapUp => (Take(wrapUp, work, agent), null),
            AfterCall.Decide decide => _outcomes.Decide(decide, work),
            _ => (Refusal.NoCommand(command), null),
        };
    }

    private Refusal? Take(AfterCall.WrapUp command, TakenWork work, AgentReading agent)
    {
        if (WrapUpRule.RefusalOf(command, work, context.AfterCalls) is { } refusal)
        {
            return refusal;
        }

        Keep(command, work);
        if (work.IsOver && !context.AfterCalls.LacksCodes(work))
        {
            context.Acd.Handle(context.Now, new AcdInput.CodesGiven(work.Agent));
        }

        if (command.Extend is { } by)
        {
            context.Acd.Handle(context.Now, new AcdInput.WrapUpExtended(work.Agent, by));
        }

        if (command.Finish)
        {
            context.Acd.Handle(context.Now, new AcdInput.WrapUpEnded(work.Agent));
        }

        if (agent.CodesMissing && context.Acd.ReadAgent(work.Agent) is { } now)
        {
            // What held the agent, and would again after a restart, may do so no longer, or otherwise.
            context.Ledger.Write(new StoreRow.OfAgent(
                new AgentRow(context.Tenant, now.Agent, now.Status, now.Since, now.IdleSince) { Held = context.AfterCalls.HeldOf(now) }));
        }

        return null;
    }

    private void Keep(AfterCall.WrapUp command, TakenWork work)
    {
        var subject = work.Interaction.ToString();
        var given = !command.Codes.IsDefault && !command.Codes.SequenceEqual(work.Codes, StringComparer.Ordinal);
        if (given)
        {
            work.Codes = command.Codes;
            context.Ledger.Note(context.Now, subject, "codes-given", string.Join(", ", work.Codes), command.Who);
        }

        var noted = command.Note is { } note && note.Trim() != (work.Note ?? "");
        if (noted)
        {
            work.Note = command.Note!.Trim() is { Length: > 0 } text ? text : null;
            context.Ledger.Note(context.Now, subject, "noted", work.Note, command.Who);
        }

        if (given || noted)
        {
            context.Ledger.Write(new StoreRow.OfAfterCall(
                new AfterCallRow(context.Tenant, work.Interaction, work.Agent, work.Queue, context.Now, work.Codes, work.Note)));
        }
    }
}
