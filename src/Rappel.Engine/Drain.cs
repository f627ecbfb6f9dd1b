using Rappel.Core.Acd;

namespace Rappel.Engine;

/// <summary>The end of a process: no new call, those under way may end until the deadline, then the rest is hung up on and put on record.</summary>
internal sealed class Drain(EngineContext context)
{
    private bool _told;

    public void Begin(Instant deadline)
    {
        if (context.Draining)
        {
            return;
        }

        context.Draining = true;
        context.Log(LogLevel.Note, "draining", $"no new call is taken; {context.Legs.Count} legs are under way");
        context.Acd.Handle(context.Now, new AcdInput.OffersPaused(true));
        context.Agenda.At(deadline, CutOff);
    }

    /// <summary>Says Drained once nothing is left and all that is written is on disk.</summary>
    public void Check()
    {
        if (context.Draining && !_told && context.Legs.Count == 0 && context.Messages.Count == 0 && context.Recordings.Count == 0)
        {
            _told = true;

            // Nobody says anything of them to this process any more, and the next one would settle them the same.
            context.AfterCalls.SettleAll();
            context.Ledger.WhenDurable(TellDrained, lost: TellDrained);
        }
    }

    private void TellDrained() => context.Emit(new EngineOutput.Drained());

    private void CutOff()
    {
        foreach (var call in context.Callers.Values.ToArray())
        {
            call.HangUp("interrupted");
        }

        foreach (var call in context.DirectCalls.Values.ToArray())
        {
            call.End("interrupted");
        }

        foreach (var call in context.CustomerFirst.Values.ToArray())
        {
            call.CutOff();
        }

        context.Watches.CutOff();
        foreach (var ring in context.Rings.Values.ToArray())
        {
            ring.CutOff();
        }
    }
}
