using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Trying;

/// <summary>
/// One tried call, from its beginning to its end: what the engine is to a real one, with nobody at the far ends. The rules are the
/// engine's: who waits is connected unless protected or on the way out, a forward keeps the place, an exit goes on in the treatment
/// where one runs.
/// </summary>
internal sealed partial class TrialCall
{
    private readonly ConfigurationSnapshot configuration;
    private readonly TrialRequest request;
    private readonly TrialEnvironment environment;
    private readonly Func<AudioSegment, SpokenLength> lengths;
    private readonly TrialLog log;
    private ScriptRun? main;
    private ScriptRun? treatment;
    private InboundQueueSnapshot? queue;
    private (ScriptRun Run, int Token, Instant Until)? speaking;
    private Instant? longestWait;
    private Instant? answerDue;
    private bool protects;
    private bool isTimeUp;

    public TrialCall(ConfigurationSnapshot configuration, TrialRequest request, Func<AudioSegment, SpokenLength> lengths, TrialLog log)
    {
        (this.configuration, this.request, this.lengths, this.log) = (configuration, request, lengths, log);
        environment = new TrialEnvironment(configuration, request.Call, request.Figures) { Now = request.At };
    }

    /// <summary>An exit from outside is awaited.</summary>
    public IvrOutput? Asked { get; private set; }

    public bool IsConnected { get; private set; }

    public bool IsOver { get; private set; }

    public bool IsSpeaking => speaking is not null;

    public bool Waits => environment.WaitsSince is not null;

    /// <summary>The run that has the caller's ear; null where none has.</summary>
    public ScriptRun? Listening => IsOver || IsConnected ? null : treatment ?? main;

    /// <summary>The caller waits in a queue, and no treatment runs.</summary>
    public bool IsIdle => Waits && treatment is null && !IsConnected;

    public RunVariables Variables => new(request.Call, environment);

    /// <summary>When something happens by itself.</summary>
    public Instant? NextDeadline => IsOver || IsConnected
        ? null
        : new[] { speaking?.Until, main?.NextDeadline, treatment?.NextDeadline, isTimeUp ? null : longestWait, answerDue }.Min();

    public void Begin()
    {
        if (request.Entry == ScriptEntry.Main)
        {
            main = Run(request.Script, ScriptEntry.Main);
            main.Start(environment.Now);
            Pump(main);
            return;
        }

        var waitsIn = request.Queue is { } key ? configuration.InboundQueues.GetValueOrDefault(key) : null;
        EnterLine(waitsIn);
        Treat(request.Script);
    }

    /// <summary>Lets the first thing happen that is due.</summary>
    public void Advance(Instant now)
    {
        environment.Now = now;
        if (speaking is { } said && said.Until <= now)
        {
            speaking = null;
            Feed(said.Run, new IvrInput.SpeakEnded(said.Token));
        }
        else if (answerDue <= now)
        {
            Exit(Answer());
        }
        else if ((treatment?.NextDeadline <= now ? treatment : main?.NextDeadline <= now ? main : null) is { } due)
        {
            Feed(due, new IvrInput.TimePassed());
        }
        else
        {
            TimeUp();
        }
    }

    public void Take(Instant now, TrialInput input)
    {
        environment.Now = now;
        switch (input)
        {
            case TrialInput.Key key:
                Press(key.Digit);
                break;
            case TrialInput.Figures figures:
                environment.Figures = figures.Told;
                break;
            case TrialInput.AgentFree:
                Offer();
                break;
            case TrialInput.Exit exit:
                Fill(exit);
                Exit(exit.Name);
                break;
        }
    }

    /// <summary>On the way out of the line, the place kept: no agent is given the caller now.</summary>
    private bool IsLeaving => Asked is IvrOutput.RequestCallback || TrialExits.IsForward(Asked);

    private ScriptRun Run(string script, ScriptEntry entry) =>
        new(configuration, configuration.Scripts[script], entry, request.Call, environment);

    /// <summary>What a web server would have answered with. Nothing asks one here.</summary>
    private void Fill(TrialInput.Exit exit)
    {
        if (Asked is not IvrOutput.AskWeb)
        {
            return;
        }

        foreach (var (name, value) in exit.Variables)
        {
            if (RunVariables.SystemName(name) == RunVariables.ContactName)
            {
                request.Call.ContactName = value;
            }
            else
            {
                Variables.Set(name, value);
            }
        }
    }

    private void Press(char key)
    {
        var listens = Listening is not null && Asked is not (IvrOutput.ForwardToNumber or IvrOutput.ForwardToAgent or IvrOutput.ForwardToVoicemail);
        log.Add(new TrialEvent.Key(log.At, log.Path, key, listens));
        if (listens)
        {
            Feed(Listening!, new IvrInput.DigitPressed(key));
        }
    }

    private void Offer()
    {
        var connects = Waits && !protects && !IsLeaving && !IsOver && !IsConnected;
        log.Add(new TrialEvent.Agent(log.At, log.Path, connects));
        if (connects)
        {
            Connect();
        }
    }

    private void Connect()
    {
        IsConnected = true;
        speaking = null;
        answerDue = null;
        Asked = null;
    }

    private void Exit(string name)
    {
        var run = Listening;
        if (IsOver || IsConnected || run is null)
        {
            log.Problem($"nothing waits for the exit {name}");
        }
        else if (Asked is { } asked)
        {
            ExitAsked(run, asked, name);
        }
        else if (Waits && main is not null && ScriptExits.ForwardToQueue.Contains(name))
        {
            LeaveForMain(main, name);
        }
        else
        {
            log.Problem($"nothing waits for the exit {name}");
        }
    }

    private void ExitAsked(ScriptRun run, IvrOutput asked, string name)
    {
        if (name == TrialInput.Answered && TrialExits.IsForward(asked))
        {
            if (asked is IvrOutput.ForwardToVoicemail)
            {
                End();
            }
            else
            {
                Connect();
            }

            return;
        }

        if (!TrialExits.Of(configuration, run.CurrentPath).Contains(name))
        {
            log.Problem($"there is no exit {name} here");
            return;
        }

        Asked = null;
        answerDue = null;
        if (asked is IvrOutput.RequestCallback && name == ScriptExits.Requested)
        {
            LeaveLine();
        }

        Feed(run, new IvrInput.Exit(name));
        if (isTimeUp && !IsLeaving)
        {
            TimeUp();
        }
    }

    /// <summary>Out of the queue without an agent: what sent the caller there goes on.</summary>
    private void LeaveForMain(ScriptRun sender, string exit)
    {
        LeaveLine();
        treatment = null;
        speaking = null;
        Feed(sender, new IvrInput.Exit(exit));
    }

    /// <summary>What becomes of a request that no exit is told for.</summary>
    private string Answer() => Asked switch
    {
        IvrOutput.RequestCallback when environment.Figures.CallbackPending => ScriptExits.AlreadyPending,
        IvrOutput.RequestCallback when environment.Figures.CallbackCapReached => ScriptExits.Refused,
        IvrOutput.RequestCallback => ScriptExits.Requested,
        _ => ScriptExits.Done,
    };

    private void TimeUp()
    {
        isTimeUp = true;
        if (!Waits || IsLeaving)
        {
            return;
        }

        if (main is null)
        {
            log.Problem("the queue's longest wait is over: the call goes on at the exit timed-out of what sent it here");
            End();
            return;
        }

        LeaveForMain(main, ScriptExits.TimedOut);
    }
}
