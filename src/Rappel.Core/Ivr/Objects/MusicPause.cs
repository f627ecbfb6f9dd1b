using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Wait: music for a while. Keys are kept for a question with type-ahead.</summary>
internal sealed class MusicPause(WaitObject wait, ScriptStage stage) : Activity
{
    public override Step Begin(Instant now)
    {
        stage.Keys.StopBarging();
        if (wait.Duration <= TimeSpan.Zero)
        {
            return Step.Next;
        }

        stage.Music();
        Deadline = now + wait.Duration;
        return Step.Stay;
    }

    public override Step TimeUp(Instant now) => Step.Next;

    public override Step KeyPressed(Instant now, char key)
    {
        stage.Keys.AddEarly(key);
        return Step.Stay;
    }
}
