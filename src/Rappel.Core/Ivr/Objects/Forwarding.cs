using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Forward to a queue, a number, an agent or a voicemail queue: the run rests until the call comes back by an exit.</summary>
internal sealed class Forwarding(ScriptObject forward, ScriptStage stage) : Activity
{
    public override Step Begin(Instant now)
    {
        stage.Keys.StopBarging();
        if (Order() is not { } order)
        {
            return Step.Exit("failed");
        }

        stage.MusicLost();
        stage.Give(order);
        return Step.Stay;
    }

    public override Step Exited(Instant now, string name)
    {
        // What was pressed while the call was elsewhere was not said to this script.
        stage.Keys.Clear();
        return Step.Exit(name);
    }

    private IvrOutput? Order() => forward switch
    {
        ForwardToQueueObject o => new IvrOutput.EnterQueue(o.Queue),
        ForwardToAgentObject o => new IvrOutput.ForwardToAgent(o.Agent, o.RingTime),
        ForwardToVoicemailObject o => new IvrOutput.ForwardToVoicemail(o.Queue),
        ForwardToNumberObject o => ToNumber(o),
        _ => null,
    };

    private IvrOutput.ForwardToNumber? ToNumber(ForwardToNumberObject forward)
    {
        var number = Speaking.Template.Fill(forward.Number, stage.Value).Trim();
        var captured = NumberCapture.Through(stage.Configuration, forward.DialPlan, number);
        if (captured is null)
        {
            stage.Problem($"the number \"{number}\" cannot be dialled");
            return null;
        }

        return new IvrOutput.ForwardToNumber(captured.Number, captured.Trunk, forward.RingTime);
    }
}
