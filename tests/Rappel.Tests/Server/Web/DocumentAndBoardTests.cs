using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Rappel.Tests.Server.Web;

public sealed class DocumentAndBoardTests
{
    [Fact]
    public async Task The_OpenAPI_document_is_valid_and_lists_every_operation()
    {
        await using var server = await ApiServer.StartAsync();
        var reply = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/openapi/v1.json");

        var read = OpenApiDocument.Parse(reply.Text, "json", new OpenApiReaderSettings());

        Assert.Empty(read.Diagnostic!.Errors);
        var operations = read.Document!.Paths.SelectMany(p => p.Value.Operations!.Select(o => (Path: p.Key, Method: o.Key, Operation: o.Value))).ToList();
        var rows = RoleTable.Rows.Where(r => r.Endpoint.Split(' ')[1].Split('/')[1] is "api" or "health").ToList();
        Assert.Equal(rows.Select(r => r.Endpoint).Order(StringComparer.Ordinal), operations.Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal));
        Assert.All(operations, o => Assert.False(string.IsNullOrEmpty(o.Operation.Summary), $"{o.Method} {o.Path} has no summary"));
        Assert.All(
            operations, o => Assert.Equal(rows.Single(r => r.Endpoint == $"{o.Method} {o.Path}").Anyone ? 0 : 2, o.Operation.Security?.Count ?? 0));
    }

    [Fact]
    public async Task The_OpenAPI_document_says_what_is_allowed()
    {
        await using var server = await ApiServer.StartAsync();
        var document = (await server.GetAsync("/openapi/v1.json")).Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");

        var delay = schemas.GetProperty("CreateCallbackBody").GetProperty("properties").GetProperty("retryDelaySeconds");
        var statuses = schemas.GetProperty("CallbackStatus").GetProperty("enum").EnumerateArray().Select(e => e.GetString());

        Assert.Equal((40, 5400), (delay.GetProperty("minimum").GetInt32(), delay.GetProperty("maximum").GetInt32()));
        Assert.Contains("90 minutes", delay.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("bad-number", statuses);
        Assert.Equal(["number"], schemas.GetProperty("CreateCallbackBody").GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        var limit = document.GetProperty("paths").GetProperty("/api/v1/callbacks").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "limit").GetProperty("schema");
        Assert.Equal(("integer", 200), (limit.GetProperty("type").GetString(), limit.GetProperty("maximum").GetInt32()));
        Assert.Equal("date-time", schemas.GetProperty("CallbackBody").GetProperty("properties").GetProperty("expiresAt").GetProperty("format").GetString());
    }

    [Fact]
    public async Task The_start_page_speaks_the_readers_language()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var (accepted, query, language, title) in ((string, string, string, string)[])
            [
                ("fr-CA,fr;q=0.9,en;q=0.8", "", "fr", "Rappels en attente"), ("en-US,fr;q=0.5", "", "en", "Pending callbacks"),
                ("de,fr;q=0.5,en;q=0.4", "", "fr", "Rappels en attente"), ("de", "", "en", "Pending callbacks"), ("en", "?lang=fr", "fr", "Rappels en attente"),
            ])
        {
            var page = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/" + query, null, ("Accept-Language", accepted));

            Assert.Equal("text/html; charset=utf-8", page.ContentType);
            Assert.Contains($"<html lang=\"{language}\">", page.Text, StringComparison.Ordinal);
            Assert.Contains(title, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_start_page_runs_no_inline_code_and_its_assets_are_served()
    {
        await using var server = await ApiServer.StartAsync();

        var page = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
        foreach (var asset in (string[])["board.css", "board.js", "icon.svg"])
        {
            Assert.Contains($"/assets/{asset}", page.Text, StringComparison.Ordinal);
            Assert.Equal(200, (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/assets/" + asset)).Code);
        }
    }

    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        using var stream = typeof(Rappel.Server.Web.RappelApi).Assembly.GetManifestResourceStream("Board/texts.json")!;
        using var texts = JsonDocument.Parse(stream);

        Assert.Equal(Keys(texts.RootElement.GetProperty("en")), Keys(texts.RootElement.GetProperty("fr")));
    }

    private static List<string> Keys(JsonElement texts, string path = "") =>
    [
        .. texts.EnumerateObject().SelectMany(t =>
            t.Value.ValueKind == JsonValueKind.Object ? Keys(t.Value, path + t.Name + "/") : [path + t.Name]).Order(StringComparer.Ordinal),
    ];
}
