using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>Plays stretches on as many threads as there are cores. What comes out does not depend on which thread played what.</summary>
internal sealed class Campaign
{
    /// <summary>A long run is cut into stretches of at most this many hours: they are independent, so memory stays bounded and every core has work.</summary>
    private const double LongestStretch = 250;

    /// <summary>A stretch that handles no event in this time of the real clock will never end.</summary>
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(60);

    private readonly Dictionary<int, Stretch> _playing = [];
    private readonly Dictionary<int, (Stretch Stretch, long Events)> _seen = [];
    private readonly Lock _lock = new();

    /// <summary>One seed and many hours as stretches, each with a seed of its own.</summary>
    public static IReadOnlyList<StretchOptions> Split(SimOptions options)
    {
        var count = (int)Math.Ceiling(options.Hours / LongestStretch);
        var seeds = new SimRandom(options.Seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
                new StretchOptions(count == 1 ? options.Seed : seeds.Next() >> 32, options.Hours / count, options.CallsPerHour, options.Log)),
        ];
    }

    public StretchResult[] Play(IReadOnlyList<StretchOptions> stretches)
    {
        var results = new StretchResult[stretches.Count];
        var next = -1;
        using var watch = new Timer(_ => LookForStuck(), null, Hopeless, Hopeless);
        var threads = Enumerable.Range(0, Math.Min(Environment.ProcessorCount, stretches.Count)).Select(_ => new Thread(() =>
        {
            for (var i = Interlocked.Increment(ref next); i < stretches.Count; i = Interlocked.Increment(ref next))
            {
                results[i] = Play(i, stretches[i]);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return results;
    }

    /// <summary>New stretches, one seed after the other, until the time is up.</summary>
    public IReadOnlyList<StretchResult> PlayFor(TimeSpan time, Func<long, StretchOptions> stretch)
    {
        var all = new List<StretchResult>();
        var watch = Stopwatch.StartNew();
        for (var batch = 0L; watch.Elapsed < time; batch++)
        {
            var first = batch * Environment.ProcessorCount;
            all.AddRange(Play([.. Enumerable.Range(0, Environment.ProcessorCount).Select(i => stretch(first + i))]));
        }

        return all;
    }

    private StretchResult Play(int number, StretchOptions options)
    {
        var stretch = new Stretch(options);
        lock (_lock)
        {
            _playing[number] = stretch;
        }

        var result = PlayToTheEnd(stretch);
        lock (_lock)
        {
            _playing.Remove(number);
            _seen.Remove(number);
        }

        return result;
    }

    [SuppressMessage("Design", "CA1031", Justification = "What the engine throws at its start is found in this stretch alone, and has a line that replays it.")]
    private static StretchResult PlayToTheEnd(Stretch stretch)
    {
        try
        {
            return stretch.Play();
        }
        catch (Exception thrown)
        {
            return new StretchResult(stretch.Options, 0, 0, stretch.Events, [], [new Violation(stretch.Now, "exception", thrown.ToString())], 0);
        }
    }

    /// <summary>An engine that spins inside one turn cannot be stopped from outside: say so, and end the process.</summary>
    private void LookForStuck()
    {
        lock (_lock)
        {
            foreach (var (number, stretch) in _playing)
            {
                if (_seen.TryGetValue(number, out var seen) && seen.Stretch == stretch && seen.Events == stretch.Events)
                {
                    Console.WriteLine($"VIOLATION stuck: the engine has not come back from one turn for {Hopeless.TotalSeconds:0} s");
                    Console.WriteLine("violations: 1");
                    Console.WriteLine($"replay: {stretch.Options.Replay}");
                    Environment.Exit(1);
                }

                _seen[number] = (stretch, stretch.Events);
            }
        }
    }
}
