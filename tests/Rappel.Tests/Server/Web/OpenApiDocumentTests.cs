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
        Assert.Equal(
            [
                "DELETE /api/v1/callbacks/{id}", "DELETE /api/v1/session", "GET /api/v1/agents", "GET /api/v1/agents/{agent}", "GET /api/v1/agents/{agent}/work",
                "GET /api/v1/callbacks",
                "GET /api/v1/callbacks/{id}", "GET /api/v1/interactions", "GET /api/v1/interactions/{id}", "GET /api/v1/queues",
                "GET /api/v1/queues/{queue}", "GET /api/v1/session", "GET /api/v1/status", "GET /health/live", "GET /health/ready", "POST /api/v1/callbacks",
                "POST /api/v1/callbacks/{id}/assign", "POST /api/v1/callbacks/{id}/cancel", "POST /api/v1/callbacks/{id}/dismiss",
                "POST /api/v1/callbacks/{id}/hold", "POST /api/v1/callbacks/{id}/move", "POST /api/v1/callbacks/{id}/notes",
                "POST /api/v1/callbacks/{id}/number", "POST /api/v1/callbacks/{id}/release", "POST /api/v1/callbacks/{id}/reschedule",
                "POST /api/v1/callbacks/{id}/retry", "POST /api/v1/callbacks/{id}/transfer", "POST /api/v1/session",
                "POST /api/v1/setup", "PUT /api/v1/agents/{agent}/status", "PUT /api/v1/me", "PUT /api/v1/me/password",
            ],
            // Those of the configuration are held by DraftDocumentTests.
            operations.Where(o => !o.Path.StartsWith("/api/v1/configuration", StringComparison.Ordinal)).Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal));
        Assert.All(operations, o => Assert.False(string.IsNullOrEmpty(o.Operation.Summary), $"{o.Method} {o.Path} has no summary"));
        Assert.All(
            operations.Where(o => o.Path.StartsWith("/api", StringComparison.Ordinal) && o.Path is not ("/api/v1/session" or "/api/v1/setup")),
            o => Assert.Equal(2, o.Operation.Security!.Count));
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
