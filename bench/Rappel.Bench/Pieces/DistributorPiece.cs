using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Bench.Pieces;

/// <summary>
/// A busy floor: ten calls waiting for each agent, ten queues of five priorities, each agent in five of them. One operation: an agent's call
/// ends, the distributor picks the work and offers it, the agent accepts, and a new caller comes into that queue.
/// </summary>
public class DistributorPiece
{
    private const int Queues = 10;
    private const int WaitingForEach = 10;
    private readonly Queue<OfferId> _busy = new();
    private Distributor _floor = null!;
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private long _calls;

    [Params(10, 1000)]
    public int Agents { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _floor = new Distributor(Configuration(), 1);
        foreach (var agent in Keys())
        {
            _floor.Handle(_now, new AcdInput.ReachabilityChanged(agent, true));
            _floor.Handle(_now, new AcdInput.StatusRequested(agent, AgentStatus.Available));
        }

        for (var i = 0; i < Agents * (WaitingForEach + 1); i++)
        {
            Arrive($"q{i % Queues}");
            _ = TakeOffer();
        }
    }

    [Benchmark(Description = "ACD: agent free, work picked, offered, accepted, next caller in; {0} agents, 10 waiting each")]
    public string Decide()
    {
        _now += TimeSpan.FromMilliseconds(1);
        _floor.Handle(_now, new AcdInput.WorkEnded(_busy.Dequeue()));
        var queue = TakeOffer() ?? throw new InvalidOperationException("nothing was offered");
        Arrive(queue);
        _ = TakeOffer();
        return queue;
    }

    private void Arrive(string queue) =>
        _floor.Handle(_now, new AcdInput.WorkArrived(new WorkItem(new WorkId(WorkKind.LiveCall, ++_calls), queue, _now, true)));

    /// <summary>Accepts what is offered; the queue of it, null for nothing.</summary>
    private string? TakeOffer()
    {
        string? queue = null;
        while (_floor.TryTake(out var output))
        {
            if (output is AcdOutput.OfferMade made)
            {
                queue = made.Work.Queue;
                _busy.Enqueue(made.Offer);
                _floor.Handle(_now, new AcdInput.OfferAnswered(made.Offer, OfferOutcome.Accepted));
            }
        }

        return queue;
    }

    private IEnumerable<string> Keys() => Enumerable.Range(1000, Agents).Select(i => $"{i}");

    private ConfigurationSnapshot Configuration()
    {
        var queues = Enumerable.Range(0, Queues).Select(q => new InboundQueueSnapshot(
            $"q{q}", $"q{q}", 1 + (q / 2), [.. Keys().Where((_, i) => (i + q) % Queues < 5).Select((a, i) => new QueueMember(a, 1 + (i % 10), true))], null,
            TimeSpan.Zero, null, null, null, 10_000, TimeSpan.FromHours(1), TimeSpan.FromSeconds(20), 80, null));
        return new ConfigurationSnapshot(
            1, TenantId.Default, "Bench", "en", ImmutableDictionary<string, TrunkSnapshot>.Empty, ImmutableDictionary<string, ChannelSnapshot>.Empty,
            queues.ToImmutableDictionary(q => q.Key), ImmutableDictionary<string, OutboundQueueSnapshot>.Empty,
            ImmutableDictionary<string, VoicemailQueueSnapshot>.Empty,
            Keys().ToImmutableDictionary(a => a, a => new AgentSnapshot(a, a, "secret", TimeSpan.FromSeconds(20), true, null, "en")),
            ImmutableDictionary<string, DialPlanSnapshot>.Empty, ImmutableDictionary<string, ScheduleSnapshot>.Empty,
            ImmutableDictionary<string, ScriptSnapshot>.Empty, ImmutableDictionary<string, PromptSnapshot>.Empty);
    }
}
