using System.Collections.Immutable;
using System.IO;
using BenchmarkDotNet.Attributes;
using Rappel.Acceptance.Staging;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Storage.Sqlite;

namespace Rappel.Bench.Pieces;

/// <summary>
/// Callback requests made durable: each a batch of the rows the engine writes for one, all of a flush in one transaction and one flush of
/// the disk. The database lies in the checkout, on the disk a server's data folder would be on.
/// </summary>
public class StorePiece : IDisposable
{
    private static readonly Instant Moment = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private string _folder = "";
    private SqliteStore _store = null!;
    private long _last;

    [GlobalSetup]
    public void Open()
    {
        _folder = Path.Combine(Checkout.Root, "artifacts", "bench", $"store-{Guid.NewGuid():N}");
        _store = SqliteStore.Open(new SqliteStoreOptions(Path.Combine(_folder, "bench.db")));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _store?.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }

        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "Store: callback request, 1 in a flush", OperationsPerInvoke = 1)]
    public void One() => Flush(1);

    [Benchmark(Description = "Store: callback request, 10 in a flush", OperationsPerInvoke = 10)]
    public void Ten() => Flush(10);

    [Benchmark(Description = "Store: callback request, 100 in a flush", OperationsPerInvoke = 100)]
    public void Hundred() => Flush(100);

    private void Flush(int requests)
    {
        var batches = new Batch[requests];
        for (var i = 0; i < requests; i++)
        {
            batches[i] = Request(++_last);
        }

        _store.Apply(batches);
    }

    /// <summary>The request, its own interaction, the end of the inbound one, and the journal's line.</summary>
    private static Batch Request(long id)
    {
        var parent = new InteractionId(2 * id);
        var own = new InteractionId((2 * id) + 1);
        var callback = new CallbackRequest(
            new CallbackId(id), TenantId.Default, 1, CallbackStatus.Waiting,
            new CallbackTerms("callbacks", null, "north-america", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true),
            "+15145550177", "carrier", "America/Toronto", "+15145550100", "fr", null, "calls", CallbackOrigin.Script, own, parent, Moment, Moment,
            Moment.AddHours(4), null, 0, 0, null, 0, null, null, null, null, ImmutableDictionary<string, string>.Empty);
        var inbound = new InteractionRow(
            TenantId.Default, parent, InteractionKind.Inbound, null, "main", "calls", "+15145550177", "+15145550100", "fr", Moment, Moment, null, Moment,
            null, "diverted: callback", 240);
        return new Batch(id,
        [
            new StoreRow.OfCallback(callback), new StoreRow.OfInteraction(inbound),
            new StoreRow.OfInteraction(inbound with { Id = own, Kind = InteractionKind.Callback, Parent = parent, EndedAt = null, Outcome = null }),
            new StoreRow.OfJournal(new JournalRow(TenantId.Default, Moment, $"cb-{id}", "requested", null, null)),
        ]);
    }
}
