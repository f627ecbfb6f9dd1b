using System.Diagnostics;
using System.Globalization;

namespace Rappel.Bench;

/// <summary>Runs an action until its time is up and tells what one costs. Small on purpose: it answers "is it still about as fast", not "by how many per cent".</summary>
internal static class Measure
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1.5);

    /// <param name="unit">What one call of the action does so many of.</param>
    public static void This(string name, Action action, int count = 1, string unit = "")
    {
        Run(action, WarmUp);
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (rounds, elapsed) = Run(action, Time);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var each = elapsed.TotalNanoseconds / rounds / count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-46} {Text(each),12}  {1e9 / each,14:N0} /s  {(double)allocated / rounds / count,10:N0} B{(unit.Length > 0 ? $"  a {unit}" : "")}"));
    }

    private static (long Rounds, TimeSpan Elapsed) Run(Action action, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        long rounds = 0;
        do
        {
            action();
            rounds++;
        }
        while (clock.Elapsed < time);

        return (rounds, clock.Elapsed);
    }

    private static string Text(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0} ns"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.0} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.00} ms"),
    };
}
