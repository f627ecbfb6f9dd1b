using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Queries;

/// <summary>What reports ask. Any member may be called from any thread; all throw <see cref="StoreException"/>.</summary>
public interface IReportStore
{
    /// <summary>Counts added up by interval and keys, in that order. Intervals without counts are left out.</summary>
    IReadOnlyList<RollupSum> Sum(TenantId tenant, RollupQuery query);

    /// <summary>Requests whose customer talked to an agent, by the moment of the request, which is from <paramref name="from"/> on and before
    /// <paramref name="to"/>. Exact: from the records themselves.</summary>
    /// <param name="queue">An outbound queue; null for all.</param>
    IReadOnlyList<ConnectedCallback> ConnectedCallbacks(TenantId tenant, Instant from, Instant to, string? queue);

    /// <summary>Newest first, by their beginning.</summary>
    IReadOnlyList<InteractionRow> FindInteractions(TenantId tenant, InteractionFilter filter);

    /// <summary>Earlier stays in queues of one call, in order of time.</summary>
    IReadOnlyList<QueueStayRow> StaysOf(TenantId tenant, InteractionId interaction);

    /// <summary>The request whose own record the interaction is; null where it is none's.</summary>
    CallbackRequest? CallbackOf(TenantId tenant, InteractionId interaction);

    /// <summary>The status every agent has now, and since when.</summary>
    IReadOnlyList<AgentRow> AgentStatuses(TenantId tenant);
}
