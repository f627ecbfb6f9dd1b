using Rappel.Engine.Admission;

namespace Rappel.Tests.Engine.Admission;

/// <summary>What a call costs of a processor, in milliseconds.</summary>
/// <param name="Begin">In the engine, when it comes.</param>
/// <param name="End">In the engine, when it ends.</param>
/// <param name="Audio">In the media thread, over all its time.</param>
internal sealed record CallCost(double Begin, double End, double Audio, double Seconds)
{
    /// <summary>Half a millisecond at once, the other half later: about 1,000 calls a second fill the core.</summary>
    public static readonly CallCost Short = new(0.35, 0.15, 0.5, 2);
}

/// <summary>
/// One core under calls, in steps of 2 ms: the media thread takes what it needs, refusals a little, and the engine has the rest, with a queue before it.
/// Refusals and what the calls cost later cannot be held back, which is what makes the rate hard to find.
/// </summary>
internal sealed class LoadedCore(CallCost cost)
{
    private const double Step = 0.002;
    private const double RefusalMilliseconds = 0.01;

    private readonly AdmissionControl control = new(Instant.UnixEpoch);
    private readonly Dictionary<long, int> ends = [];
    private readonly Random random = new(1);
    private long steps;
    private double queued;
    private double due;
    private int active;
    private double shortest = double.MaxValue;
    private double used;

    public AdmissionControl Control => control;

    /// <summary>Of the calls taken and refused in each second so far.</summary>
    public List<(int Taken, int Refused)> Seconds { get; } = [];

    /// <summary>The longest that anything waited for the engine in each of those seconds, in milliseconds.</summary>
    public List<double> Lags { get; } = [];

    /// <summary>What else the readings say.</summary>
    public Func<double, LoadReading> Others { get; set; } = _ => default;

    private double Now => steps * Step;

    /// <summary>Share of the core that the engine is left.</summary>
    private double Rest => Math.Max(0.02, 1 - (active * cost.Audio / cost.Seconds / 1000));

    private double Lag => queued / Rest;

    /// <param name="rate">Calls a second, by the second.</param>
    public LoadedCore Run(double seconds, Func<double, double> rate)
    {
        for (var end = Now + seconds; Now < end - (Step / 2);)
        {
            One(rate(Now));
        }

        return this;
    }

    /// <summary>Calls taken a second from one second to another.</summary>
    public double TakenBetween(int from, int to) => Seconds.Skip(from).Take(to - from).Average(s => s.Taken);

    private void One(double rate)
    {
        if (steps % 500 == 0)
        {
            Seconds.Add(default);
            Lags.Add(0);
        }

        var spent = Come(rate);
        if (ends.Remove(steps, out var ended))
        {
            active -= ended;
            queued += ended * cost.End;
        }

        var left = Math.Max(0, ((1000 * Step) - spent) - (1000 * Step * (1 - Rest)));
        var served = Math.Min(queued, left);
        queued -= served;
        used += (1000 * Step) - left + served;
        shortest = Math.Min(shortest, Lag);
        Lags[^1] = Math.Max(Lags[^1], Lag);
        steps++;
        if (steps % 50 == 0)
        {
            Observe();
        }
    }

    /// <returns>Milliseconds spent on refusals.</returns>
    private double Come(double rate)
    {
        var spent = 0.0;
        for (due += rate * Step * 2 * random.NextDouble(); due >= 1; due--)
        {
            if (control.TryAdmit(At()))
            {
                Seconds[^1] = Seconds[^1] with { Taken = Seconds[^1].Taken + 1 };
                queued += cost.Begin;
                active++;
                var over = steps + (long)(cost.Seconds / Step);
                ends[over] = ends.GetValueOrDefault(over) + 1;
            }
            else
            {
                Seconds[^1] = Seconds[^1] with { Refused = Seconds[^1].Refused + 1 };
                spent += RefusalMilliseconds;
            }
        }

        return spent;
    }

    private void Observe()
    {
        control.Observe(At(), Others(Now) with
        {
            EngineLag = TimeSpan.FromMilliseconds(shortest),
            OldestInput = TimeSpan.FromMilliseconds(Lag),
            ProcessorShare = Math.Min(1, used / 100),
        });
        shortest = double.MaxValue;
        used = 0;
    }

    private Instant At() => Instant.UnixEpoch.AddSeconds(Now);
}
