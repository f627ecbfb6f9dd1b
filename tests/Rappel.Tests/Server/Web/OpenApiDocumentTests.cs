using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Server.Web;

public sealed class OpenApiDocumentTests
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

    /// <summary>The browser application's types are made of the committed copy. ACCEPT=1 writes it anew.</summary>
    [Fact]
    public async Task The_committed_copy_of_the_OpenAPI_document_is_current()
    {
        await using var server = await ApiServer.StartAsync();
        var current = (await server.GetAsync("/openapi/v1.json")).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = Path.Combine(ExampleFolder.Repository, "web", "openapi.json");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, current, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), current);
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
}
