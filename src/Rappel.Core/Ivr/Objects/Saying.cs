using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Say and Play.</summary>
internal sealed class Saying(SayObject say, ScriptStage stage) : Activity
{
    public override Step Begin(Instant now)
    {
        if (say.Interruptible && stage.Keys.Barging)
        {
            return Step.Next;
        }

        stage.Keys.StopBarging();
        if (!stage.Speak(say.Utterances, say.Language))
        {
            return Step.Next;
        }

        Deadline = now + ScriptLimits.LongestSpeech;
        return Step.Stay;
    }

    public override Step SpeechEnded(Instant now) => Step.Next;

    public override Step TimeUp(Instant now)
    {
        stage.StopSpeaking();
        return Step.Next;
    }

    public override Step KeyPressed(Instant now, char key)
    {
        if (!say.Interruptible)
        {
            stage.Keys.AddEarly(key);
            return Step.Stay;
        }

        stage.Keys.AddCounting(key);
        stage.StopSpeaking();
        return Step.Next;
    }
}
