using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>An object that asks a web server. The caller hears music where they wait in a queue, else nothing.</summary>
internal abstract class WebQuestion(ScriptStage stage) : Activity
{
    private int token;

    protected ScriptStage Stage { get; } = stage;

    public override Step WebAnswered(Instant now, int token, WebAnswer answer) => token == this.token ? Answered(answer) : Step.Stay;

    public override Step TimeUp(Instant now)
    {
        Stage.Give(new IvrOutput.ForgetWeb(token));
        return Answered(WebAnswer.Failed("no answer in time"));
    }

    public override Step KeyPressed(Instant now, char key)
    {
        Stage.Keys.AddEarly(key);
        return Step.Stay;
    }

    public override Step Exited(Instant now, string name) => Step.Exit(name);

    protected abstract Step Answered(WebAnswer answer);

    protected Step Ask(Instant now, WebCall call, params ReadOnlySpan<string> before)
    {
        Stage.Music();
        token = Stage.Ask(WebFilling.Fill(call, Stage.Value, before));
        Deadline = now + call.Timeout + ScriptLimits.WebGrace;
        return Step.Stay;
    }

    /// <summary>Fills the variables of the call; those the answer has nothing for become empty.</summary>
    /// <param name="offset">Values that come before theirs.</param>
    protected void Store(WebCall call, WebAnswer answer, int offset)
    {
        for (var i = 0; i < call.Variables.Length; i++)
        {
            Assignments.Store(Stage, call.Variables[i].Name, answer.Value(offset + i));
        }
    }
}
