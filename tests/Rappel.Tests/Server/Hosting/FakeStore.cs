using System.Collections.Concurrent;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage;

namespace Rappel.Tests.Server.Hosting;

/// <summary>Keeps settings and batch numbers; fails while told to. What the hosting tests do not use is refused.</summary>
internal sealed class FakeStore : IStore
{
    private readonly ConcurrentDictionary<string, string> settings = new();

    public BlockingCollection<long[]> Applied { get; } = [];

    public BlockingCollection<int> Tried { get; } = [];

    public volatile bool Failing;

    /// <summary>The number of a batch whose rows it will never take.</summary>
    public long? Refused { get; set; }

    public void Apply(IReadOnlyList<Batch> batches)
    {
        Tried.Add(batches.Count);
        if (Failing)
        {
            throw new StoreException("the disk is full");
        }

        if (batches.Any(b => b.Number == Refused))
        {
            throw new StoreException("the rows contradict each other") { Fault = StoreFault.Rows };
        }

        Applied.Add([.. batches.Select(b => b.Number)]);
    }

    public string? GetSetting(string name) => settings.GetValueOrDefault(name);

    public void SetSetting(string name, string value) => settings[name] = value;

    public StoredState Load(TenantId tenant) => StoredState.Empty;

    public StoredConfiguration? LatestConfiguration(TenantId tenant) => null;

    public StoredConfiguration AddConfiguration(TenantId tenant, Instant at, string who, IReadOnlyDictionary<string, string> files) => new(1, at, who, files);

    public IReadOnlyList<CallbackRequest> FindCallbacks(TenantId tenant, CallbackFilter filter) => [];

    public CallbackRequest? GetCallback(TenantId tenant, CallbackId id) => null;

    public IReadOnlyList<CallbackAttempt> AttemptsOf(TenantId tenant, CallbackId id) => [];

    public IReadOnlyList<JournalRow> JournalOf(TenantId tenant, string subject) => [];

    public IReadOnlyList<InteractionRow> FindInteractions(TenantId tenant, int limit, long? beforeId) => [];

    public IReadOnlyList<OfferRow> OffersOf(TenantId tenant, InteractionId interaction) => [];

    public void Dispose()
    {
        Applied.Dispose();
        Tried.Dispose();
    }
}
