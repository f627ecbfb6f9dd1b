using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>A caller's call, from the answer to the end: its script, the queue it waits in, and whoever it is connected to.</summary>
internal sealed partial class InboundCall : ILegOwner
{
    private const string NobodyFree = "ended: nobody free";

    private readonly EngineContext _context;
    private readonly ScriptActions _actions;
    private ScriptSession? _main;
    private ScriptSession? _treatment;
    private int? _apology;
    private (ScriptSession Session, int ScriptToken, int LegToken)? _speaking;

    public InboundCall(EngineContext context, ConfigurationSnapshot configuration, ChannelSnapshot channel, ScriptCall script, InteractionRecord record)
    {
        _context = context;
        Configuration = configuration;
        Channel = channel;
        Script = script;
        Record = record;
        _actions = new ScriptActions(context, this);
    }

    /// <summary>The version the call began with, or was taken to another queue with.</summary>
    public ConfigurationSnapshot Configuration { get; private set; }

    public ChannelSnapshot Channel { get; }

    public ScriptCall Script { get; }

    /// <summary>Of the part of the call that goes on now: an agent who hands the caller over ends one, and another begins.</summary>
    public InteractionRecord Record { get; private set; }

    /// <summary>The way through the scripts, for reports.</summary>
    public ScriptSteps Steps { get; } = new();

    /// <summary>Set right after construction, when the call was answered.</summary>
    public Leg Leg { get; set; } = null!;

    /// <summary>While it waits for an agent; null otherwise.</summary>
    public QueueWait? Wait { get; set; }

    /// <summary>While it is forwarded to a number, or to an agent who has not answered; null otherwise.</summary>
    public IForwarding? Forwarding { get; set; }

    /// <summary>While it leaves a message; null otherwise.</summary>
    public MessageTaking? Message { get; set; }

    /// <summary>While it talks to whoever took it from a queue or from an agent; null otherwise.</summary>
    public Talk? Connected { get; set; }

    /// <summary>While an agent has left it and the next has not answered; null otherwise.</summary>
    public Handover? Handover { get; set; }

    /// <summary>The queue it waits in, or waited in last; null for none.</summary>
    public InboundQueueSnapshot? LastQueue { get; set; }

    /// <summary>What it is ordered by wherever it waits again: since an agent first took it. Null before.</summary>
    public Instant? Place { get; set; }

    public WorkId Work => new(WorkKind.LiveCall, Leg.Id.Value);

    public LiveSubject Subject => new(Script.Caller?.Value, Script.ContactName, Script.Language);

    /// <summary>Of the queue; null for the built-in one.</summary>
    public AudioSegment? Music => Prompts.Find(Configuration, LastQueue?.Music, Script.Language);

    /// <summary>Set with the leg: this caller among those on the line.</summary>
    public Presence Presence { get; set; } = null!;

    /// <summary>The pending request that Check callback found last; null for none.</summary>
    public CallbackId? FoundCallback { get; set; }

    /// <summary>The request whose held place this caller has taken; null for none.</summary>
    public CallbackId? TakenPlace { get; set; }

    /// <summary>Set once a callback was taken for this caller.</summary>
    public bool IsDiverted { get; set; }

    public bool IsOver { get; private set; }

    /// <summary>Somebody who is on the line without having called: they have no script, and what agents do with them is all that happens.</summary>
    public static InboundCall Adopt(EngineContext context, Leg leg, ChannelSnapshot channel, ScriptCall script, InteractionRecord record)
    {
        var call = new InboundCall(context, context.Configuration, channel, script, record) { Leg = leg };
        leg.Owner = call;
        leg.Work = call.Work;
        call.Presence = context.OnTheLine.Came(script.Caller?.Value);
        context.Callers[leg.Id.Value] = call;
        context.Watchdog.Arm();
        return call;
    }

    /// <summary>Under another record, which is a part of the same call.</summary>
    public void GoOn(InteractionRecord record, string outcome)
    {
        Record.End(_context.Now, outcome);
        Record = record;
    }

    /// <summary>To a queue that an agent chose: what is said there is that of now.</summary>
    public void GoTo(InboundQueueSnapshot queue)
    {
        Configuration = _context.Configuration;
        QueueWait.Return(_context, this, queue);
    }

    public void Up(Leg leg)
    {
        _main = new ScriptSession(_context, Configuration, Configuration.Scripts[Channel.Script], ScriptEntry.Main, Script,
            new CallEnvironment(_context, this), _actions.CarryOut);
        _main.Start();
    }

    /// <summary>Runs the treatment of the queue just entered, or music where it has none.</summary>
    public void StartTreatment(InboundQueueSnapshot queue)
    {
        if (queue.Treatment is null)
        {
            PlayMusic();
            return;
        }

        _treatment = new ScriptSession(_context, Configuration, Configuration.Scripts[queue.Treatment], ScriptEntry.InQueue, Script,
            new CallEnvironment(_context, this), _actions.CarryOut);
        _treatment.Start();
    }

    public void StopTreatment()
    {
        _treatment?.Stop();
        _treatment = null;
        _speaking = null;
    }

    /// <summary>Nothing of any script runs on: the call has been taken by a person or a machine that keeps it to its end.</summary>
    public void StopScripts()
    {
        StopTreatment();
        _main?.Stop();
    }

    /// <summary>A person took it whom a script chose, which is over by that; one that waits behind it goes on if they put the caller in line again.</summary>
    public void StopForwardingScript()
    {
        if (_treatment is null)
        {
            _main?.Stop();
            _main = null;
        }

        StopTreatment();
    }

    /// <summary>Nobody was there: the script that forwarded it goes on at this exit.</summary>
    public void ForwardFailed(string exit)
    {
        Forwarding = null;
        _context.Legs.StopPlaying(Leg);
        Wait?.Protect(QueueWait.Reason.Forward, false);
        Resume(exit);
    }

    /// <summary>So much time did not pass.</summary>
    public void PutOff(TimeSpan by)
    {
        _main?.PutOff(by);
        _treatment?.PutOff(by);
    }

    /// <summary>The exit that the suspended script goes on at: the treatment's where one runs, else the main script's.</summary>
    public void Resume(string exit) => (_treatment ?? _main)?.Handle(new IvrInput.Exit(exit));

    /// <summary>The queue was left without an agent (overload, too long a wait): the main script goes on.</summary>
    public void ResumeMain(string exit)
    {
        StopTreatment();
        if (_main is null)
        {
            Apologise();
            return;
        }

        _main.Handle(new IvrInput.Exit(exit));
    }

    /// <summary>Nobody is there for them and nothing more will come: they are told, and the call ends.</summary>
    public void Apologise()
    {
        StopScripts();
        _apology = _context.Legs.Speak(Leg, [new AudioSegment.Speech(Phrases.NobodyFree(Script.Language), Script.Language)]);
        _context.Agenda.At(_context.Now + EngineLimits.ApologyWithin, () => HangUp(NobodyFree));
    }

    public void Failed(Leg leg, LegFailure failure) => Over("ended: failed");

    public void Ended(Leg leg, EndCause cause) => Over(OutcomeOfHangup());

    /// <summary>Hangs up on our side.</summary>
    public void HangUp(string outcome)
    {
        if (!IsOver)
        {
            _context.Legs.Hangup(Leg);
            Over(outcome);
        }
    }

    private string OutcomeOfHangup() => this switch
    {
        { Connected: { } talk } => talk.Customer.Outcome,
        { Message: not null } => "diverted: voicemail",
        { Forwarding.Outcome: { } outcome } => outcome,
        { Handover: not null } => "abandoned",
        { _apology: not null } => NobodyFree,
        { Wait: { } wait } => _context.Now - wait.Since < EngineLimits.ShortAbandon ? "short-abandoned" : "abandoned",
        _ => "ended: caller",
    };

    private void Over(string outcome)
    {
        if (IsOver)
        {
            return;
        }

        IsOver = true;
        Record.End(_context.Now, outcome);
        Steps.Write(_context.Ledger, _context.Tenant, Record.Row.StartedAt, outcome);
        StopScripts();
        Connected?.CustomerGone();
        Handover?.CallerGone();
        Message?.CallerGone();
        Forwarding?.CallerGone();
        Wait?.Leave();
        _context.Callers.Remove(Leg.Id.Value);
        _context.OnTheLine.Gone(Presence);
    }
}
