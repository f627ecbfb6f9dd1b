using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Rappel.Bench.Backlog;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Bench.Pieces;

/// <summary>
/// What one decision costs while so many callbacks and calls wait for so many agents. Ten outbound queues, each paired with an inbound
/// one, all of one priority; each agent serves five of both. Every agent is busy.
/// </summary>
public class BacklogPiece
{
    private const int Queues = BacklogRows.Queues;
    private const int QueuesAnAgent = 5;

    private readonly Queue<OfferId> _busy = new();
    private CallbackBook _book = null!;
    private Distributor _floor = null!;
    private BacklogRows _rows = null!;
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private int _pending;
    private int _agents;
    private bool _inBook;
    private long _calls;
    private long _asked;

    /// <summary>Callbacks pending, calls waiting, agents.</summary>
    [Params("1000 / 10 / 10", "32000 / 10 / 10", "1000000 / 10 / 10", "10 / 1000 / 10", "10 / 100000 / 10", "1000 / 10 / 10000", "1000000 / 10000 / 10000")]
    public string Size { get; set; } = "";

    [GlobalSetup(Target = nameof(Decide))]
    public void Fill() => Fill(inBook: false);

    [GlobalSetup(Target = nameof(DecideAndFollow))]
    public void FillBook() => Fill(inBook: true);

    private void Fill(bool inBook)
    {
        _inBook = inBook;
        var sizes = Size.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        (_pending, _agents) = (sizes[0], sizes[2]);
        _rows = new BacklogRows(_now, delayed: false);
        _book = new CallbackBook();
        _floor = new Distributor(Configuration(), 1);
        _asked = _pending;
        _book.Restore(_now, Enumerable.Range(1, _pending).Select(n => _rows.Request(n, _pending)).ToList(), []);
        Follow();
        for (var i = 0; i < sizes[1]; i++)
        {
            Call($"calls-{i % Queues}");
        }

        foreach (var agent in Keys())
        {
            _floor.Handle(_now, new AcdInput.ReachabilityChanged(agent, true));
            _floor.Handle(_now, new AcdInput.StatusRequested(agent, AgentStatus.Available));
            Follow();
        }
    }

    /// <summary>An agent is free, the first of all that waits is picked for that agent, offered and accepted, and another comes in.</summary>
    [Benchmark(Description = "Decision; {0} callbacks / calls / agents")]
    public void Decide() => Next();

    /// <summary>The same, and where it is a callback its whole life in the book, and the next request.</summary>
    [Benchmark(Description = "Decision and all that follows in the book; {0} callbacks / calls / agents")]
    public void DecideAndFollow() => Next();

    private void Next()
    {
        _now += TimeSpan.FromTicks(1);
        _floor.Handle(_now, new AcdInput.WorkEnded(_busy.Dequeue()));
        Follow();
    }

    /// <summary>Every accepted offer makes room in its line, and another comes in: as many wait as before.</summary>
    private void Follow()
    {
        while (true)
        {
            if (_floor.TryTake(out var decided))
            {
                if (decided is AcdOutput.OfferMade made)
                {
                    Accept(made);
                }
            }
            else if (_book.TryTake(out var told))
            {
                if (told is CallbackOutput.EnteredLine { Request: var request })
                {
                    _floor.Handle(_now, new AcdInput.WorkArrived(
                        new WorkItem(new WorkId(WorkKind.Callback, request.Id.Value), request.Terms.Queue, request.LinePlace, true)));
                }
                else if (told is CallbackOutput.Refused or CallbackOutput.CommandRefused or CallbackOutput.AlreadyPending)
                {
                    throw new InvalidOperationException($"{told}");
                }
            }
            else
            {
                return;
            }
        }
    }

    private void Accept(AcdOutput.OfferMade made)
    {
        _busy.Enqueue(made.Offer);
        if (made.Work.Id.Kind == WorkKind.LiveCall)
        {
            _floor.Handle(_now, new AcdInput.OfferAnswered(made.Offer, OfferOutcome.Accepted));
            Call(made.Work.Queue);
            return;
        }

        if (!_inBook)
        {
            _floor.Handle(_now, new AcdInput.OfferAnswered(made.Offer, OfferOutcome.Accepted));
            _floor.Handle(_now, new AcdInput.WorkArrived(made.Work with { Id = new WorkId(WorkKind.Callback, ++_asked), Place = _now }));
            return;
        }

        var id = new CallbackId(made.Work.Id.Value);
        _book.Handle(_now, new CallbackInput.OfferBegan(id, made.Agent));
        _floor.Handle(_now, new AcdInput.OfferAnswered(made.Offer, OfferOutcome.Accepted));
        _book.Handle(_now, new CallbackInput.OfferAccepted(id));
        _book.Handle(_now, new CallbackInput.CustomerConnected(id));
        _book.Handle(_now, new CallbackInput.CallEnded(id));
        var next = _rows.Request((int)++_asked, _pending);
        _book.Handle(_now, new CallbackInput.Request(
            next.Id, next.Interaction, next.Parent, next.Tenant, next.Terms, next.Number, next.Trunk, next.TimeZone, next.CallerId, next.Language, null,
            next.InboundQueue, next.Origin, _now, int.MaxValue, next.Variables));
    }

    private void Call(string queue) =>
        _floor.Handle(_now, new AcdInput.WorkArrived(new WorkItem(new WorkId(WorkKind.LiveCall, ++_calls), queue, _now, true)));

    private IEnumerable<string> Keys() => Enumerable.Range(10_000, _agents).Select(i => $"{i}");

    private ImmutableArray<QueueMember> Members(int queue) =>
        [.. Keys().Where((_, i) => (i + queue) % Queues < QueuesAnAgent).Select((a, i) => new QueueMember(a, 1 + (i % 10), true))];

    private ConfigurationSnapshot Configuration()
    {
        var calls = Enumerable.Range(0, Queues).Select(q => new InboundQueueSnapshot(
            $"calls-{q}", $"calls-{q}", 5, Members(q), null, TimeSpan.Zero, null, null, null, 1_000_000, TimeSpan.FromHours(1), TimeSpan.FromSeconds(20), 80,
            $"callbacks-{q}"));
        var callbacks = Enumerable.Range(0, Queues).Select(q => new OutboundQueueSnapshot(
            $"callbacks-{q}", $"callbacks-{q}", 5, Members(q), TimeSpan.Zero, null, null, 1_000_000));
        return new ConfigurationSnapshot(
            1, TenantId.Default, "Bench", "en", ImmutableDictionary<string, TrunkSnapshot>.Empty, ImmutableDictionary<string, ChannelSnapshot>.Empty,
            calls.ToImmutableDictionary(q => q.Key), callbacks.ToImmutableDictionary(q => q.Key),
            ImmutableDictionary<string, VoicemailQueueSnapshot>.Empty,
            Keys().ToImmutableDictionary(a => a, a => new AgentSnapshot(a, a, "secret", TimeSpan.FromSeconds(20), true, null, "en")),
            ImmutableDictionary<string, DialPlanSnapshot>.Empty, ImmutableDictionary<string, ScheduleSnapshot>.Empty,
            ImmutableDictionary<string, ScriptSnapshot>.Empty, ImmutableDictionary<string, PromptSnapshot>.Empty);
    }
}
