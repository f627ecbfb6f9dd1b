using System.Collections.Immutable;
using System.Globalization;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Bench.Backlog;

/// <summary>
/// Pending requests as a busy centre leaves them: ten queues, two languages, three lengths of promise, two time zones, no two numbers the
/// same, one in four with an account number the caller typed, one in ten between attempts.
/// </summary>
internal sealed class BacklogRows(Instant newest, bool delayed = true)
{
    public const int Queues = 10;

    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(20);

    private static readonly CallbackTerms[] Terms =
    [
        .. from queue in Enumerable.Range(0, Queues)
           from hours in (int[])[48, 60, 72]
           select new CallbackTerms(
               $"callbacks-{queue}", null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(hours), TimeSpan.FromSeconds(30), true),
    ];

    private static readonly string[] Languages = ["fr", "en"];
    private static readonly string?[] TimeZones = ["America/Toronto", "America/Vancouver", null];

    /// <summary>The <paramref name="number"/>th of <paramref name="count"/>, the first the oldest.</summary>
    public CallbackRequest Request(int number, int count)
    {
        var requested = newest - (BetweenCalls * (count - number));
        var terms = Terms[number % Terms.Length];
        var waits = !delayed || number % 10 != 3;
        return new CallbackRequest(
            new CallbackId(number), TenantId.Default, waits ? 1 : 5, waits ? CallbackStatus.Waiting : CallbackStatus.Delayed, terms, Number(number),
            "carrier", TimeZones[number % TimeZones.Length], "+15145550100", Languages[number % Languages.Length], null, "calls", CallbackOrigin.Script,
            Own(number), new InteractionId((2L * number) - 1), requested - TimeSpan.FromMinutes(4), requested, requested + terms.CancelAfter,
            waits ? null : newest + TimeSpan.FromHours(1), waits ? 0 : 1, waits ? 0 : 1, null, 0, null,
            waits ? null : AttemptOutcome.RingNoAnswer, null, null,
            number % 4 == 0 ? ImmutableDictionary<string, string>.Empty.Add("customer.accountNumber", $"{700_000 + number}") : ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>What the engine writes when it takes a request: the request, both interactions, and the journal's line.</summary>
    public IEnumerable<StoreRow> Rows(int number, int count)
    {
        var request = Request(number, count);
        yield return new StoreRow.OfCallback(request);
        yield return new StoreRow.OfInteraction(new InteractionRow(
            request.Tenant, request.Parent!.Value, InteractionKind.Inbound, null, "main", "calls", request.Number, request.CallerId, request.Language,
            request.Place, request.Place, null, request.RequestedAt, null, "diverted: callback", 240));
        yield return new StoreRow.OfInteraction(new InteractionRow(
            request.Tenant, request.Interaction, InteractionKind.Callback, request.Parent, null, request.Terms.Queue, request.Number, request.CallerId,
            request.Language, request.RequestedAt, request.Place, null, null, null, null, null));
        yield return new StoreRow.OfJournal(new JournalRow(request.Tenant, request.RequestedAt, $"{request.Id}", "requested", null, null));
    }

    private static InteractionId Own(int number) => new(2L * number);

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"+1{4_162_000_000L + number}");
}
