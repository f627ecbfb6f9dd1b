using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>
/// The Callback object. The request leaves in the turn of the key that led here, and the run goes on only when it is on disk.
/// Protected by nature: a caller who has just asked to be rung back must not be connected while the promise is written.
/// </summary>
internal sealed class CallbackPromise(CallbackObject callback, ScriptStage stage) : Activity
{
    public override Step Begin(Instant now)
    {
        stage.Keys.StopBarging();
        if (Number() is not { } number)
        {
            return Step.Exit("refused");
        }

        stage.Protect(true);
        stage.Give(new IvrOutput.RequestCallback(callback.Terms, number.Number, number.Trunk, number.TimeZone));
        return Step.Stay;
    }

    public override Step Exited(Instant now, string name)
    {
        if (name == "requested")
        {
            stage.LeaveQueue();
        }

        return Step.Exit(name);
    }

    /// <summary>The number typed, else the one the caller rings from, through the plan of the terms. Null: none, or not one to dial.</summary>
    private CapturedNumber? Number()
    {
        var call = stage.Call;
        var plan = callback.Terms.DialPlan;
        if (call.CallbackNumber is { } typed)
        {
            // Already through this plan: what it made of the digits need not be digits that it takes again.
            return call.Captured is { } captured && captured.Number == typed && captured.Plan == plan
                ? captured
                : NumberCapture.Through(stage.Configuration, plan, typed.Value);
        }

        return call.Caller is { } caller ? NumberCapture.Through(stage.Configuration, plan, caller.Value) : null;
    }
}
