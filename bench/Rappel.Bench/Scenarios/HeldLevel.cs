using System.Diagnostics;
using System.Threading.Tasks;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>So many callers held, for some seconds.</summary>
/// <param name="Heard">Packets a second.</param>
/// <param name="Gap50">Milliseconds.</param>
/// <param name="Turn99">Milliseconds across prompt-to-music, of those who came last.</param>
/// <param name="Processor">Of one core, 1 for all of it.</param>
/// <param name="Resident">Bytes; 0 where it is not known.</param>
internal sealed record HeldLevel(
    int Callers, double Heard, double Gap50, double Gap99, double GapMost, long Turns, double Turn99, double Processor, long Resident, double LoadCore, uint Lost)
{
    public static async Task<HeldLevel> Measure(LoadStage stage, int callers, GapHistogram turns, TimeSpan time)
    {
        var (before, load, lost) = (stage.Target.Processor, Cores.LoadBusy, stage.Ear.Lost);
        stage.Music.Clear();
        var clock = Stopwatch.StartNew();
        await Task.Delay(time);
        var (packets, gaps) = stage.Music.Look(book => (book.Packets, book.Gaps));
        stage.Music.Clear();
        var took = clock.Elapsed.TotalSeconds;
        var processor = stage.Target.Processor - before;
        return new HeldLevel(
            callers, packets / took, gaps.At(0.5), gaps.At(0.99), gaps.Most, turns.Count, turns.At(0.99), processor.Total / took,
            stage.Target.Process is { } process ? ProcessorUse.Resident(process) : 0, (Cores.LoadBusy - load) / took, stage.Ear.Lost - lost);
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Callers} held: {Heard:0} packets a second ({100 * Heard / (50.0 * Callers):0.0} %), gap {Gap50:0.00} / {Gap99:0.00} / most {GapMost:0.0} ms, prompt to music {Turn99:0.00} ms (99 % of {Turns}), server {100 * Processor:0} % of a core, {Resident >> 20} MiB, load core {100 * LoadCore:0} %{(Lost > 0 ? $", {Lost} PACKETS LOST AT THE EAR" : "")}");
}
