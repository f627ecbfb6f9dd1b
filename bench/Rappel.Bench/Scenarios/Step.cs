using System.Diagnostics;
using System.Threading.Tasks;
using Rappel.Bench.Load;

namespace Rappel.Bench.Scenarios;

/// <summary>Calls at one rate, and what they cost and heard.</summary>
/// <param name="ServerCore">Share of one core that the server used, to the end of the last call; <paramref name="LoadCore"/> that of SIPp and the ear.</param>
/// <param name="GapMost">Milliseconds between two packets of a call, 99th percentile and longest.</param>
internal sealed record Step(
    double Rate, SippOutcome Calls, ProcessorUse Processor, double PacketsACall, double ServerCore, double LoadCore, double Gap99, double GapMost, double Turn99)
{
    public static async Task<Step> Take(LoadStage stage, double rate, TimeSpan time, TimeSpan hold)
    {
        stage.Music.Forget();
        var (before, load) = (stage.Target.Processor, Cores.LoadBusy);
        var clock = Stopwatch.StartNew();
        var calls = await stage.Play(SippCalls.For(rate, time, hold));
        var took = clock.Elapsed.TotalSeconds;
        var processor = stage.Target.Processor - before;
        return stage.Music.Look(book => new Step(
            rate, calls, processor, (double)book.Packets / Math.Max(1, calls.Carried), processor.Total / took, (Cores.LoadBusy - load) / took,
            book.Gaps.At(0.99), book.Gaps.Most, book.Turns.At(0.99)));
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Rate:0}/s: {Calls.Carried} of {Calls.Asked} carried ({100 * Calls.ShareFailed:0.0} % failed, {Calls.Refused} by 503, {Calls.Repeated} messages repeated), answered {Calls.AnsweredASecond:0}/s, set-up {SippOutcome.Of(Calls.SetUps, 0.5)} / {SippOutcome.Of(Calls.SetUps, 0.99)}, {PacketsACall:0.0} packets a call, gap 99 % {Gap99:0.0} ms most {GapMost:0} ms, prompt to music 99 % {Turn99:0.0} ms, CPU {1000 * Processor.Total / Math.Max(1, Calls.Carried):0.00} ms a call, cores {100 * ServerCore:0} % server {100 * LoadCore:0} % load");
}
