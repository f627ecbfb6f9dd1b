using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Server.Web;

public sealed class RecordsAndConfigurationTests
{
    [Fact]
    public async Task Interactions_come_newest_first_page_by_page()
    {
        await using var server = await ApiServer.StartAsync();
        server.Write([.. Enumerable.Range(1, 3).Select(i => new StoreRow.OfInteraction(Interaction(i)))]);

        var first = (await server.GetAsync("/api/v1/interactions?limit=2")).Json;
        var second = (await server.GetAsync("/api/v1/interactions?limit=2&before=" + first.GetProperty("next").GetString())).Json;

        Assert.Equal(["i-3", "i-2"], first.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(["i-1"], second.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Null(second.GetProperty("next").GetString());
        Assert.Equal(400, (await server.GetAsync("/api/v1/interactions?limit=0")).Code);
    }

    [Fact]
    public async Task An_interaction_is_told_with_offers_children_and_journal()
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(
            new StoreRow.OfInteraction(Interaction(1) with { Outcome = "diverted: callback", EndedAt = FakeEngine.At }),
            new StoreRow.OfInteraction(Interaction(2) with { Kind = InteractionKind.Callback, Parent = new(1) }),
            new StoreRow.OfOffer(new(
                TenantId.Default, new(9), "1001", "nurse-line", WorkKind.LiveCall, new(1), null, FakeEngine.At, FakeEngine.At, OfferOutcome.TimedOut)),
            new StoreRow.OfJournal(new(TenantId.Default, FakeEngine.At, "i-1", "diverted", "cb-1", null)));

        var json = (await server.GetAsync("/api/v1/interactions/i-1")).Json;

        Assert.Equal("diverted: callback", json.GetProperty("interaction").GetProperty("outcome").GetString());
        Assert.Equal("timed-out", json.GetProperty("offers")[0].GetProperty("outcome").GetString());
        Assert.Equal("live-call", json.GetProperty("offers")[0].GetProperty("kind").GetString());
        Assert.Equal("callback", json.GetProperty("children")[0].GetProperty("kind").GetString());
        Assert.Equal("diverted", json.GetProperty("journal")[0].GetProperty("event").GetString());
        Assert.Equal(404, (await server.GetAsync("/api/v1/interactions/i-7")).Code);
    }

    [Fact]
    public async Task A_configuration_without_problems_is_imported()
    {
        await using var server = await ApiServer.StartAsync();

        var validated = await server.SendAsync(HttpMethod.Post, "/api/v1/configuration/validate");
        var imported = await server.SendAsync(HttpMethod.Post, "/api/v1/configuration/import");

        Assert.Equal((200, 200), (validated.Code, imported.Code));
        Assert.False(validated.Json.GetProperty("applied").GetBoolean());
        Assert.Equal(4, imported.Json.GetProperty("version").GetInt64());
        Assert.Equal([(false, "api"), (true, "api")], server.Configuration.Asked);
    }

    [Fact]
    public async Task Problems_of_a_configuration_are_listed_and_nothing_is_applied()
    {
        await using var server = await ApiServer.StartAsync();
        server.Configuration.Problems = [new("scripts/main/retryDelay", "scripts/main.yaml", 12, "is 39 s", "40 s to 90 min")];

        var validated = await server.SendAsync(HttpMethod.Post, "/api/v1/configuration/validate");
        var imported = await server.SendAsync(HttpMethod.Post, "/api/v1/configuration/import");

        Assert.Equal((200, 422), (validated.Code, imported.Code));
        var problem = imported.Json.GetProperty("problems")[0];
        Assert.Equal(("scripts/main.yaml", 12), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32()));
        Assert.False(imported.Json.GetProperty("applied").GetBoolean());
    }

    [Fact]
    public async Task A_store_that_fails_is_told_without_its_files()
    {
        await using var server = await ApiServer.StartAsync();
        server.BreakStore();

        var reply = await server.GetAsync("/api/v1/interactions");

        Assert.Equal((503, "store-failed", "application/problem+json"), (reply.Code, reply["code"], reply.ContentType));
        Assert.DoesNotContain("rappel.db", reply.Text, StringComparison.Ordinal);
    }

    private static InteractionRow Interaction(int id) => new(
        TenantId.Default, new(id), InteractionKind.Inbound, null, "french", "nurse-line", "+15145550142", "+15145550100", "fr", FakeEngine.At,
        FakeEngine.At, null, null, null, null, 240);
}
