using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Engine.Callbacks;

/// <summary>Says what a command means to the book: what needs the configuration (dial plans, queues, agents) is decided here.</summary>
internal sealed class CallbackWishes(EngineContext context)
{
    /// <returns>Exactly one of the two.</returns>
    public (Refusal? Refusal, CallbackInput? Input) Read(CallbackCommand command, CallbackRequest request) => command switch
    {
        CallbackCommand.Move c => Move(c, request),
        CallbackCommand.RetryNow c => Do(new CallbackInput.RetryNow(c.Callback, c.Who, c.Why)),
        CallbackCommand.Reschedule c => Do(new CallbackInput.Reschedule(c.Callback, c.Window, c.Who, c.Why)),
        CallbackCommand.ChangeNumber c => ChangeNumber(c, request),
        CallbackCommand.Assign c => c.Agent is { } agent && !context.Configuration.Agents.ContainsKey(agent)
            ? Refuse(Refusal.NoAgent(agent))
            : Do(new CallbackInput.Assign(c.Callback, c.Agent, c.Who, c.Why)),
        CallbackCommand.Transfer c => Transfer(c, request),
        CallbackCommand.Hold c => Do(new CallbackInput.Hold(c.Callback, CallbackHold.ByHand, c.Who) { Why = c.Why }),
        CallbackCommand.Release c => Release(c, request),
        CallbackCommand.AddNote c => Do(new CallbackInput.AddNote(c.Callback, c.Text, c.Who)),
        CallbackCommand.Dismiss c => Dismiss(c, request),
        _ => Refuse(Refusal.NoCommand(command)),
    };

    private (Refusal?, CallbackInput?) Move(CallbackCommand.Move command, CallbackRequest request)
    {
        var refusal = LineMove.TryFind(request, command.To, context.Book.ReadPending(request.Terms.Queue), context.Now, out var place);
        return refusal is null ? Do(new CallbackInput.Reorder(command.Callback, place, command.Who, command.Why)) : (refusal, null);
    }

    private (Refusal?, CallbackInput?) ChangeNumber(CallbackCommand.ChangeNumber command, CallbackRequest request)
    {
        if (!context.Configuration.DialPlans.TryGetValue(request.Terms.DialPlan, out var plan))
        {
            return Refuse("unknown-dial-plan", $"there is no dial plan '{request.Terms.DialPlan}' any more", $"le plan de numérotation « {request.Terms.DialPlan} » n'existe plus");
        }

        var verdict = DialPlan.Dial(plan, command.Number, DialContext.Of(context.Configuration));
        if (verdict is not DialVerdict.Dial dial)
        {
            return (NumberRefusal(plan.Key, command.Number, verdict), null);
        }

        // Before the book counts it among the customers of that zone, it has to know their hours.
        context.Hours.Know(dial.TimeZone);
        return Do(new CallbackInput.ChangeNumber(command.Callback, dial.Number.Value, dial.Trunk, dial.TimeZone, command.Who, command.Why));
    }

    private (Refusal?, CallbackInput?) Transfer(CallbackCommand.Transfer command, CallbackRequest request) =>
        !context.Configuration.OutboundQueues.TryGetValue(command.Queue, out var queue)
            ? Refuse("unknown-queue", $"there is no outbound queue '{command.Queue}'", $"il n'y a pas de file de rappels « {command.Queue} »")
            : command.Queue == request.Terms.Queue
                ? Refuse("same-queue", $"{request.Id} waits in '{command.Queue}' already", $"{request.Id} attend déjà dans « {command.Queue} »")
                : Do(new CallbackInput.Transfer(command.Callback, queue.Key, queue.MaximumPending, command.Who, command.Why));

    private static (Refusal?, CallbackInput?) Release(CallbackCommand.Release command, CallbackRequest request) =>
        request.Handling?.HeldBecause == CallbackHold.OnTheLine
            ? Refuse("on-the-line", $"the customer of {request.Id} is on the line with us; the hold ends with that call",
                $"le client de {request.Id} est en ligne avec nous; la retenue prend fin avec cet appel")
            : Do(new CallbackInput.Release(command.Callback, null, command.Who) { Why = command.Why });

    private (Refusal?, CallbackInput?) Dismiss(CallbackCommand.Dismiss command, CallbackRequest request)
    {
        if (!context.Configuration.Agents.ContainsKey(command.Agent))
        {
            return Refuse(Refusal.NoAgent(command.Agent));
        }

        if (context.Configuration.OutboundQueues.GetValueOrDefault(request.Terms.Queue) is not { MayDismiss: true })
        {
            return Refuse("not-permitted", $"agents may not dismiss callbacks of '{request.Terms.Queue}'",
                $"les agents ne peuvent pas écarter les rappels de « {request.Terms.Queue} »");
        }

        return request.Agent == command.Agent
            ? Do(new CallbackInput.Dismiss(command.Callback, command.Agent, command.Why))
            : Refuse("not-permitted", $"{request.Id} is neither offered to agent '{command.Agent}' nor theirs",
                $"{request.Id} n'est ni proposée à l'agent « {command.Agent} » ni la sienne");
    }

    /// <summary>Names the number and the plan's reason.</summary>
    public static Refusal NumberRefusal(string plan, string number, DialVerdict verdict)
    {
        var refused = new Said($"dial plan '{plan}' refuses '{number}'", $"le plan de numérotation « {plan} » refuse « {number} »");
        return new("refused-number", verdict is DialVerdict.Refuse { Reason: var reason } ? refused + new Said(": ", "\u00a0: ") + reason : refused);
    }

    private static (Refusal?, CallbackInput?) Do(CallbackInput input) => (null, input);

    private static (Refusal?, CallbackInput?) Refuse(Refusal refusal) => (refusal, null);

    private static (Refusal?, CallbackInput?) Refuse(string error, string english, string french) => Refuse(new Refusal(error, english, french));
}
