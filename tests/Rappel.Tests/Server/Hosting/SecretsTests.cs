using System.IO;
using System.Net;
using Rappel.Server.Composition;

namespace Rappel.Tests.Server.Hosting;

public sealed class SecretsTests : IDisposable
{
    private readonly FakeStore store = new();

    public void Dispose() => store.Dispose();

    private (Secrets Secrets, string Printed) Settle(string? apiToken = null)
    {
        using var printed = new StringWriter();
        var settings = new ServerSettings(IPAddress.Loopback, 1, 2, 3, 4, "", "", "", "admin", apiToken, "agent");
        var secrets = Secrets.Settle(settings, store);
        secrets.Keep(store, printed);
        return (secrets, printed.ToString());
    }

    [Fact]
    public void What_is_missing_is_made_up_printed_once_and_kept()
    {
        var (first, printed) = Settle();
        Assert.Contains($"API_TOKEN={first.ApiToken} ", printed, StringComparison.Ordinal);
        Assert.Equal(20, first.ApiToken.Length);
        var (second, again) = Settle();
        Assert.Equal(first.ApiToken, second.ApiToken);
        Assert.Empty(again);
    }

    [Fact]
    public void The_environment_wins_over_what_was_kept_and_is_not_printed()
    {
        Settle();
        var (secrets, printed) = Settle("given");
        Assert.Equal("given", secrets.ApiToken);
        Assert.Empty(printed);
    }

    [Fact]
    public void A_start_that_fails_keeps_and_prints_nothing()
    {
        var settings = new ServerSettings(IPAddress.Loopback, 1, 2, 3, 4, "", "", "", null, null, null);
        var failed = Secrets.Settle(settings, store);
        var (next, printed) = Settle();
        Assert.NotEqual(failed.ApiToken, next.ApiToken);
        Assert.Contains("API_TOKEN=", printed, StringComparison.Ordinal);
    }
}
