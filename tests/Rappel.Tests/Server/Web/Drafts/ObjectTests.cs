using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace Rappel.Tests.Server.Web.Drafts;

/// <summary>Objects of the draft over HTTP, begun with the example.</summary>
public sealed class ObjectTests
{
    private const string Path = "/api/v1/configuration/draft";
    private const string Agent = """{"name":"Zoé","password":"${AGENT_PASSWORD}","offerTimeout":"20 s"}""";

    [Fact]
    public async Task An_object_is_made_read_changed_and_removed_under_its_entity_tag()
    {
        await using var server = await ApiServer.StartAsync();
        var made = await PutAsync(server, "/agents/1009", Agent, ("If-None-Match", "*"));
        Assert.Equal((201, "added", "agents"), (made.Code, made["state"], made["section"]));
        Assert.Equal(412, (await PutAsync(server, "/agents/1009", Agent, ("If-None-Match", "*"))).Code);

        var read = await server.GetAsync(Path + "/agents/1009");
        Assert.Equal("Zoé", read.Json.GetProperty("value").GetProperty("name").GetString());
        Assert.Equal(read["etag"], read.Headers.ETag?.ToString());

        var changed = await PutAsync(server, "/agents/1009", Agent.Replace("20 s", "30 s", StringComparison.Ordinal), ("If-Match", read["etag"]!));
        Assert.Equal(200, changed.Code);
        Assert.NotEqual(read["etag"], changed["etag"]);
        var late = await PutAsync(server, "/agents/1009", Agent, ("If-Match", read["etag"]!));
        Assert.Equal((412, "changed-meanwhile"), (late.Code, late["code"]));
        Assert.Equal("30 s", late.Json.GetProperty("current").GetProperty("value").GetProperty("offerTimeout").GetString());

        Assert.Equal(428, (await DeleteAsync(server, "/agents/1009")).Code);
        Assert.Equal(204, (await DeleteAsync(server, "/agents/1009", ("If-Match", "*"))).Code);
        Assert.Equal(404, (await server.GetAsync(Path + "/agents/1009")).Code);
    }

    [Fact]
    public async Task A_save_without_a_condition_is_refused()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal((428, "precondition-required"), Told(await PutAsync(server, "/agents/1009", Agent)));
        Assert.Equal(412, (await PutAsync(server, "/agents/1009", Agent, ("If-Match", "*"))).Code);
        Assert.Null(server.Book.Look().Draft);
    }

    [Fact]
    public async Task What_is_wrong_with_an_object_refuses_it_all_at_once_unless_the_caller_prefers_otherwise()
    {
        await using var server = await ApiServer.StartAsync();
        const string bad = """{"name":"Zoé","password":"p","offerTimeout":"5 s","colour":"red"}""";

        var refused = await PutAsync(server, "/agents/1009", bad, ("If-None-Match", "*"));
        Assert.Equal((422, "invalid-configuration"), Told(refused));
        Assert.Equal(
            ["/agents/1009/colour", "/agents/1009/offerTimeout"],
            refused.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).Order());
        Assert.Null(server.Book.Look().Draft);

        var kept = await PutAsync(server, "/agents/1009", bad, ("If-None-Match", "*"), ("Prefer", "handling=lenient"));
        Assert.Equal((201, 2), (kept.Code, kept.Json.GetProperty("problems").GetArrayLength()));
        Assert.Equal(422, (await server.SendBytesAsync(HttpMethod.Post, Path + "/publish", headers: ("If-Match", "*"))).Reply.Code);
    }

    [Fact]
    public async Task What_hangs_on_other_objects_never_refuses_a_save()
    {
        await using var server = await ApiServer.StartAsync();

        var saved = await PutAsync(server, "/channels/new", """{"name":"New","number":"+15145550199","script":"not-there-yet"}""", ("If-None-Match", "*"));

        Assert.Equal(201, saved.Code);
        Assert.Equal("/channels/new/script", Assert.Single(saved.Json.GetProperty("problems").EnumerateArray()).GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task An_object_is_read_and_saved_as_YAML_text_with_its_comments()
    {
        await using var server = await ApiServer.StartAsync();
        var (reply, _) = await server.SendBytesAsync(HttpMethod.Get, Path + "/agents/1001", headers: ("Accept", "application/yaml"));
        Assert.StartsWith("application/yaml", reply.ContentType, StringComparison.Ordinal);
        Assert.StartsWith("1001:\n", reply.Text, StringComparison.Ordinal);
        Assert.Contains("# How long the phone rings", reply.Text, StringComparison.Ordinal);

        var (saved, _) = await server.SendBytesAsync(
            HttpMethod.Put, Path + "/agents/1001", Encoding.UTF8.GetBytes(reply.Text.Replace("20 s", "25 s", StringComparison.Ordinal)), "application/yaml", ("If-Match", "*"));

        Assert.Equal("25 s", saved.Json.GetProperty("value").GetProperty("offerTimeout").GetString());
        Assert.Contains("# How long the phone rings", server.Book.Look().Edited.Texts["agents.yaml"], StringComparison.Ordinal);
        Assert.Contains("offerTimeout: 25 s", server.Book.Look().Edited.Texts["agents.yaml"], StringComparison.Ordinal);
        Assert.Equal(422, (await server.SendBytesAsync(HttpMethod.Put, Path + "/agents/1001", "1001: [\n"u8.ToArray(), "application/yaml", ("If-Match", "*"))).Reply.Code);
    }

    [Fact]
    public async Task A_list_comes_in_pages_and_is_searched_by_key_name_and_number()
    {
        await using var server = await ApiServer.StartAsync();
        var first = (await server.GetAsync(Path + "/agents?limit=3")).Json;
        Assert.Equal((4, "1003"), (first.GetProperty("total").GetInt32(), first.GetProperty("next").GetString()));
        var second = (await server.GetAsync(Path + "/agents?limit=3&after=1003")).Json;
        Assert.Equal("1004", Assert.Single(second.GetProperty("items").EnumerateArray()).GetProperty("key").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);

        Assert.Equal(["1001"], await KeysAsync(server, "/agents?search=AMELIE"));
        Assert.Equal(["1004", "1001", "1002", "1003"], await KeysAsync(server, "/agents?sort=name"));
        Assert.Equal(["health-line"], await KeysAsync(server, "/channels?search=514 555-0101"));
        Assert.Equal(["ligne-info-sante"], await KeysAsync(server, "/channels?search=SANTÉ"));
        Assert.Equal(400, (await server.GetAsync(Path + "/agents?limit=0&sort=size")).Code);
        Assert.Equal(404, (await server.GetAsync(Path + "/colours")).Code);
    }

    [Fact]
    public async Task A_list_tells_state_and_problems_and_counts_a_scripts_objects()
    {
        await using var server = await ApiServer.StartAsync();
        await PutAsync(server, "/agents/1002", """{"name":"M"}""", ("If-Match", "*"), ("Prefer", "handling=lenient"));

        var agents = (await server.GetAsync(Path + "/agents")).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["unchanged", "changed", "unchanged", "unchanged"], agents.Select(a => a.GetProperty("state").GetString()));
        Assert.True(agents[1].GetProperty("problems").GetInt32() > 0);
        var script = Assert.Single((await server.GetAsync(Path + "/scripts")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, script.GetProperty("value").ValueKind);
        Assert.InRange(script.GetProperty("objects").GetInt32(), 20, 200);
    }

    [Fact]
    public async Task Renaming_is_followed_by_what_names_the_object()
    {
        await using var server = await ApiServer.StartAsync();
        var used = (await server.GetAsync(Path + "/agents/1001")).Json.GetProperty("usedBy").EnumerateArray().Select(u => u.GetProperty("pointer").GetString());
        Assert.Contains("/inboundQueues/nurses/members/0/agent", used);

        var renamed = await PostAsync(server, "/agents/1001/rename", """{"key":"2001"}""");

        Assert.Equal((200, "2001"), (renamed.Code, renamed["key"]));
        var queue = (await server.GetAsync(Path + "/inboundQueues/nurses")).Json;
        Assert.Equal("2001", queue.GetProperty("value").GetProperty("members")[0].GetProperty("agent").GetString());
        Assert.Empty((await server.GetAsync(Path + "/problems")).Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(409, (await PostAsync(server, "/agents/2001/rename", """{"key":"1002"}""")).Code);
        Assert.Equal(422, (await PostAsync(server, "/agents/2001/rename", """{"key":"a b"}""")).Code);
        Assert.Equal(404, (await PostAsync(server, "/agents/1001/rename", """{"key":"1010"}""")).Code);
    }

    [Fact]
    public async Task Copying_and_reverting()
    {
        await using var server = await ApiServer.StartAsync();
        var copied = await PostAsync(server, "/agents/1001/copy", """{"key":"1010"}""");
        Assert.Equal((201, "1010"), (copied.Code, copied["key"]));
        await PutAsync(server, "/agents/1002", Agent, ("If-Match", "*"));
        await DeleteAsync(server, "/agents/1003", ("If-Match", "*"));

        Assert.Equal("unchanged", (await PostAsync(server, "/agents/1002/revert", null))["state"]);
        Assert.Equal("unchanged", (await PostAsync(server, "/agents/1003/revert", null))["state"]);
        Assert.Equal(204, (await PostAsync(server, "/agents/1010/revert", null)).Code);
        Assert.Equal(404, (await PostAsync(server, "/agents/1011/revert", null)).Code);
        Assert.Equal(0, (await server.GetAsync("/api/v1/configuration")).Json.GetProperty("draft").GetProperty("changes").GetInt32());
    }

    [Fact]
    public async Task The_contact_centre_itself_is_one_object()
    {
        await using var server = await ApiServer.StartAsync();
        var tenant = await server.GetAsync(Path + "/tenant");
        Assert.Equal(("tenant", ""), (tenant["section"], tenant["key"]));

        var saved = await PutAsync(server, "/tenant", """{"name":"Other","language":"en"}""", ("If-Match", tenant["etag"]!));

        Assert.Equal((200, "changed"), (saved.Code, saved["state"]));
        Assert.Equal("unchanged", (await PostAsync(server, "/tenant/revert", null))["state"]);
        Assert.Equal(404, (await server.GetAsync(Path + "/tenant/x")).Code);
    }

    private static (int, string?) Told(Reply reply) => (reply.Code, reply["code"]);

    private static async Task<string[]> KeysAsync(ApiServer server, string path) =>
        [.. (await server.GetAsync(Path + path)).Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()!)];

    private static async Task<Reply> PutAsync(ApiServer server, string path, string json, params (string, string)[] headers) =>
        (await server.SendBytesAsync(HttpMethod.Put, Path + path, Encoding.UTF8.GetBytes(json), "application/json", headers)).Reply;

    private static async Task<Reply> DeleteAsync(ApiServer server, string path, params (string, string)[] headers) =>
        (await server.SendBytesAsync(HttpMethod.Delete, Path + path, headers: headers)).Reply;

    private static async Task<Reply> PostAsync(ApiServer server, string path, string? json) =>
        (await server.SendBytesAsync(HttpMethod.Post, Path + path, json is null ? null : Encoding.UTF8.GetBytes(json), "application/json")).Reply;
}
