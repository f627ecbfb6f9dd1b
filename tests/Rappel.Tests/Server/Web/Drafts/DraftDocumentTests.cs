using System.Text.Json;
using System.Threading.Tasks;

namespace Rappel.Tests.Server.Web.Drafts;

/// <summary>What the OpenAPI document says of the configuration.</summary>
public sealed class DraftDocumentTests
{
    private const string Path = "/api/v1/configuration";

    [Fact]
    public async Task Every_operation_is_described_with_its_answers()
    {
        await using var server = await ApiServer.StartAsync();
        var operations = (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject()
            .Where(p => p.Name.StartsWith(Path, StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject().Where(o => o.Value.ValueKind == JsonValueKind.Object).Select(o => (Name: $"{o.Name.ToUpperInvariant()} {p.Name}", Operation: o.Value)))
            .ToList();

        Assert.Superset(new HashSet<string>(Expected), operations.Select(o => o.Name).ToHashSet());
        Assert.All(operations, o => Assert.False(string.IsNullOrEmpty(o.Operation.GetProperty("summary").GetString()), o.Name));
        Assert.All(operations, o =>
        {
            var answers = o.Operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
            Assert.Contains("401", answers);
            Assert.Contains("403", answers);
            Assert.Contains(answers, a => a[0] == '2');
        });
    }

    private static readonly string[] Expected =
    [
        $"GET {Path}", $"GET {Path}/forms", $"POST {Path}/import", $"POST {Path}/validate", $"DELETE {Path}/draft", $"GET {Path}/draft/problems",
        $"POST {Path}/draft/publish", $"GET {Path}/draft/export", $"POST {Path}/draft/import", $"GET {Path}/draft/files", $"GET {Path}/draft/files/{{path}}",
        $"PUT {Path}/draft/files/{{path}}", $"DELETE {Path}/draft/files/{{path}}", $"GET {Path}/versions", $"POST {Path}/versions/{{version}}/restore",
        $"GET {Path}/versions/{{version}}/export", $"GET {Path}/draft/changes", $"GET {Path}/versions/{{version}}/changes", $"GET {Path}/draft/tenant", $"PUT {Path}/draft/tenant", $"POST {Path}/draft/tenant/revert",
        $"GET {Path}/draft/{{section}}", $"GET {Path}/draft/{{section}}/{{key}}", $"PUT {Path}/draft/{{section}}/{{key}}", $"DELETE {Path}/draft/{{section}}/{{key}}",
        $"POST {Path}/draft/{{section}}/{{key}}/rename", $"POST {Path}/draft/{{section}}/{{key}}/copy", $"POST {Path}/draft/{{section}}/{{key}}/revert",
    ];
}
