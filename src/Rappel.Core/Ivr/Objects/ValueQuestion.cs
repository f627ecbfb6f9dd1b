using System.Text;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Get Value: several digits, asked for again until the tries are used up.</summary>
internal sealed class ValueQuestion(GetValueObject question, ScriptStage stage) : Activity
{
    private readonly StringBuilder typed = new();
    private int failures;

    public override Step Begin(Instant now)
    {
        stage.Keys.Ask(question.TypeAhead);
        while (stage.Keys.TryTake(out var key))
        {
            var step = Key(now, key);
            if (step.Kind != StepKind.Stay || failures > 0)
            {
                return step;
            }
        }

        return typed.Length > 0 ? Step.Stay : Ask(now);
    }

    public override Step SpeechEnded(Instant now)
    {
        Deadline = now + question.FirstDigitTimeout;
        return Step.Stay;
    }

    public override Step KeyPressed(Instant now, char key)
    {
        stage.StopSpeaking();
        return Key(now, key);
    }

    public override Step TimeUp(Instant now)
    {
        if (stage.Speaking is not null)
        {
            stage.StopSpeaking();
            return SpeechEnded(now);
        }

        return typed.Length == 0 ? Fail(now, "no-input") : Finish(now);
    }

    private Step Ask(Instant now)
    {
        typed.Clear();
        Deadline = now + (stage.Speak(question.Prompt, null) ? ScriptLimits.LongestSpeech : question.FirstDigitTimeout);
        return Step.Stay;
    }

    /// <summary>A key that is neither a digit nor the terminator is passed over: it can be part of no number.</summary>
    private Step Key(Instant now, char key)
    {
        if (key == question.Terminator)
        {
            return Finish(now);
        }

        if (char.IsAsciiDigit(key))
        {
            typed.Append(key);
        }

        if (typed.Length >= question.MaximumDigits)
        {
            if (question.Terminator is { } terminator)
            {
                stage.Keys.SwallowOnce(terminator, now + question.BetweenDigitTimeout);
            }

            return Finish(now);
        }

        Deadline = now + (typed.Length > 0 ? question.BetweenDigitTimeout : question.FirstDigitTimeout);
        return Step.Stay;
    }

    private Step Finish(Instant now)
    {
        var value = typed.ToString();
        if (value.Length < question.MinimumDigits || !TryStore(value))
        {
            return Fail(now, "invalid");
        }

        stage.Keys.Answered();
        return Step.Exit("ok");
    }

    private bool TryStore(string value)
    {
        CapturedNumber? captured = null;
        if (question.DialPlan is not null || question.Data == RunVariables.CustomerPhoneNumber)
        {
            captured = NumberCapture.Through(stage.Configuration, question.DialPlan, value);
            if (captured is null)
            {
                return false;
            }
        }

        if (question.Data == RunVariables.CustomerPhoneNumber)
        {
            stage.Call.CallbackNumber = captured!.Number;
            stage.Call.Captured = captured;
            return true;
        }

        var name = question.Data.TrimStart('$');
        stage.Variables.Set(name, captured?.Number.Value ?? value);
        stage.Call.Collected.Add(name);
        return true;
    }

    private Step Fail(Instant now, string exit)
    {
        stage.Keys.Clear();
        failures++;
        return failures >= question.Tries ? Step.Exit(exit) : Ask(now);
    }
}
