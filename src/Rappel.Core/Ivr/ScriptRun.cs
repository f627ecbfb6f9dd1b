using Rappel.Core.Config;
using Rappel.Core.Ivr.Objects;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr;

/// <summary>
/// One script running for one call: the interpreter, as a machine told the time. It either waits - for what it says to end, the
/// caller, its deadline or an exit - or has ended, with HangUp or TreatmentEnded as its last output.
/// </summary>
public sealed class ScriptRun
{
    private readonly ScriptStage stage;
    private ScriptCursor cursor;
    private readonly ScriptEntry entry;
    private ScriptObject? current;
    private Activity? activity;
    private Instant waitingSince;
    private int objects;
    private int changes;
    private bool started;

    /// <param name="configuration">The version that the call began with.</param>
    /// <param name="call">Shared by the runs of one call: what <c>main</c> collected, <c>inQueue</c> can say.</param>
    public ScriptRun(
        ConfigurationSnapshot configuration, ScriptSnapshot script, ScriptEntry entry, ScriptCall call, IScriptEnvironment environment)
    {
        this.entry = entry;
        var objects = entry == ScriptEntry.Main ? script.Main : script.InQueue;
        cursor = new ScriptCursor(objects.IsDefault ? [] : objects);
        stage = new ScriptStage(configuration, call, environment, entry)
        {
            Path = $"scripts/{script.Key}/{(entry == ScriptEntry.Main ? "main" : "inQueue")}",
        };
    }

    /// <summary>When TimePassed is due; null while only an input can go on.</summary>
    public Instant? NextDeadline => activity?.Deadline;

    /// <summary>The caller must not be connected to an agent now.</summary>
    public bool IsProtected => stage.IsProtected;

    /// <summary>Path of the object that runs, or that ran last.</summary>
    public string CurrentPath => stage.Path;

    /// <summary>Nothing more will come; inputs are ignored.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The clock was set forward, and so much time did not pass: what is waited for is waited for as long as before.</summary>
    public void PutOff(TimeSpan by)
    {
        activity?.PutOff(by);
        waitingSince += by;
    }

    public bool TryTake(out IvrOutput output) => stage.TryTake(out output);

    public void Start(Instant now)
    {
        if (!started)
        {
            started = true;
            Follow(now, Step.Next);
        }
    }

    public void Handle(Instant now, IvrInput input)
    {
        if (activity is null)
        {
            return;
        }

        var step = input switch
        {
            IvrInput.SpeakEnded ended => SpeakEnded(now, ended.Token),
            IvrInput.DigitPressed pressed => KeyPressed(now, pressed.Key),
            IvrInput.TimePassed => activity.Deadline <= now ? activity.TimeUp(now) : Step.Stay,
            IvrInput.Exit exit => activity.Exited(now, exit.Name),
            IvrInput.WebAnswered web => activity.WebAnswered(now, web.Token, web.Answer),
            _ => Step.Stay,
        };
        if (step.Kind == StepKind.Stay)
        {
            return;
        }

        if (now - waitingSince >= ScriptLimits.ShortestWait || input is IvrInput.DigitPressed)
        {
            objects = 0;
        }

        Follow(now, step);
    }

    /// <summary>The end of something said before does not end what is said now.</summary>
    private Step SpeakEnded(Instant now, int token)
    {
        if (stage.Speaking != token)
        {
            return Step.Stay;
        }

        stage.SpeechEnded();
        return activity!.SpeechEnded(now);
    }

    private Step KeyPressed(Instant now, char key) =>
        stage.Keys.Swallows(now, key) ? Step.Stay : activity!.KeyPressed(now, key);

    private void Follow(Instant now, Step step)
    {
        while (step.Kind != StepKind.Stay)
        {
            activity = null;
            if (step.Kind == StepKind.HangUp)
            {
                End(new IvrOutput.HangUp());
                return;
            }

            current = Target(step);
            if (current is null)
            {
                RunOut();
                return;
            }

            if (++objects > ScriptLimits.ObjectsWithoutWaiting)
            {
                stage.Problem($"stopped: {ScriptLimits.ObjectsWithoutWaiting} objects without waiting for the caller");
                End(new IvrOutput.HangUp());
                return;
            }

            step = Enter(now, current);
        }

        waitingSince = now;
    }

    private ScriptObject? Target(Step step)
    {
        if (entry == ScriptEntry.InQueue && !stage.Waits)
        {
            // Whose callback was promised waits no longer: there is nothing to go round in.
            cursor.LeaveLoops();
        }

        switch (step.Kind)
        {
            case StepKind.Exit:
                stage.Give(new IvrOutput.TookExit(stage.Path, step.Name));
                return cursor.TakeExit(current!, step.Name);
            case StepKind.Goto when !cursor.TryJump(step.Name):
                stage.Problem($"no label {step.Name} here");
                return cursor.RunOut();
            default:
                return cursor.Next();
        }
    }

    private Step Enter(Instant now, ScriptObject next)
    {
        stage.Path = next.Path;
        stage.Give(new IvrOutput.Entered(next.Path));
        switch (next)
        {
            case LabelObject:
                return Step.Next;
            case GotoObject jump:
                stage.Keys.StopBarging();
                return Step.Goto(jump.Label);
            case LoopObject loop:
                stage.Keys.StopBarging();
                cursor.EnterLoop(loop);
                return Step.Next;
            case HangUpObject:
                return Step.HangUp;
            case ForwardToScriptObject forward:
                return GoOnIn(forward);
            case SetVariableObject set:
                return Assignments.Set(set, stage);
            case SetLanguageObject set:
                return Assignments.Set(set, stage);
            case TestVariableObject test:
                return Decisions.Test(test, stage);
            case TestQueueObject test:
                return Decisions.Test(test, stage);
            case CheckCallbackObject check:
                return Decisions.Look(check, stage);
            case ScheduleObject schedule:
                return Decisions.Ask(schedule, stage, now);
            default:
                return Begin(now, next);
        }
    }

    /// <summary>The other script takes the place of this one: there is nothing to come back to, so none is kept.</summary>
    private Step GoOnIn(ForwardToScriptObject forward)
    {
        stage.Keys.StopBarging();
        if (!stage.Configuration.Scripts.TryGetValue(forward.Script, out var script) || ++changes > ScriptLimits.ScriptChanges)
        {
            stage.Problem($"cannot go on in the script {forward.Script}: {(script is null ? "there is none" : $"changed {ScriptLimits.ScriptChanges} times")}");
            return Step.Exit(ScriptExits.Failed);
        }

        // Whose callback was promised in the queue waits no longer: what is left to say is in `main`, where there is one.
        cursor = new ScriptCursor(stage.Waits || (entry == ScriptEntry.InQueue && script.Main.IsEmpty) ? script.InQueue : script.Main);
        return Step.Next;
    }

    private Step Begin(Instant now, ScriptObject next)
    {
        activity = next switch
        {
            SayObject say => new Saying(say, stage),
            GetDigitObject question => new DigitQuestion(question, stage),
            GetValueObject question => new ValueQuestion(question, stage),
            WaitObject wait => new MusicPause(wait, stage),
            CallbackObject callback => new CallbackPromise(callback, stage),
            ChangeCallbackObject change => new CallbackChanging(change, stage),
            WebRequestObject request => new WebRequesting(request, stage),
            CheckNumberObject check => new NumberLookup(check, stage),
            _ => new Forwarding(next, stage),
        };

        // Protection covers the object itself, its prompt included, and ends with it; so two in a row leave no gap.
        // A callback protects by itself, from the moment it is asked for.
        if (next is not CallbackObject)
        {
            stage.Protect(next.Protected);
        }

        return activity.Begin(now);
    }

    private void RunOut()
    {
        if (!stage.Waits)
        {
            End(new IvrOutput.HangUp());
            return;
        }

        stage.Protect(false);
        stage.Music();
        End(new IvrOutput.TreatmentEnded());
    }

    private void End(IvrOutput last)
    {
        activity = null;
        HasEnded = true;
        stage.Give(last);
    }
}
