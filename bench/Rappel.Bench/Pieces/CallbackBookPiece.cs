using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Bench.Pieces;

/// <summary>A callback from its request to its end while so many others are pending: requested, offered, accepted, rung, connected, over.</summary>
public class CallbackBookPiece
{
    private const int Inputs = 6;
    private static readonly CallbackTerms Terms = new(
        "callbacks", null, "north-america", Attempts: 3, RetryDelay: TimeSpan.FromMinutes(5), CancelAfter: TimeSpan.FromHours(72),
        RingTime: TimeSpan.FromSeconds(30), AgentNoAnswerUsesAttempt: true);

    private readonly CallbackBook _book = new();
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private string[] _numbers = [];
    private long _last;

    [Params(100, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _numbers = [.. Enumerable.Range(0, Pending + 1).Select(i => $"+1514{5_550_000 + i}")];
        for (var i = 0; i < Pending; i++)
        {
            Ask();
        }
    }

    /// <summary>The oldest is served, as in life; its number is free again for the next request but one.</summary>
    [Benchmark(Description = "Callbacks: one input of a callback's life, {0} pending", OperationsPerInvoke = Inputs)]
    public int Live()
    {
        // Slow enough that none of them ever expires: the book is as full at the end as at the beginning.
        _now += TimeSpan.FromTicks(1);
        Ask();
        var id = new CallbackId(_last - Pending);
        _book.Handle(_now, new CallbackInput.OfferBegan(id, "1001"));
        _book.Handle(_now, new CallbackInput.OfferAccepted(id));
        _book.Handle(_now, new CallbackInput.RungCustomer(id));
        _book.Handle(_now, new CallbackInput.CustomerConnected(id));
        _book.Handle(_now, new CallbackInput.CallEnded(id));
        return Drain();
    }

    private void Ask()
    {
        var id = ++_last;
        _book.Handle(_now, new CallbackInput.Request(
            new CallbackId(id), new InteractionId(id), null, TenantId.Default, Terms, _numbers[id % _numbers.Length], "carrier", "America/Toronto",
            "+15145550100", "fr", null, "calls", CallbackOrigin.Script, _now, Pending + 1, ImmutableDictionary<string, string>.Empty));
        Drain();
    }

    private int Drain()
    {
        var count = 0;
        while (_book.TryTake(out var output))
        {
            count++;
            if (output is CallbackOutput.Refused or CallbackOutput.CommandRefused or CallbackOutput.AlreadyPending)
            {
                throw new InvalidOperationException($"{output}");
            }
        }

        return count;
    }
}
