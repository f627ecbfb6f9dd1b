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

    public IReadOnlyList<VoicemailRow> FindVoicemails(TenantId tenant, VoicemailFilter filter) => throw new NotSupportedException();

    public VoicemailRow? GetVoicemail(TenantId tenant, InteractionId id) => throw new NotSupportedException();

    public IReadOnlyList<OfferRow> OffersTo(TenantId tenant, string agent, Instant since, int limit) => throw new NotSupportedException();

    public IReadOnlyList<JournalRow> StatusesOf(TenantId tenant, string agent, Instant since, int limit) => throw new NotSupportedException();

    public IReadOnlyDictionary<InteractionId, AfterCallRow> AfterCallsOf(TenantId tenant, IReadOnlyCollection<InteractionId> interactions) =>
        throw new NotSupportedException();

    public string? GetSetting(string name) => settings.GetValueOrDefault(name);

    public void SetSetting(string name, string value) => settings[name] = value;

    public StoredState Load(TenantId tenant) => StoredState.Empty;

    public ConfigurationVersion? LatestVersion(TenantId tenant, ConfigurationOrigin? origin = null) => null;

    public ConfigurationVersion? GetVersion(TenantId tenant, long number) => null;

    public IReadOnlyList<ConfigurationVersion> FindVersions(TenantId tenant, int limit, long? before) => [];

    public FileTable FilesOf(TenantId tenant, long version) => FileTable.Empty;

    public ConfigurationVersion AddVersion(TenantId tenant, NewVersion version, bool endDraft) => throw new NotSupportedException();

    public ConfigurationDraft? GetDraft(TenantId tenant) => null;

    public void KeepDraft(TenantId tenant, ConfigurationDraft draft) => throw new NotSupportedException();

    public void DropDraft(TenantId tenant) => throw new NotSupportedException();

    public void AddContents(TenantId tenant, IReadOnlyCollection<ReadOnlyMemory<byte>> contents) => throw new NotSupportedException();

    public byte[]? ReadContent(TenantId tenant, ContentHash hash) => null;

    public (long Size, byte[] Head)? ReadHead(TenantId tenant, ContentHash hash, int bytes) => null;

    public void SweepContents(TenantId tenant) => throw new NotSupportedException();

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
