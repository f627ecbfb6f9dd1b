using System.Globalization;
using System.IO;

namespace Rappel.Acceptance.Chaos;

/// <summary>
/// What became of the promises: the store and the carrier's log are held against what callers heard and programs were answered. Nothing of the
/// server's own code takes part.
/// </summary>
internal sealed class Verdict
{
    /// <summary>From the engine's last look at the time to the carrier's log, on a busy machine.</summary>
    private static readonly long OnTheWay = TimeSpan.FromMilliseconds(250).Ticks;

    private readonly List<(string What, int Count, bool MustBeNone, List<string> Examples)> findings = [];

    public Verdict(StoreReading store, IReadOnlyList<string[]> promises, IReadOnlyList<string> promisedToSipp, IReadOnlyList<string[]> carrier, long stoppedAt)
    {
        Store = store;
        var calls = carrier.Where(l => l[1] == "INVITE").ToList();
        var failed = carrier.Where(l => l[1] == "503").Select(l => l[2]).ToHashSet();
        Accepted = promises.Count + promisedToSipp.Count;
        Rung = calls.Count;
        MustBeNone("accepted requests lost", Lost(promises, promisedToSipp));
        var (twice, late) = Calls(calls);
        MustBeNone("attempts rung twice", twice);
        MustBeNone("dialled after expiry", late);
        MustBeNone("requests rung more often than promised", TooOften(calls.Where(c => !failed.Contains(c[2]))));
        MustBeNone("duplicates open", Store.Requests.Values.Where(r => !r.IsFinal).GroupBy(r => (r.Queue, r.Number)).Where(g => g.Count() > 1).Select(g => g.Key.Number));
        MustBeNone("requests in no sane state", NotSane(stoppedAt));
        MustBeNone("damage in the store", Store.Damage);
    }

    public StoreReading Store { get; }

    public int Accepted { get; }

    public int Rung { get; }

    public bool IsGood => findings.TrueForAll(f => !f.MustBeNone || f.Count == 0);

    public void MustBeNone(string what, IEnumerable<string> examples)
    {
        var all = examples.ToList();
        findings.Add((what, all.Count, true, all));
    }

    public void Tell(string what, int count) => findings.Add((what, count, false, []));

    public void Print(TextWriter output)
    {
        foreach (var (what, count, mustBeNone, examples) in findings)
        {
            output.WriteLine($"{what}: {count}");
            foreach (var example in examples.Take(mustBeNone ? 10 : 0))
            {
                output.WriteLine($"    {example}");
            }
        }
    }

    private IEnumerable<string> Lost(IReadOnlyList<string[]> promises, IReadOnlyList<string> promisedToSipp)
    {
        var numbers = Store.Requests.Values.Select(r => r.Number).ToHashSet();
        var lost = promises.Where(p => p[1] == "heard").Select(p => p[2]).Concat(promisedToSipp).Where(number => !numbers.Contains(number));
        var answered = promises.Where(p => p[1] == "answered")
            .Where(p => Store.Requests.GetValueOrDefault(long.Parse(p[3].AsSpan(3), CultureInfo.InvariantCulture))?.Number != p[2]).Select(p => $"{p[3]} {p[2]}");
        return lost.Concat(answered);
    }

    /// <summary>Each call belongs to the attempt that was the last to ring that number then; it must be on disk, and have no other call.</summary>
    private (List<string> Twice, List<string> Late) Calls(List<string[]> calls)
    {
        var attempts = Store.Attempts.Where(a => a.RungAt is not null).ToLookup(a => Store.Requests[a.Request].Number);
        var taken = new HashSet<(long, int)>();
        List<string> twice = [], late = [];
        foreach (var call in calls)
        {
            var at = long.Parse(call[0], CultureInfo.InvariantCulture);
            var words = $"{call[3]} at {new DateTime(at, DateTimeKind.Utc):HH:mm:ss.fff} ({call[2]})";
            var attempt = attempts[call[3]].Where(a => a.RungAt <= at).MaxBy(a => a.RungAt);
            if (attempt is null)
            {
                twice.Add($"{words}: without an attempt on disk");
            }
            else if (!taken.Add((attempt.Request, attempt.Serial)))
            {
                twice.Add($"{words}: cb-{attempt.Request} attempt {attempt.Serial} had rung already");
            }

            if (attempt is not null && at >= Store.Requests[attempt.Request].ExpiresAt + OnTheWay)
            {
                late.Add($"{words}: cb-{attempt.Request} expired {(at - Store.Requests[attempt.Request].ExpiresAt) / TimeSpan.TicksPerMillisecond} ms before");
            }
        }

        return (twice, late);
    }

    // By number: the second request of one comes after the end of the first.
    private IEnumerable<string> TooOften(IEnumerable<string[]> calls)
    {
        var requests = Store.Requests.Values.GroupBy(r => r.Number).ToDictionary(g => g.Key, g => g.Count());
        return calls.GroupBy(c => c[3]).Where(g => g.Count() > requests.GetValueOrDefault(g.Key) * ChaosConfiguration.Attempts).Select(g => $"{g.Key}: {g.Count()} times");
    }

    private IEnumerable<string> NotSane(long stoppedAt)
    {
        var open = Store.Attempts.Where(a => a.Outcome is null).ToLookup(a => a.Request);
        foreach (var request in Store.Requests.Values)
        {
            var wrong = request switch
            {
                { IsFinal: true, EndedAt: null } or { IsFinal: false, EndedAt: not null } => "ended and not",
                { IsFinal: false, Status: not ("waiting" or "delayed") } => "in flight after the server has ended",
                { IsFinal: false } when request.ExpiresAt < stoppedAt - TimeSpan.FromSeconds(3).Ticks => "open after its expiry",
                { AttemptsUsed: > ChaosConfiguration.Attempts } => $"{request.AttemptsUsed} attempts used",
                _ when open[request.Id].Any(a => a.Serial != request.CurrentAttempt) => "an attempt without an end",
                _ => null,
            };
            if (wrong is not null)
            {
                yield return $"cb-{request.Id} {request.Status}: {wrong}";
            }
        }
    }
}
