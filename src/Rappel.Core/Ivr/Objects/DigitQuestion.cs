using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Get Digit: one key, asked for again until the tries are used up.</summary>
internal sealed class DigitQuestion(GetDigitObject question, ScriptStage stage) : Activity
{
    private int failures;

    public override Step Begin(Instant now)
    {
        stage.Keys.Ask(question.TypeAhead);
        return stage.Keys.TryTake(out var key) ? Answer(now, key) : Ask(now);
    }

    public override Step SpeechEnded(Instant now) => Listen(now);

    public override Step KeyPressed(Instant now, char key)
    {
        stage.StopSpeaking();
        return Answer(now, key);
    }

    public override Step TimeUp(Instant now)
    {
        if (stage.Speaking is not null)
        {
            stage.StopSpeaking();
            return Listen(now);
        }

        return Fail(now, "no-input");
    }

    private Step Ask(Instant now)
    {
        if (!stage.Speak(question.Prompt, null))
        {
            return Listen(now);
        }

        Deadline = now + ScriptLimits.LongestSpeech;
        return Step.Stay;
    }

    private Step Listen(Instant now)
    {
        stage.Music();
        Deadline = now + question.Timeout;
        return Step.Stay;
    }

    private Step Answer(Instant now, char key)
    {
        var name = key.ToString();
        if (!question.Exits.ContainsKey(name))
        {
            return Fail(now, "invalid");
        }

        stage.Keys.Answered();
        return Step.Exit(name);
    }

    /// <summary>What was typed after a wrong key was meant for a question that was never asked.</summary>
    private Step Fail(Instant now, string exit)
    {
        stage.Keys.Clear();
        failures++;
        return failures >= question.Tries ? Step.Exit(exit) : Ask(now);
    }
}
