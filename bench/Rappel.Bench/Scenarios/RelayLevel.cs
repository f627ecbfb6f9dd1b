using System.Diagnostics;
using System.Threading.Tasks;
using Rappel.Bench.Load;

namespace Rappel.Bench.Scenarios;

/// <summary>So many bridged calls, for some seconds.</summary>
/// <param name="Legs">That spoke; two a call.</param>
/// <param name="Lost">Share of the packets sent.</param>
/// <param name="Delay50">Milliseconds from end to end.</param>
/// <param name="Processor">Of one core, 1 for all of it.</param>
internal sealed record RelayLevel(int Calls, int Legs, long Sent, double Lost, double Delay50, double Delay99, double DelayMost, double Processor, double LoadCore)
{
    private static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(500);

    public static async Task<RelayLevel> Measure(LoadStage stage, RelayTraffic talk, RelayListener listener, int calls, TimeSpan time)
    {
        var window = talk.NextWindow();
        listener.Listen(window);
        var (before, load, sent) = (stage.Target.Processor, Cores.LoadBusy, talk.Sent);
        var clock = Stopwatch.StartNew();
        await Task.Delay(time);
        // What is sent from here on is of another window; what is under way still counts.
        talk.NextWindow();
        sent = talk.Sent - sent;
        var took = clock.Elapsed.TotalSeconds;
        var (processor, busy) = (stage.Target.Processor - before, Cores.LoadBusy - load);
        await Task.Delay(UnderWay);
        var delays = listener.Delays;
        return new RelayLevel(
            calls, talk.Legs, sent, sent == 0 ? 1 : 1 - ((double)delays.Count / sent), delays.At(0.5), delays.At(0.99), delays.Most, processor.Total / took, busy / took);
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Calls} bridged, {Legs} legs speak: {Sent} packets, {100 * Lost:0.00} % lost, end to end {Delay50:0.00} / {Delay99:0.00} / most {DelayMost:0.0} ms, server {100 * Processor:0} % of a core, load core {100 * LoadCore:0} %");
}
