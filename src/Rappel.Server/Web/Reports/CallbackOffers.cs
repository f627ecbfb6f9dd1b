using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>What scripts did to offer callbacks, by outbound queue: from the paths of callers, and the Callback objects of the configuration as
/// it is now.</summary>
internal sealed class CallbackOffers(IReportStore store, ConfigurationSnapshot configuration)
{
    /// <summary>How many counters there are, after those of <see cref="RollupTable.Callbacks"/>.</summary>
    public const int Counters = 4;

    private static readonly int First = RollupTable.Callbacks.Counters.Count;

    /// <summary>Callers who came to a question that leads to a callback.</summary>
    public static int Offered => First;

    /// <summary>Callers who came to the Callback object.</summary>
    public static int Asked => First + 1;

    public static int AlreadyPending => First + 2;

    public static int Refused => First + 3;

    public Dictionary<(int Interval, string Queue), long[]> Of(ReportRequest request)
    {
        var found = new Dictionary<(int, string), long[]>();
        foreach (var script in configuration.Scripts.Values)
        {
            var places = Places(script).Where(p => request.Filter("queue") is not { } only || p.Queue == only).ToLookup(p => (p.Path, p.Kind, p.Word));
            if (places.Count == 0)
            {
                continue;
            }

            var sums = store.Sum(configuration.Tenant, new RollupQuery(
                RollupTable.Scripts, request.Ranges, ["path", "kind", "word"], [new("script", script.Key)], int.MaxValue));
            foreach (var sum in sums)
            {
                foreach (var place in places[(sum.Keys[0], sum.Keys[1], sum.Keys[2])])
                {
                    var key = (sum.Interval, place.Queue);
                    if (!found.TryGetValue(key, out var counters))
                    {
                        found.Add(key, counters = new long[Counters]);
                    }

                    // Who is asked to confirm was asked before: of several questions on the way, the one with the most callers was the offer.
                    ref var counter = ref counters[place.Counter - First];
                    counter = place.Counter == Offered ? Math.Max(counter, sum.Counters[(int)ScriptCount.Callers]) : counter + sum.Counters[(int)ScriptCount.Callers];
                }
            }
        }

        return found;
    }

    private static IEnumerable<Place> Places(ScriptSnapshot script)
    {
        var objects = ScriptTree.All(script).ToList();
        foreach (var callback in objects.OfType<CallbackObject>())
        {
            var queue = callback.Terms.Queue;
            yield return new Place(callback.Path, "entered", "", queue, Asked);
            yield return new Place(callback.Path, "exit", ScriptExits.AlreadyPending, queue, AlreadyPending);
            yield return new Place(callback.Path, "exit", ScriptExits.Refused, queue, Refused);
        }

        foreach (var queue in objects.OfType<CallbackObject>().Select(c => c.Terms.Queue).Distinct())
        {
            foreach (var part in new[] { script.Main, script.InQueue })
            {
                foreach (var question in new ScriptReach(part).QuestionsBefore(queue))
                {
                    yield return new Place(question.Path, "entered", "", queue, Offered);
                }
            }
        }
    }

    private readonly record struct Place(string Path, string Kind, string Word, string Queue, int Counter);
}
