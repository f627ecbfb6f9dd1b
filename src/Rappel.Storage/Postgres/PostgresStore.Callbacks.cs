using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Storage.Postgres;

public sealed partial class PostgresStore
{
    private const string Held = "handling IS NOT NULL AND handling::json ->> 'heldBecause' IS NOT NULL";

    /// <summary>As the index <c>callback_open_in_line</c> has it.</summary>
    private const string LinePlace = "coalesce((handling::json ->> 'movedToTicks')::bigint, place)";

    /// <inheritdoc/>
    public IReadOnlyList<CallbackRequest> FindCallbacks(TenantId tenant, CallbackFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        Add(where, filter.BeforeId is not null, "id < @BeforeId");
        Add(where, filter.Status is not null, "status = @Status");
        Add(where, filter.Open, "NOT is_final");
        Add(where, filter.Queue is not null, "queue = @Queue");
        Add(where, filter.InboundQueue is not null, "inbound_queue = @InboundQueue");
        Add(where, !string.IsNullOrEmpty(filter.Number), "strpos(number, @Number) > 0");
        Add(where, !string.IsNullOrEmpty(filter.Name), Contains("customer_name", "@Name"));
        Add(where, filter.Agent is not null, "(agent = @Agent OR handling::json ->> 'assignedAgent' = @Agent)");
        Add(where, filter.Held is true, $"NOT is_final AND {Held}");
        Add(where, filter.Held is false, $"(is_final OR NOT ({Held}))");
        Add(where, !string.IsNullOrEmpty(filter.Search), Searched(filter.Search));
        Add(where, filter.Order?.After is not null, Beyond(filter.Order));
        return Read(connection => All<CallbackTable, CallbackRequest>(
            connection, $"{string.Join(" AND ", where)} ORDER BY {Sorted(filter.Order)} LIMIT @Limit", new
            {
                Tenant = tenant.Value,
                filter.BeforeId,
                Status = filter.Status is { } status ? Words.Of(status) : null,
                filter.Queue,
                filter.InboundQueue,
                filter.Number,
                filter.Name,
                filter.Agent,
                filter.Search,
                Digits = CallbackSearch.Digits(filter.Search),
                Id = CallbackSearch.IdOf(filter.Search),
                After = filter.Order?.After?.Value,
                AfterId = filter.Order?.After?.Id,
                Limit = Page(filter.Limit),
            }));
    }

    // The rules of Unicode, and not those of the language the database was made with: É is found by é everywhere.
    private static string Contains(string column, string part) =>
        $"strpos(lower({column} COLLATE \"und-x-icu\"), lower({part} COLLATE \"und-x-icu\")) > 0";

    private static string Searched(string? search) =>
        $"({(CallbackSearch.Digits(search) is null ? "" : "strpos(number, @Digits) > 0 OR ")}{(CallbackSearch.IdOf(search) is null ? "" : "id = @Id OR ")}"
        + $"{Contains("customer_name", "@Search")} OR (handling IS NOT NULL AND EXISTS (SELECT 1 FROM json_array_elements(handling::json -> 'notes') AS note "
        + $"WHERE {Contains("(note ->> 'text')", "@Search")})))";

    private static string Column(CallbackSort by) => by switch
    {
        CallbackSort.Place => LinePlace,
        CallbackSort.Asked => "requested_at",
        CallbackSort.Expires => "expires_at",
        CallbackSort.Due => $"coalesce(due_at, {CallbackOrder.Never})",
        _ => "attempts_used",
    };

    private static string Sorted(CallbackOrder? order) => order switch
    {
        null => "id DESC",
        { Descending: true } => $"{Column(order.By)} DESC, id DESC",
        _ => $"{Column(order.By)}, id",
    };

    private static string Beyond(CallbackOrder? order) =>
        order is null ? "" : $"({Column(order.By)}, id) {(order.Descending ? "<" : ">")} (@After, @AfterId)";

    private static void Add(List<string> where, bool wanted, string condition)
    {
        if (wanted)
        {
            where.Add(condition);
        }
    }
}
