using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Telephony;
using Rappel.Media.Sessions;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// Customer first, from the answer to the key. Nothing is said until whoever answers has: the greeting tells a person from a machine, and
/// people say hello before they listen. A person hears who calls and what to press; a machine is dealt with as the terms say. A key pressed
/// beats any verdict of the ear.
/// </summary>
internal sealed class CustomerAsking(EngineContext context, CallbackRequest request, Leg customer, ICustomerAsked asked)
{
    private const char Confirmation = '1';

    private Stage _stage;
    private int _announced;
    private int? _saying;
    private Agenda.Appointment? _next;
    private Agenda.Appointment? _limit;

    private enum Stage
    {
        Listening,
        Announcing,

        /// <summary>A machine speaks; the message waits for its end.</summary>
        MachineSpeaks,
        LeavingMessage,
        Over,
    }

    public bool HasMetMachine => _stage is Stage.MachineSpeaks or Stage.LeavingMessage;

    public void Begin()
    {
        context.Legs.ListenForGreeting(customer);
        _limit = context.Agenda.At(context.Now + EngineLimits.CustomerConfirmsWithin, () => End(AttemptOutcome.NotConfirmed));
        Next(EngineLimits.GreetingWithin, Announce);
    }

    public void GreetingHeard(GreetingVerdict verdict)
    {
        if (_stage is not (Stage.Listening or Stage.Announcing))
        {
            return;
        }

        context.Ledger.Note(context.Now, request.Id.ToString(), "answered-by", verdict.ToString().ToLowerInvariant());
        if (verdict == GreetingVerdict.Machine)
        {
            MeetMachine();
        }
        else if (_stage == Stage.Listening)
        {
            Announce();
        }
    }

    /// <summary>The beep, or the end of the machine's greeting.</summary>
    public void GreetingOver()
    {
        if (_stage == Stage.MachineSpeaks)
        {
            LeaveMessage();
        }
    }

    public void KeyPressed(char key)
    {
        if (_stage == Stage.Over)
        {
            return;
        }

        if (key == Confirmation)
        {
            Close();
            asked.Confirmed();
        }
        else if (HasMetMachine)
        {
            // Machines press no keys.
            _announced = 0;
            _limit?.Cancel();
            _limit = context.Agenda.At(context.Now + EngineLimits.CustomerConfirmsWithin, () => End(AttemptOutcome.NotConfirmed));
            Announce();
        }
    }

    public void PlayEnded(int token)
    {
        if (token != _saying)
        {
            return;
        }

        if (_stage == Stage.LeavingMessage)
        {
            End(AttemptOutcome.MessageLeft);
        }
        else
        {
            AwaitKey();
        }
    }

    /// <summary>Nothing of it runs on.</summary>
    public void Close()
    {
        if (_stage == Stage.Over)
        {
            return;
        }

        _stage = Stage.Over;
        _saying = null;
        _next?.Cancel();
        _limit?.Cancel();
        context.Legs.StopListening(customer);
    }

    private void Announce()
    {
        if (_announced >= EngineLimits.Announcements)
        {
            End(AttemptOutcome.NotConfirmed);
            return;
        }

        _announced++;
        _stage = Stage.Announcing;
        Say(request.Terms.Announcement, Phrases.CallingBack(context.Configuration.Name, request.Language));
        Next(EngineLimits.AnnouncementWithin, AwaitKey);
    }

    private void AwaitKey()
    {
        _saying = null;
        Next(EngineLimits.KeyWithin, Announce);
    }

    private void MeetMachine()
    {
        asked.MachineMet();
        if (request.Terms.OnMachine != MachineAction.LeaveMessage)
        {
            End(AttemptOutcome.AnsweringMachine);
            return;
        }

        _stage = Stage.MachineSpeaks;
        _saying = null;
        _limit?.Cancel();
        context.Legs.StopPlaying(customer);
        Next(EngineLimits.MachineGreetingWithin, LeaveMessage);
    }

    private void LeaveMessage()
    {
        _stage = Stage.LeavingMessage;
        Say(request.Terms.MachineMessage, Phrases.CalledBack(context.Configuration.Name, request.Language));
        Next(EngineLimits.MachineMessageWithin, () => End(AttemptOutcome.MessageLeft));
    }

    private void End(AttemptOutcome outcome)
    {
        Close();
        asked.NotConnected(outcome);
    }

    private void Say(string? prompt, string otherwise) => _saying = context.Legs.Speak(
        customer, [Prompts.Find(context.Configuration, prompt, request.Language) ?? new AudioSegment.Speech(otherwise, request.Language)]);

    private void Next(TimeSpan within, Action act)
    {
        _next?.Cancel();
        _next = context.Agenda.At(context.Now + within, act);
    }
}
