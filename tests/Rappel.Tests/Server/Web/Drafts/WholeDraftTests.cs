using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Rappel.Server.Configuration.Editions;

namespace Rappel.Tests.Server.Web.Drafts;

/// <summary>The draft as a whole, and versions, over HTTP.</summary>
public sealed class WholeDraftTests
{
    private const string Path = "/api/v1/configuration";

    [Fact]
    public async Task The_summary_tells_what_is_in_force_and_how_far_the_draft_is_from_it()
    {
        await using var server = await ApiServer.StartAsync();
        var before = (await server.GetAsync(Path)).Json;
        Assert.Equal((1, 0), (before.GetProperty("version").GetInt32(), before.GetProperty("draft").GetProperty("changes").GetInt32()));
        Assert.False(before.GetProperty("empty").GetBoolean());

        Edit(server, "tenant.yaml", "tenant: { name: Other, language: fr }\n");

        var draft = (await server.GetAsync(Path)).Json.GetProperty("draft");
        Assert.Equal((1, "marie"), (draft.GetProperty("changes").GetInt32(), draft.GetProperty("who").GetString()));
        Assert.NotEqual(before.GetProperty("draft").GetProperty("etag").GetString(), draft.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task Publishing_needs_to_say_what_it_publishes()
    {
        await using var server = await ApiServer.StartAsync();
        Edit(server, "tenant.yaml", "tenant: { name: Other, language: fr }\n");
        var seen = Etag(await server.GetAsync(Path));
        Edit(server, "tenant.yaml", "tenant: { name: Another, language: fr }\n");

        Assert.Equal(428, (await PublishAsync(server, null)).Code);
        var refused = await PublishAsync(server, seen);
        Assert.Equal((412, "changed-meanwhile"), (refused.Code, refused["code"]));
        Assert.Equal(1, refused.Json.GetProperty("current").GetProperty("version").GetInt32());

        var published = await PublishAsync(server, Etag(await server.GetAsync(Path)), """{"note":"New name"}""");
        Assert.Equal(2, published.Json.GetProperty("version").GetInt32());
        Assert.Equal(("Another", 2L), (Assert.Single(server.Published).Name, server.Published[0].Version));
        var latest = (await server.GetAsync(Path + "/versions")).Json.GetProperty("items")[0];
        Assert.Equal(("New name", "api"), (latest.GetProperty("note").GetString(), latest.GetProperty("who").GetString()));
        Assert.Equal((409, "nothing-to-publish"), await Told(PublishAsync(server, "*")));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr-CA,en;q=0.5")]
    public async Task Problems_are_told_all_at_once_in_the_callers_language_and_refuse_publishing(string language)
    {
        await using var server = await ApiServer.StartAsync();
        Edit(server, "more.yaml", "agents: { 1001x: { name: A, password: p, offerTimeout: 5 s, language: xx } }\n");

        var (problems, _) = await server.SendBytesAsync(HttpMethod.Get, Path + "/draft/problems", headers: ("Accept-Language", language));
        var list = problems.Json.GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal(["/agents/1001x/language", "/agents/1001x/offerTimeout"], list.Select(p => p.GetProperty("pointer").GetString()).Order());
        Assert.All(list, p => Assert.Equal(("agents", "1001x", "more.yaml"), (p.GetProperty("section").GetString(), p.GetProperty("key").GetString(), p.GetProperty("file").GetString())));

        var (refused, _) = await server.SendBytesAsync(HttpMethod.Post, Path + "/draft/publish", "{}"u8.ToArray(), "application/json", ("If-Match", "*"), ("Accept-Language", language));
        Assert.Equal((422, "invalid-configuration"), (refused.Code, refused["code"]));
        Assert.Equal(
            list.Select(p => p.GetProperty("message").GetString()), refused.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("detail").GetString()));
        Assert.Empty(server.Published);
    }

    [Fact]
    public async Task Sentences_differ_by_language()
    {
        await using var server = await ApiServer.StartAsync();
        Edit(server, "more.yaml", "agents: { 1001x: { name: A, password: p, offerTimeout: 5 s } }\n");

        var english = await server.SendBytesAsync(HttpMethod.Get, Path + "/draft/problems", headers: ("Accept-Language", "en"));
        var french = await server.SendBytesAsync(HttpMethod.Get, Path + "/draft/problems", headers: ("Accept-Language", "fr-CA, en;q=0.5"));

        Assert.NotEqual(english.Reply.Text, french.Reply.Text);
    }

    [Fact]
    public async Task Discarding_throws_the_draft_away_unless_it_is_another_by_now()
    {
        await using var server = await ApiServer.StartAsync();
        var old = Etag(await server.GetAsync(Path));
        Edit(server, "tenant.yaml", "tenant: { name: Other, language: fr }\n");

        Assert.Equal(412, (await server.SendBytesAsync(HttpMethod.Delete, Path + "/draft", headers: ("If-Match", old))).Reply.Code);
        Assert.Equal(204, (await server.SendBytesAsync(HttpMethod.Delete, Path + "/draft", headers: ("If-Match", Etag(await server.GetAsync(Path))))).Reply.Code);
        Assert.Null(server.Book.Look().Draft);
    }

    [Fact]
    public async Task An_older_version_is_restored_as_the_draft()
    {
        await using var server = await ApiServer.StartAsync();
        Edit(server, "tenant.yaml", "tenant: { name: Other, language: fr }\n");
        await PublishAsync(server, "*");

        var restored = await server.SendAsync(HttpMethod.Post, Path + "/versions/1/restore");

        Assert.Equal((200, 1), (restored.Code, restored.Json.GetProperty("draft").GetProperty("changes").GetInt32()));
        Assert.Equal("AcmeHealth", server.Book.Look().Edited.Result.Snapshot?.Name);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Post, Path + "/versions/9/restore")).Code);
    }

    [Fact]
    public async Task Versions_come_in_pages()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var name in new[] { "B", "C" })
        {
            Edit(server, "tenant.yaml", $"tenant: {{ name: {name}, language: fr }}\n");
            await PublishAsync(server, "*");
        }

        var first = (await server.GetAsync(Path + "/versions?limit=2")).Json;
        Assert.Equal([3, 2], first.GetProperty("items").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
        Assert.Equal(2, first.GetProperty("next").GetInt32());
        var second = (await server.GetAsync(Path + "/versions?limit=2&before=2")).Json;
        Assert.Equal(1, Assert.Single(second.GetProperty("items").EnumerateArray()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task What_differs_is_told_object_by_object_between_draft_and_version_and_between_versions()
    {
        await using var server = await ApiServer.StartAsync();
        Edit(server, "tenant.yaml", "tenant: { name: Other, language: fr }\n");
        var change = Assert.Single((await server.GetAsync(Path + "/draft/changes")).Json.GetProperty("changes").EnumerateArray());
        Assert.Equal(("tenant", "changed", "Other"), (change.GetProperty("section").GetString(), change.GetProperty("kind").GetString(), change.GetProperty("name").GetString()));
        var field = Assert.Single(change.GetProperty("fields").EnumerateArray());
        Assert.Equal(
            ("/tenant/name", "AcmeHealth", "Other"),
            (field.GetProperty("pointer").GetString(), field.GetProperty("before").GetString(), field.GetProperty("after").GetString()));
        await PublishAsync(server, "*");

        Assert.Single((await server.GetAsync(Path + "/versions/1/changes?to=2")).Json.GetProperty("changes").EnumerateArray());
        Assert.Empty((await server.GetAsync(Path + "/versions/2/changes")).Json.GetProperty("changes").EnumerateArray());
        Assert.Equal(404, (await server.GetAsync(Path + "/versions/1/changes?to=9")).Code);
        Assert.Equal(400, (await server.GetAsync(Path + "/versions/1/changes?to=x")).Code);
    }

    private static void Edit(ApiServer server, string path, string text) => server.Book.Edit(
        "marie", FileChanges? (BookReading _) => FileChanges.None with { Put = FileChanges.None.Put.Add(path, Encoding.UTF8.GetBytes(text)) }, out _);

    private static string Etag(Reply reply) => reply.Json.GetProperty("draft").GetProperty("etag").GetString()!;

    private static async Task<(int, string?)> Told(Task<Reply> reply) => ((await reply).Code, (await reply)["code"]);

    private static async Task<Reply> PublishAsync(ApiServer server, string? etag, string body = "{}") => (await server.SendBytesAsync(
        HttpMethod.Post, Path + "/draft/publish", Encoding.UTF8.GetBytes(body), "application/json", etag is null ? [] : [("If-Match", etag)])).Reply;
}
