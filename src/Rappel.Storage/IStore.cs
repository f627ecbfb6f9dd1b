using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage;

/// <summary>The durable store of one process. Writes come from one thread; reads may come from any.</summary>
public interface IStore : IConfigurationStore, IDisposable
{
    /// <summary>Writes all batches in one transaction and flushes it to disk. Throws <see cref="StoreException"/> where that fails; then nothing of it is written.</summary>
    void Apply(IReadOnlyList<Batch> batches);

    /// <summary>What the engine starts from.</summary>
    StoredState Load(TenantId tenant);

    /// <summary>Newest first, or as the filter orders.</summary>
    IReadOnlyList<CallbackRequest> FindCallbacks(TenantId tenant, CallbackFilter filter);

    CallbackRequest? GetCallback(TenantId tenant, CallbackId id);

    /// <summary>Requests waiting in the queue whose callers came before the moment. A store that cannot tell gives 0.</summary>
    int CountAhead(TenantId tenant, string queue, Instant place) => 0;

    /// <summary>In order of their serial.</summary>
    IReadOnlyList<CallbackAttempt> AttemptsOf(TenantId tenant, CallbackId id);

    /// <summary>In order of time.</summary>
    IReadOnlyList<JournalRow> JournalOf(TenantId tenant, string subject);

    /// <summary>Newest first.</summary>
    IReadOnlyList<InteractionRow> FindInteractions(TenantId tenant, int limit, long? beforeId);

    InteractionRow? GetInteraction(TenantId tenant, InteractionId id) =>
        FindInteractions(tenant, 1, id.Value + 1).FirstOrDefault(i => i.Id == id);

    /// <summary>Those whose parent it is, in order of their id. A store without links gives none.</summary>
    IReadOnlyList<InteractionRow> ChildrenOf(TenantId tenant, InteractionId parent) => [];

    /// <summary>What agents said about these; one about which nothing was said is not there.</summary>
    IReadOnlyDictionary<InteractionId, AfterCallRow> AfterCallsOf(TenantId tenant, IReadOnlyCollection<InteractionId> interactions);

    /// <summary>Newest first.</summary>
    IReadOnlyList<VoicemailRow> FindVoicemails(TenantId tenant, VoicemailFilter filter);

    VoicemailRow? GetVoicemail(TenantId tenant, InteractionId id);

    /// <summary>What this agent was offered since, oldest first, at most so many: a day of one agent.</summary>
    IReadOnlyList<OfferRow> OffersTo(TenantId tenant, string agent, Instant since, int limit);

    /// <summary>Changes of this agent's status since, oldest first, at most so many, and the last one before, which comes first.</summary>
    IReadOnlyList<JournalRow> StatusesOf(TenantId tenant, string agent, Instant since, int limit);

    IReadOnlyList<OfferRow> OffersOf(TenantId tenant, InteractionId interaction);

    /// <summary>A setting kept from first start (made-up secrets); null where absent.</summary>
    string? GetSetting(string name);

    void SetSetting(string name, string value);
}

/// <param name="Status">Null for any.</param>
/// <param name="Open">True for those not final only.</param>
/// <param name="Number">Exact, or a part of it.</param>
/// <param name="BeforeId">For paging: only ids below it.</param>
public sealed record CallbackFilter(CallbackStatus? Status, bool Open, string? Queue, string? Number, int Limit, long? BeforeId)
{
    /// <summary>A part of the customer's name; capitals count as small letters. Null for any.</summary>
    public string? Name { get; init; }

    /// <summary>Key of the agent who has it or had it last, or whom it is assigned to; null for any.</summary>
    public string? Agent { get; init; }

    /// <summary>True for open requests that are held only; false for those that are not; null for any.</summary>
    public bool? Held { get; init; }

    /// <summary>A part of the number, the name or a note, or the id; capitals count as small letters. Null for any.</summary>
    public string? Search { get; init; }

    /// <summary>Key of the queue that the caller waited in; null for any.</summary>
    public string? InboundQueue { get; init; }

    /// <summary>Null for newest first.</summary>
    public CallbackOrder? Order { get; init; }
}

/// <summary>Whose fault a failure of the store is.</summary>
public enum StoreFault
{
    /// <summary>The disk's, the file's, another program's: the same write may work later.</summary>
    Storage,

    /// <summary>The rows': they contradict each other or do not fit, and can never be written.</summary>
    Rows,
}

/// <summary>The store could not do what it was asked: full, read-only, damaged. The message says which and where.</summary>
public sealed class StoreException : Exception
{
    public StoreFault Fault { get; init; }

    public StoreException(string message, Exception inner) : base(message, inner)
    {
    }

    public StoreException(string message) : base(message)
    {
    }

    public StoreException()
    {
    }
}
