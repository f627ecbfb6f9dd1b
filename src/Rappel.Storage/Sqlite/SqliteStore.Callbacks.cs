using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string Handling = "json_extract(handling, ";

    /// <summary>As the index <c>callback_open_in_line</c> has it.</summary>
    private const string LinePlace = $"coalesce({Handling}'$.movedToTicks'), place)";

    /// <inheritdoc/>
    public IReadOnlyList<CallbackRequest> FindCallbacks(TenantId tenant, CallbackFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        Add(where, filter.BeforeId is not null, "id < @BeforeId");
        Add(where, filter.Status is not null, "status = @Status");
        Add(where, filter.Open, "is_final = 0");
        Add(where, filter.Queue is not null, "queue = @Queue");
        Add(where, filter.InboundQueue is not null, "inbound_queue = @InboundQueue");
        Add(where, !string.IsNullOrEmpty(filter.Number), "instr(number, @Number) > 0");
        Add(where, !string.IsNullOrEmpty(filter.Name), $"instr({NameFolding.Function}(customer_name), @Name) > 0");
        Add(where, filter.Agent is not null, $"(agent = @Agent OR {Handling}'$.assignedAgent') = @Agent)");
        Add(where, filter.Held is true, $"is_final = 0 AND handling IS NOT NULL AND {Handling}'$.heldBecause') IS NOT NULL");
        Add(where, filter.Held is false, $"(is_final = 1 OR handling IS NULL OR {Handling}'$.heldBecause') IS NULL)");
        Add(where, !string.IsNullOrEmpty(filter.Search), Searched(filter.Search));
        Add(where, filter.Order?.After is not null, Beyond(filter.Order));
        return Read(connection =>
        {
            NameFolding.Add(connection);
            return All<CallbackTable, CallbackRequest>(connection, $"{string.Join(" AND ", where)} ORDER BY {Sorted(filter.Order)} LIMIT @Limit", new
            {
                Tenant = tenant.Value,
                filter.BeforeId,
                Status = filter.Status is { } status ? Words.Of(status) : null,
                filter.Queue,
                filter.InboundQueue,
                filter.Number,
                Name = filter.Name is { } name ? NameFolding.Fold(name) : null,
                filter.Agent,
                Search = filter.Search is { } search ? NameFolding.Fold(search) : null,
                Digits = CallbackSearch.Digits(filter.Search),
                Id = CallbackSearch.IdOf(filter.Search),
                After = filter.Order?.After?.Value,
                AfterId = filter.Order?.After?.Id,
                Limit = Page(filter.Limit),
            });
        });
    }

    private static string Searched(string? search) =>
        $"({(CallbackSearch.Digits(search) is null ? "" : "instr(number, @Digits) > 0 OR ")}{(CallbackSearch.IdOf(search) is null ? "" : "id = @Id OR ")}"
        + $"instr({NameFolding.Function}(customer_name), @Search) > 0 OR (handling IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(handling, '$.notes') AS note "
        + $"WHERE instr({NameFolding.Function}(json_extract(note.value, '$.text')), @Search) > 0)))";

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
