using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Staging;

/// <summary>Bounded waits: a condition is looked at again and again, and given up after its time.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The first answer that is not null; null where none came in time.</summary>
    public static async Task<T?> For<T>(Func<Task<T?>> answer, TimeSpan within)
        where T : class
    {
        var clock = Stopwatch.StartNew();
        using var beat = new PeriodicTimer(Look);
        while (true)
        {
            if (await answer() is { } found)
            {
                return found;
            }

            if (clock.Elapsed > within)
            {
                return null;
            }

            await beat.WaitForNextTickAsync();
        }
    }

    public static async Task<bool> Until(Func<bool> holds, TimeSpan within) =>
        await For(() => Task.FromResult(holds() ? "yes" : null), within) is not null;

    /// <summary>Lets real time pass: only where the rule under test is about time.</summary>
    public static async Task Pass(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }
}
