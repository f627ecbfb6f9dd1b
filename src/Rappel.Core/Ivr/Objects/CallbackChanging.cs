using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Change callback. The run goes on when the change is on disk, so what the caller is told holds.</summary>
internal sealed class CallbackChanging(ChangeCallbackObject change, ScriptStage stage) : Activity
{
    private PendingCallback? changed;

    public override Step Begin(Instant now)
    {
        stage.Keys.StopBarging();
        if (stage.Call.Pending is not { } pending)
        {
            stage.Problem("no checkCallback has found a request to change");
            return Step.Exit(ScriptExits.Failed);
        }

        DialableNumber? to = null;
        if (change.Action == CallbackChange.ChangeNumber)
        {
            if (Captured(pending) is not { } captured)
            {
                return Step.Exit(ScriptExits.Failed);
            }

            to = new DialableNumber(captured.Number, captured.Trunk, captured.TimeZone);
            changed = pending with { Number = captured.Number };
        }

        stage.Give(new IvrOutput.ChangeCallback(change.Action, to));
        return Step.Stay;
    }

    public override Step Exited(Instant now, string name)
    {
        if (name == ScriptExits.Done && change.Action != CallbackChange.TakePlace)
        {
            // Cancelled: there is none any more.
            stage.Call.Pending = changed;
        }

        return Step.Exit(name);
    }

    /// <summary>The number typed, through the plan that the request was asked for under. Null: none, or not one to dial.</summary>
    private CapturedNumber? Captured(PendingCallback pending)
    {
        var call = stage.Call;
        if (call.CallbackNumber is not { } typed)
        {
            stage.Problem("no number has been captured to change to");
            return null;
        }

        if (call.Captured is { Plan: { } plan } captured && captured.Number == typed
            && (plan == pending.DialPlan || !stage.Configuration.DialPlans.ContainsKey(pending.DialPlan)))
        {
            return captured;
        }

        return NumberCapture.Through(stage.Configuration, pending.DialPlan, typed.Value);
    }
}
