using Rappel.Core.Config;
using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <summary>One script running for one call: feeds it, keeps its deadline, and has its wishes carried out.</summary>
internal sealed class ScriptSession
{
    private readonly EngineContext _context;
    private readonly ScriptRun _run;
    private readonly Action<ScriptSession, IvrOutput> _carryOut;
    private Agenda.Appointment? _deadline;
    private bool _pumping;
    private bool _asks;

    public ScriptSession(
        EngineContext context, ConfigurationSnapshot configuration, ScriptSnapshot script, ScriptEntry entry, ScriptCall call,
        IScriptEnvironment environment, Action<ScriptSession, IvrOutput> carryOut)
    {
        _context = context;
        _carryOut = carryOut;
        _run = new ScriptRun(configuration, script, entry, call, environment);
    }

    public bool IsStopped { get; private set; }

    public void Start()
    {
        _run.Start(_context.Now);
        Pump();
    }

    public void Handle(IvrInput input)
    {
        if (!IsStopped)
        {
            _run.Handle(_context.Now, input);
            Pump();
        }
    }

    /// <summary>The script has no say any more.</summary>
    public void Stop()
    {
        IsStopped = true;
        _deadline?.Cancel();
        if (_asks)
        {
            _context.Web.Forget(this);
        }
    }

    /// <summary>Asks a web server; the answer comes by <see cref="Handle"/>.</summary>
    public void Ask(IvrOutput.AskWeb wish)
    {
        _asks = true;
        _context.Web.Ask(this, wish);
    }

    /// <summary>With the agenda, which puts off the appointment.</summary>
    public void PutOff(TimeSpan by) => _run.PutOff(by);

    private void Pump()
    {
        // A wish carried out may feed the run again (a forward that fails at once): the loop outside goes on with what that gives.
        if (_pumping)
        {
            return;
        }

        _pumping = true;
        while (!IsStopped && _run.TryTake(out var wish))
        {
            _carryOut(this, wish);
        }

        _pumping = false;
        Rearm();
    }

    private void Rearm()
    {
        var next = IsStopped ? null : _run.NextDeadline;
        if (next == _deadline?.At && _deadline is { IsCancelled: false })
        {
            return;
        }

        _deadline?.Cancel();
        _deadline = next is { } at ? _context.Agenda.At(at, () => Handle(new IvrInput.TimePassed())) : null;
    }
}
