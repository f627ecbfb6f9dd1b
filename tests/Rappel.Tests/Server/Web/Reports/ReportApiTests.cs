using System.Text.Json;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Reports;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web.Reports;

public sealed class ReportApiTests
{
    private static readonly Instant Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_queue_is_told_by_hour_with_shares_of_the_whole_in_the_totals()
    {
        await using var server = await ServerAsync();

        var report = (await server.GetAsync("/api/v1/reports/queues?from=2026-03-02T12:00Z&to=2026-03-02T14:00Z&interval=hour&zone=UTC")).Json;

        Assert.Equal(["2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z"], Column(report, "interval").Select(c => c.GetString()));
        Assert.Equal(["nurse-line", "nurse-line"], Column(report, "queue").Select(c => c.GetString()));
        Assert.Equal([3d, 1], Numbers(report, "entered"));
        Assert.Equal([2d, 0], Numbers(report, "answered"));
        Assert.Equal([1d, 1], Numbers(report, "abandoned"));
        Assert.Equal([33.3, 0], Numbers(report, "serviceLevel"));
        Assert.Equal(25, Total(report, "serviceLevel").GetDouble());
        Assert.Equal(35, Total(report, "averageWait").GetDouble());
        Assert.Equal(4, Total(report, "entered").GetDouble());
    }

    [Fact]
    public async Task A_report_is_a_CSV_with_heads_in_the_readers_language()
    {
        await using var server = await ServerAsync();

        var (reply, bytes) = await server.SendBytesAsync(
            System.Net.Http.HttpMethod.Get, "/api/v1/reports/queues.csv?from=2026-03-02T12:00Z&to=2026-03-02T14:00Z&interval=hour&zone=America/Toronto", null, null,
            ("Accept-Language", "fr"));

        Assert.Equal((200, "text/csv; charset=utf-8"), (reply.Code, reply.ContentType));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = reply.Text.TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("De,File d’attente,Nom,Entrés,", lines[0]);
        Assert.Contains("Niveau de service (%)", lines[0]);
        Assert.StartsWith("2026-03-02T07:00:00-05:00,nurse-line,", lines[1]);
        Assert.Equal(4, lines.Length);
        Assert.Contains(",\"Écart de l’attente annoncée, moyen (s)\"", lines[0]);
    }

    [Fact]
    public async Task Agents_are_told_what_they_did_and_how_long_they_had_each_status_the_present_one_included()
    {
        await using var server = await ServerAsync();
        server.Write(new StoreRow.OfAgent(new AgentRow(TenantId.Default, "1001", AgentStatus.Available, Noon, Noon)));

        var report = (await server.GetAsync("/api/v1/reports/agents?from=2026-03-02T12:00Z&to=2026-03-02T12:30Z&zone=UTC")).Json;

        Assert.Equal("1001", Column(report, "agent").Single().GetString());
        Assert.Equal([2d], Numbers(report, "calls"));
        Assert.Equal([120d], Numbers(report, "talk"));
        Assert.Equal([1800d], Numbers(report, "available"));
    }

    [Fact]
    public async Task Callbacks_are_told_with_exact_percentiles_of_the_way_to_a_connection()
    {
        await using var server = await ServerAsync();
        for (var i = 1; i <= 10; i++)
        {
            server.Write(new StoreRow.OfInteraction(Interaction(100 + i, "callbacks", Noon.AddMinutes(i)) with
            {
                Kind = InteractionKind.Callback,
                Parent = new(i),
                AnsweredAt = Noon.AddMinutes(2 * i),
                EndedAt = Noon.AddHours(1),
                Outcome = "completed",
            }));
        }

        var rows = new RandomRows(1, TenantId.Default);
        server.Write(
            new StoreRow.OfCallback(rows.Callback(1) with { RequestedAt = Noon, Status = CallbackStatus.Completed, Terms = rows.Terms() with { Queue = "callbacks" } }),
            new StoreRow.OfAttempt(TenantId.Default, new CallbackAttempt(new(1), 1, 1, "1001", Noon, Noon, null, Noon, AttemptOutcome.Busy, true, 486)) { Queue = "callbacks" });

        var report = (await server.GetAsync("/api/v1/reports/callbacks?from=2026-03-02T12:00Z&to=2026-03-02T13:00Z&zone=UTC")).Json;

        Assert.Equal([300d], Numbers(report, "connectionMedian"));
        Assert.Equal([540d], Numbers(report, "connection90"));
        Assert.Equal([3300d], Numbers(report, "waitSpared"));
        Assert.Equal([1d], Numbers(report, "taken"));
        Assert.Equal([1d], Numbers(report, "attemptsBusy"));
    }

    [Fact]
    public async Task The_days_figures_are_counts_and_what_waits()
    {
        await using var server = await ServerAsync();
        server.Write(new StoreRow.OfInteraction(Interaction(50, "nurse-line", FakeEngine.At.AddMinutes(-5))));

        var figures = (await server.GetAsync("/api/v1/figures")).Json;

        var queue = figures.GetProperty("queues").EnumerateArray().Single();
        Assert.Equal((5, 2, 420), (queue.GetProperty("entered").GetInt32(), queue.GetProperty("waiting").GetInt32(), queue.GetProperty("longestWaitSeconds").GetInt32()));
        Assert.Equal(5, figures.GetProperty("total").GetProperty("entered").GetInt32());
        Assert.Equal(1, figures.GetProperty("callbacks")[0].GetProperty("pending").GetInt32());
        Assert.Equal(1, figures.GetProperty("agents").EnumerateArray().Single(a => a.GetProperty("status").GetString() == "busy").GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("queues?from=yesterday", "from")]
    [InlineData("queues?from=2026-03-02&to=2026-03-01", "to")]
    [InlineData("queues?from=2026-03-02&to=2126-03-01", "to")]
    [InlineData("queues?interval=century", "interval")]
    [InlineData("queues?from=2026-01-01&to=2026-12-31&interval=15m", "interval")]
    [InlineData("queues?zone=Mars/Olympus", "zone")]
    [InlineData("queues?agent=1001", "agent")]
    public async Task What_is_wrong_is_named(string asked, string parameter)
    {
        await using var server = await ServerAsync();

        var reply = await server.GetAsync("/api/v1/reports/" + asked);

        Assert.Equal(400, reply.Code);
        Assert.Contains(reply.Json.GetProperty("errors").EnumerateArray(), e => e.GetProperty("parameter").GetString() == parameter);
    }

    [Fact]
    public void Every_way_an_attempt_can_end_has_a_column() =>
        Assert.Equal(Enum.GetValues<AttemptOutcome>().Order(), AttemptWords.All.Select(w => w.Key).Order());

    [Fact]
    public async Task A_report_that_there_is_not_is_not_found()
    {
        await using var server = await ServerAsync();

        Assert.Equal(404, (await server.GetAsync("/api/v1/reports/weather")).Code);
        Assert.Equal(404, (await server.GetAsync("/api/v1/reports/scripts/weather")).Code);
    }

    [Fact]
    public async Task An_interaction_is_told_with_all_that_came_of_it_in_order_of_time()
    {
        await using var server = await ServerAsync();
        server.Write(
            new StoreRow.OfInteraction(Interaction(60, "nurse-line", Noon) with { EndedAt = Noon.AddMinutes(3), Outcome = "diverted: callback" }),
            new StoreRow.OfInteraction(Interaction(61, "callbacks", Noon.AddMinutes(3)) with { Kind = InteractionKind.Callback, Parent = new(60), AnsweredAt = Noon.AddMinutes(9) }),
            new StoreRow.OfCallback(new RandomRows(1, TenantId.Default).Callback(9) with { Interaction = new(61) }),
            new StoreRow.OfAttempt(TenantId.Default, new CallbackAttempt(new(9), 1, 1, "1001", Noon.AddMinutes(7), Noon.AddMinutes(8), null, Noon.AddMinutes(12), AttemptOutcome.Connected, true, null)),
            new StoreRow.OfOffer(new OfferRow(TenantId.Default, new(1), "1001", "callbacks", WorkKind.Callback, new(61), new(9), Noon.AddMinutes(6), Noon.AddMinutes(7), OfferOutcome.Accepted)));

        var detail = (await server.GetAsync("/api/v1/interactions/i-61")).Json;

        Assert.Equal("i-60", detail.GetProperty("parentInteraction").GetProperty("id").GetString());
        Assert.Equal(
            ["call", "queued", "ended", "callback", "offered", "offer-ended", "attempt", "rung", "answered", "attempt-ended"],
            detail.GetProperty("timeline").EnumerateArray().Select(t => t.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Interactions_are_listed_by_what_is_asked_and_as_CSV()
    {
        await using var server = await ServerAsync();

        var page = (await server.GetAsync("/api/v1/interactions?outcome=abandoned&from=2026-03-02&to=2026-03-03&zone=UTC")).Json;
        var (csv, _) = await server.SendBytesAsync(System.Net.Http.HttpMethod.Get, "/api/v1/interactions?queue=nurse-line", null, null, ("Accept", "text/csv"));

        Assert.Equal(["i-4", "i-3"], page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(6, csv.Text.Split("\r\n").Length);
        Assert.Equal(400, (await server.GetAsync("/api/v1/interactions?kind=pigeon")).Code);
    }

    /// <summary>Four callers to one queue: two answered after 10 and 60 s and one gone in the first hour, one gone in the second.</summary>
    private static async Task<ApiServer> ServerAsync()
    {
        var server = await ApiServer.StartAsync();
        server.Write(
            new StoreRow.OfInteraction(Answered(1, 10)), new StoreRow.OfInteraction(Answered(2, 60)),
            new StoreRow.OfInteraction(Interaction(3, "nurse-line", Noon) with { EndedAt = Noon.AddMinutes(2), Outcome = "abandoned" }),
            new StoreRow.OfInteraction(Interaction(4, "nurse-line", Noon.AddHours(1)) with { EndedAt = Noon.AddHours(1).AddMinutes(2), Outcome = "abandoned" }));
        return server;
    }

    private static InteractionRow Answered(long id, int seconds)
    {
        var taken = Noon.AddSeconds(seconds);
        return Interaction(id, "nurse-line", Noon) with
        {
            Agent = "1001",
            LeftQueueAt = taken,
            AnsweredAt = taken,
            EndedAt = taken.AddMinutes(1),
            Outcome = "answered",
        };
    }

    private static InteractionRow Interaction(long id, string queue, Instant at) => new(
        TenantId.Default, new InteractionId(id), InteractionKind.Inbound, null, "french", queue, "+15145550123", "+15145550100", "fr", at, at, null, null,
        null, null, null)
    {
        LevelThreshold = 20,
    };

    private static int Index(JsonElement report, string column) =>
        report.GetProperty("columns").EnumerateArray().ToList().FindIndex(c => c.GetProperty("name").GetString() == column);

    private static IEnumerable<JsonElement> Column(JsonElement report, string column) =>
        report.GetProperty("rows").EnumerateArray().Select(r => r[Index(report, column)]);

    private static IEnumerable<double> Numbers(JsonElement report, string column) => Column(report, column).Select(c => c.GetDouble());

    private static JsonElement Total(JsonElement report, string column) => report.GetProperty("totals")[Index(report, column)];
}
