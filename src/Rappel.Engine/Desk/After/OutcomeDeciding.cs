using Rappel.Core.Callbacks;
using Rappel.Core.Numbers;
using Rappel.Engine.Callbacks;

namespace Rappel.Engine.Desk.After;

/// <summary>What an agent decides of a callback: the dial plan and the book have their say.</summary>
internal sealed class OutcomeDeciding(EngineContext context)
{
    /// <returns>Why it cannot be; or null, and the request as it is then.</returns>
    public (Refusal? Refusal, CallbackRequest? Request) Decide(AfterCall.Decide command, TakenWork work)
    {
        if (work.Callback is not { } id || context.Book.Get(id) is not { Status: CallbackStatus.Connected } request || request.Agent != work.Agent)
        {
            return (new Refusal(
                "no-callback", $"agent '{work.Agent}' has no callback that reached somebody",
                $"l'agent « {work.Agent} » n'a pas de rappel qui ait joint quelqu'un"), null);
        }

        DialledNumber? number = null;
        if (command.Number is { } typed && Dial(request, typed, out number) is { } refused)
        {
            return (refused, null);
        }

        var decision = command.Outcome is { } outcome
            ? new CallbackDecision(outcome, command.At > context.Now ? command.At : null, number, command.Who, command.Why)
            : null;
        var (word, changed) = context.CallbackDesk.Do(id, new CallbackInput.Decide(id, work.Agent, decision));
        return word is null ? (null, changed ?? request) : (Refusal.OfBook(word, request), null);
    }

    private Refusal? Dial(CallbackRequest request, string typed, out DialledNumber? number)
    {
        number = null;
        if (!context.Configuration.DialPlans.TryGetValue(request.Terms.DialPlan, out var plan))
        {
            return new Refusal("unknown-dial-plan", $"there is no dial plan '{request.Terms.DialPlan}' any more", $"le plan de numérotation « {request.Terms.DialPlan} » n'existe plus");
        }

        var verdict = DialPlan.Dial(plan, typed, DialContext.Of(context.Configuration));
        if (verdict is not DialVerdict.Dial dial)
        {
            return CallbackWishes.NumberRefusal(plan.Key, typed, verdict);
        }

        // Before the book counts it among the customers of that zone, it has to know their hours.
        context.Hours.Know(dial.TimeZone);
        number = new DialledNumber(dial.Number.Value, dial.Trunk, dial.TimeZone);
        return null;
    }
}
