using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Rappel.Tests.Server.Web;

public sealed class ScriptPreviewTests
{
    private const string Address = "/api/v1/configuration/draft/scripts/nurse-line/preview";

    private const string Text = """
        nurse-line:
          name: Short
          main:
            # Says hello.
            - say: { fr: Bonjour, en: Hello }
            - wait: 5 s
        """ + "\n";

    private static Task<Reply> AskAsync(ApiServer server, JsonObject body) => server.SendAsync(HttpMethod.Post, Address, body.ToJsonString());

    [Fact]
    public async Task A_text_is_read_and_its_problems_have_their_lines()
    {
        await using var server = await ApiServer.StartAsync();
        var seen = await AskAsync(server, new JsonObject { ["text"] = Text });

        Assert.Equal(200, seen.Code);
        Assert.Equal("say", seen.Json.GetProperty("value").GetProperty("main")[0].GetProperty("type").GetString());
        var problem = Assert.Single(seen.Json.GetProperty("problems").EnumerateArray(), p => p.GetProperty("code").GetString() == "only-in-queue");
        Assert.Equal(("/scripts/nurse-line/main/1", 6), (problem.GetProperty("pointer").GetString(), problem.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_value_is_written_into_the_text_it_was_before_and_its_comments_stay()
    {
        await using var server = await ApiServer.StartAsync();
        var read = await AskAsync(server, new JsonObject { ["text"] = Text });
        var value = JsonNode.Parse(read.Json.GetProperty("value").GetRawText())!;
        value["main"]![1] = new JsonObject { ["type"] = "hangUp" };

        var written = await AskAsync(server, new JsonObject { ["value"] = value, ["base"] = Text });

        Assert.Equal(Text.Replace("- wait: 5 s", "- hangUp", StringComparison.Ordinal), written["text"]);
        Assert.Empty(written.Json.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task A_text_that_is_no_YAML_has_no_value_and_the_line_that_is_wrong()
    {
        await using var server = await ApiServer.StartAsync();
        var seen = await AskAsync(server, new JsonObject { ["text"] = "nurse-line:\n  main: [\n" });

        Assert.Equal(JsonValueKind.Null, seen.Json.GetProperty("value").ValueKind);
        Assert.NotEmpty(seen.Json.GetProperty("problems").EnumerateArray());
        Assert.All(seen.Json.GetProperty("problems").EnumerateArray(), p => Assert.True(p.GetProperty("line").GetInt32() >= 1));
    }

    [Fact]
    public async Task Nothing_of_it_is_saved()
    {
        await using var server = await ApiServer.StartAsync();
        var before = server.Book.Look().Edited.Mark;
        await AskAsync(server, new JsonObject { ["text"] = Text });
        Assert.Equal(before, server.Book.Look().Edited.Mark);
    }

    [Fact]
    public async Task Both_spellings_at_once_are_refused()
    {
        await using var server = await ApiServer.StartAsync();
        Assert.Equal(422, (await AskAsync(server, new JsonObject { ["text"] = Text, ["value"] = new JsonObject() })).Code);
        Assert.Equal(422, (await AskAsync(server, [])).Code);
    }
}
