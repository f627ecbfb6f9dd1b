using Rappel.Core.Callbacks;
using Rappel.Core.Numbers;

namespace Rappel.Engine.Callbacks;

/// <summary>Callback requests made by a program, a person or an agent, not by a caller's script.</summary>
internal sealed class CallbackCreating(EngineContext context)
{
    public void Ask(long ticket, EngineCommand.CreateCallback command)
    {
        var configuration = context.Configuration;
        var terms = command.Terms;
        if (!configuration.OutboundQueues.TryGetValue(terms.Queue, out var queue))
        {
            Refuse(ticket, new("unknown-queue", $"there is no outbound queue '{terms.Queue}'", $"il n'y a pas de file de rappels « {terms.Queue} »"));
            return;
        }

        if (!configuration.DialPlans.TryGetValue(terms.DialPlan, out var plan))
        {
            Refuse(ticket, new("unknown-dial-plan", $"there is no dial plan '{terms.DialPlan}'", $"il n'y a pas de plan de numérotation « {terms.DialPlan} »"));
            return;
        }

        if (command.AssignedAgent is { } agent && !configuration.Agents.ContainsKey(agent))
        {
            Refuse(ticket, Refusal.NoAgent(agent));
            return;
        }

        // Without a call there is no current channel: the request must name one, unless the tenant has only one to show.
        var channel = terms.CallerIdChannel is { } key
            ? configuration.Channels.GetValueOrDefault(key)
            : configuration.Channels.Values.Where(c => c.Enabled).OrderBy(c => c.Number, StringComparer.Ordinal).FirstOrDefault();
        if (channel is not { Enabled: true })
        {
            Refuse(ticket, new(
                "unknown-channel", $"there is no enabled channel '{terms.CallerIdChannel}' whose number could be shown",
                $"il n'y a pas de canal actif « {terms.CallerIdChannel} » dont on pourrait afficher le numéro"));
            return;
        }

        var verdict = DialPlan.Dial(plan, command.Number, DialContext.Of(configuration));
        if (verdict is not DialVerdict.Dial dial)
        {
            Refuse(ticket, CallbackWishes.NumberRefusal(plan.Key, command.Number, verdict));
            return;
        }

        var request = new CallbackInput.Request(
            context.NewCallback(), context.NewInteraction(), null, context.Tenant, terms, dial.Number.Value, dial.Trunk, dial.TimeZone,
            channel.Number, command.Language ?? configuration.DefaultLanguage, command.CustomerName, null, command.Origin,
            context.Now, queue.MaximumPending, command.Variables)
        {
            Window = command.Window,
            Note = command.Note,
            Who = command.Who,
            AssignedAgent = command.AssignedAgent,
            ToldWait = command.ToldWait,
        };
        context.CallbackDesk.Ask(new ProgramAsker(this, ticket, command.Mark), request);
    }

    private void Note(string mark, CallbackRequest request) => context.Ledger.Note(context.Now, mark, "made", request.Id.ToString());

    private void Refuse(long ticket, Refusal refusal) => Answer(ticket, refusal.ToAnswer());

    private void Answer(long ticket, CommandAnswer answer) => context.Emit(new EngineOutput.Answered(ticket, answer));

    private sealed class ProgramAsker(CallbackCreating creating, long ticket, string? mark) : ICallbackAsker
    {
        public void Accepted(CallbackRequest request)
        {
            if (mark is not null)
            {
                creating.Note(mark, request);
            }
        }

        public void Durable(CallbackRequest request) => creating.Answer(ticket, new CommandAnswer(null, null, request));

        public void AlreadyPending(CallbackRequest existing) =>
            creating.Answer(ticket, new Refusal(
                "already-pending", $"{existing.Id} is open for this number and queue",
                $"{existing.Id} est ouverte pour ce numéro dans cette file d'attente").ToAnswer(existing));

        public void Refused(string reason) => creating.Refuse(ticket, new(reason, $"the request was refused: {reason}", $"la demande a été refusée : {reason}"));
    }
}
