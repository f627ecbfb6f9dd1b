using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Numbers;

namespace Rappel.Engine.Callbacks;

/// <summary>Callback requests and cancellations by a program or a person.</summary>
internal sealed class CallbackCommands(EngineContext context)
{
    public void Create(long ticket, EngineCommand.CreateCallback command)
    {
        var configuration = context.Configuration;
        var terms = command.Terms;
        if (!configuration.OutboundQueues.TryGetValue(terms.Queue, out var queue))
        {
            Answer(ticket, "unknown-queue", $"there is no outbound queue '{terms.Queue}'");
            return;
        }

        if (!configuration.DialPlans.TryGetValue(terms.DialPlan, out var plan))
        {
            Answer(ticket, "unknown-dial-plan", $"there is no dial plan '{terms.DialPlan}'");
            return;
        }

        // Without a call there is no current channel: the request must name one, unless the tenant has only one to show.
        var channel = terms.CallerIdChannel is { } key
            ? configuration.Channels.GetValueOrDefault(key)
            : configuration.Channels.Values.Where(c => c.Enabled).OrderBy(c => c.Number, StringComparer.Ordinal).FirstOrDefault();
        if (channel is not { Enabled: true })
        {
            Answer(ticket, "unknown-channel", $"there is no enabled channel '{terms.CallerIdChannel}' whose number could be shown");
            return;
        }

        if (DialPlan.Dial(plan, command.Number, DialContext.Of(configuration)) is not DialVerdict.Dial dial)
        {
            Answer(ticket, "refused-number", $"dial plan '{plan.Key}' refuses '{command.Number}'");
            return;
        }

        context.CallbackDesk.Ask(new ProgramAsker(this, ticket), new CallbackInput.Request(
            context.NewCallback(), context.NewInteraction(), null, context.Tenant, terms, dial.Number.Value, dial.Trunk, dial.TimeZone,
            channel.Number, command.Language ?? configuration.DefaultLanguage, command.CustomerName, null, CallbackOrigin.Api,
            context.Now, queue.MaximumPending, command.Variables));
    }

    public void Cancel(long ticket, EngineCommand.CancelCallback command)
    {
        if (context.Book.Get(command.Callback) is not { } before)
        {
            Answer(ticket, "not-open", $"{command.Callback} is not an open request");
            return;
        }

        if (before.Status == CallbackStatus.Connected)
        {
            Answer(ticket, "connected", $"{command.Callback} is talking to an agent; it ends when they hang up");
            return;
        }

        context.Book.Handle(context.Now, new CallbackInput.Cancel(command.Callback, command.Who, command.Why));
        context.AfterOutputs(() => context.Ledger.WhenDurable(() => context.Emit(new EngineOutput.Answered(
            ticket, new CommandAnswer(null, null, context.Book.Get(command.Callback) ?? before with { Status = CallbackStatus.Cancelled })))));
    }

    private void Answer(long ticket, string error, string detail) =>
        context.Emit(new EngineOutput.Answered(ticket, new CommandAnswer(error, detail, null)));

    private sealed class ProgramAsker(CallbackCommands commands, long ticket) : ICallbackAsker
    {
        public bool HoldsLine => false;

        public void Accepted(CallbackRequest request)
        {
        }

        public void Durable(CallbackRequest request) =>
            commands.Reply(ticket, new CommandAnswer(null, null, request));

        public void AlreadyPending(CallbackRequest existing) =>
            commands.Reply(ticket, new CommandAnswer("already-pending", $"{existing.Id} is open for this number and queue", existing));

        public void Refused(string reason) => commands.Reply(ticket, new CommandAnswer(reason, $"the request was refused: {reason}", null));
    }

    private void Reply(long ticket, CommandAnswer answer) => context.Emit(new EngineOutput.Answered(ticket, answer));
}
