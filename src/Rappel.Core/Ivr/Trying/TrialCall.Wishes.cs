using Rappel.Core.Config;

namespace Rappel.Core.Ivr.Trying;

/// <summary>What the running script asks for, and what a trial makes of it.</summary>
internal sealed partial class TrialCall
{
    private void Feed(ScriptRun run, IvrInput input)
    {
        log.Path = run.CurrentPath;
        run.Handle(environment.Now, input);
        Pump(run);
    }

    private void Pump(ScriptRun run)
    {
        while (!IsOver && !IsConnected && !log.IsFull && (run == treatment || run == main) && run.TryTake(out var wish))
        {
            CarryOut(run, wish);
        }
    }

    private void CarryOut(ScriptRun run, IvrOutput wish)
    {
        switch (wish)
        {
            case IvrOutput.Entered entered:
                log.Path = entered.Path;
                log.Add(new TrialEvent.Entered(log.At, entered.Path));
                break;
            case IvrOutput.TookExit took:
                log.Add(new TrialEvent.Exit(log.At, took.Path, took.Exit));
                break;
            case IvrOutput.Speak speak:
                var length = SpokenLength.Of(speak.Segments, lengths);
                speaking = (run, speak.Token, environment.Now + length.Time);
                log.Add(new TrialEvent.Said(log.At, log.Path, speak.Segments, TrialExits.PromptOf(configuration, log.Path), length.Time, length.IsEstimated));
                break;
            case IvrOutput.StopSpeaking:
                speaking = null;
                log.Add(new TrialEvent.CutShort(log.At, log.Path));
                break;
            case IvrOutput.PlayMusic:
                PlayMusic();
                break;
            case IvrOutput.ProtectionChanged changed:
                protects = changed.Protected;
                break;
            case IvrOutput.LanguageChanged changed:
                log.Add(new TrialEvent.Language(log.At, log.Path, changed.Language));
                break;
            case IvrOutput.Problem problem:
                log.Add(new TrialEvent.Problem(log.At, problem.Path, problem.Text));
                break;
            case IvrOutput.ForgetWeb:
                Asked = null;
                break;
            case IvrOutput.EnterQueue enter:
                EnterQueue(run, enter.Queue);
                break;
            case IvrOutput.TreatmentEnded:
                TreatmentEnded();
                break;
            case IvrOutput.HangUp:
                End();
                break;
            default:
                Ask(wish);
                break;
        }
    }

    private void Ask(IvrOutput wish)
    {
        Asked = wish;
        log.Add(TrialExits.Told(configuration, request.Call, log.At, log.Path, wish));
        if (wish is IvrOutput.RequestCallback or IvrOutput.ChangeCallback)
        {
            answerDue = environment.Now + TrialLimits.CallbackAnswer;
        }
    }

    private void EnterQueue(ScriptRun run, string key)
    {
        log.Add(new TrialEvent.Forward(log.At, log.Path, "inboundQueues", key, null));
        var entered = configuration.InboundQueues.GetValueOrDefault(key);
        if (entered is not null && (environment.Figures.Waiting >= entered.MaximumCalls || !environment.IsOpen(entered.Schedule)))
        {
            Feed(run, new IvrInput.Exit(ScriptExits.Overload));
            return;
        }

        EnterLine(entered);
        if (entered?.Treatment is { } script && configuration.Scripts.ContainsKey(script))
        {
            Treat(script);
            return;
        }

        PlayMusic();
    }

    private void EnterLine(InboundQueueSnapshot? entered)
    {
        queue = entered;
        environment.Queue = entered?.Key;
        environment.WaitsSince = environment.Now;
        longestWait = environment.Now + entered?.MaximumWait;
        isTimeUp = false;
    }

    private void LeaveLine()
    {
        environment.WaitsSince = null;
        environment.Queue = null;
        longestWait = null;
    }

    private void Treat(string script)
    {
        treatment = Run(script, ScriptEntry.InQueue);
        treatment.Start(environment.Now);
        Pump(treatment);
    }

    private void TreatmentEnded()
    {
        treatment = null;
        speaking = null;
        if (!Waits)
        {
            End();
        }
    }

    private void PlayMusic()
    {
        speaking = null;
        log.Add(new TrialEvent.Music(log.At, log.Path, queue?.Music));
    }

    private void End()
    {
        if (!IsOver)
        {
            IsOver = true;
            speaking = null;
            Asked = null;
            log.Add(new TrialEvent.HungUp(log.At, log.Path));
        }
    }
}
