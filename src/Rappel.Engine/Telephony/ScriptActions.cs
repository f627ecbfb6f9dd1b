using Rappel.Core.Ivr;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Control;

namespace Rappel.Engine.Telephony;

/// <summary>Carries out what a caller's script asks for.</summary>
internal sealed class ScriptActions(EngineContext context, InboundCall call)
{
    public void CarryOut(ScriptSession session, IvrOutput wish)
    {
        context.OnTheLine.Types(call.Presence, call.Script.CallbackNumber?.Value);
        switch (wish)
        {
            case IvrOutput.Speak speak:
                call.Speak(session, speak.Token, speak.Segments);
                break;
            case IvrOutput.StopSpeaking:
                call.StopSpeaking();
                break;
            case IvrOutput.PlayMusic:
                call.PlayMusic();
                break;
            case IvrOutput.EnterQueue enter:
                QueueWait.Enter(context, call, enter.Queue);
                break;
            case IvrOutput.ForwardToNumber forward:
                NumberForwarding.Begin(context, call, forward);
                break;
            case IvrOutput.ForwardToAgent forward:
                AgentForwarding.Begin(context, call, forward);
                break;
            case IvrOutput.ForwardToVoicemail forward:
                MessageTaking.Begin(context, call, forward.Queue);
                break;
            case IvrOutput.RequestCallback request:
                CallbackAsking.Ask(context, call, request);
                break;
            case IvrOutput.ChangeCallback change:
                CallbackChanging.Begin(context, call, session, change);
                break;
            case IvrOutput.AskWeb ask:
                session.Ask(ask);
                break;
            case IvrOutput.ForgetWeb:
                context.Web.Forget(session);
                break;
            case IvrOutput.LanguageChanged changed:
                call.Record.Change(row => row with { Language = changed.Language });
                break;
            case IvrOutput.ProtectionChanged changed:
                call.Wait?.Protect(QueueWait.Reason.Script, changed.Protected);
                break;
            case IvrOutput.HangUp:
                call.HangUp(call.IsDiverted ? CallbackAsking.Diverted : "ended: script");
                break;
            case IvrOutput.TreatmentEnded:
                TreatmentEnded();
                break;
            case IvrOutput.Entered entered:
                call.Steps.Entered(entered.Path);
                break;
            case IvrOutput.TookExit took:
                call.Steps.TookExit(took.Path, took.Exit);
                break;
            case IvrOutput.Problem problem:
                context.Log(LogLevel.Warning, "script-problem", $"{problem.Path}: {problem.Text}");
                break;
        }
    }

    private void TreatmentEnded()
    {
        call.StopTreatment();
        if (call.Wait is null)
        {
            // The treatment took the caller out of the queue (a callback was taken) and has nothing more to say.
            call.HangUp(call.IsDiverted ? CallbackAsking.Diverted : "ended: script");
            return;
        }

        call.PlayMusic();
    }
}
