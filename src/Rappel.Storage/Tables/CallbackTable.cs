using Rappel.Core.Calls;
using Rappel.Core.Callbacks;

namespace Rappel.Storage.Tables;

internal sealed class CallbackTable : ITable<CallbackRequest>
{
    public static string Name => "callback";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "id"];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "id", "revision", "status", "is_final", "queue", "terms", "number", "trunk", "time_zone", "caller_id", "language",
        "customer_name", "inbound_queue", "origin", "interaction_id", "parent_id", "place", "requested_at", "expires_at", "due_at",
        "attempts_used", "attempts_begun", "current_attempt", "trunk_failures", "agent", "last_outcome", "ended_at", "end_reason", "variables",
        "handling", "machines_met", "told_wait", "promise_error",
    ];

    /// <summary>A late write of an older state never undoes a newer one.</summary>
    public static string? Guard => "excluded.revision >= callback.revision";

    public static object?[] Values(CallbackRequest c) =>
    [
        c.Tenant.Value, c.Id.Value, c.Revision, Words.Of(c.Status), c.IsFinal, c.Terms.Queue, StoredJson.Write(c.Terms), c.Number, c.Trunk, c.TimeZone,
        c.CallerId, c.Language, c.CustomerName, c.InboundQueue, Words.Of(c.Origin), c.Interaction.Value, c.Parent?.Value, c.Place.UtcTicks,
        c.RequestedAt.UtcTicks, c.ExpiresAt.UtcTicks, c.DueAt?.UtcTicks, c.AttemptsUsed, c.AttemptsBegun, c.CurrentAttempt, c.TrunkFailures, c.Agent,
        c.LastOutcome is { } outcome ? Words.Of(outcome) : null, c.EndedAt?.UtcTicks, c.EndReason, StoredJson.Write(c.Variables),
        StoredJson.Write(c.Handling), c.MachinesMet, c.ToldWait, c.PromiseError,
    ];

    public static CallbackRequest Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct
    {
        var tenant = new TenantId(row.Text());
        var id = new CallbackId(row.Long());
        var revision = row.Long();
        var status = row.Word<CallbackStatus>();
        row.Skip(); // is_final follows from the status,
        row.Skip(); // and queue from the terms: both are there for indexes.
        return new CallbackRequest(
            id, tenant, revision, status,
            Terms: row.Meaning(StoredJson.ReadTerms),
            Number: row.Text(),
            Trunk: row.TextOrNull(),
            TimeZone: row.TextOrNull(),
            CallerId: row.Text(),
            Language: row.Text(),
            CustomerName: row.TextOrNull(),
            InboundQueue: row.TextOrNull(),
            Origin: row.Word<CallbackOrigin>(),
            Interaction: new InteractionId(row.Long()),
            Parent: row.LongOrNull() is { } parent ? new InteractionId(parent) : null,
            Place: row.Moment(),
            RequestedAt: row.Moment(),
            ExpiresAt: row.Moment(),
            DueAt: row.MomentOrNull(),
            AttemptsUsed: row.Int(),
            AttemptsBegun: row.Int(),
            CurrentAttempt: row.IntOrNull(),
            TrunkFailures: row.Int(),
            Agent: row.TextOrNull(),
            LastOutcome: row.WordOrNull<AttemptOutcome>(),
            EndedAt: row.MomentOrNull(),
            EndReason: row.TextOrNull(),
            Variables: row.Meaning(StoredJson.ReadPairs))
        {
            Handling = StoredJson.ReadHandling(row.TextOrNull()),
            MachinesMet = row.Int(),
            ToldWait = row.IntOrNull(),
            PromiseError = row.IntOrNull(),
        };
    }
}
