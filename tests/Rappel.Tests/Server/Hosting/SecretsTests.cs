using System.IO;
using System.Net;
using Rappel.Server.Composition;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Hosting;

public sealed class SecretsTests : IDisposable
{
    private readonly FakeStore store = new();

    public void Dispose() => store.Dispose();

    private (Secrets Secrets, string Printed) Settle(string? agentPassword = null)
    {
        using var printed = new StringWriter();
        var secrets = Secrets.Settle(Settings(agentPassword), store);
        secrets.Keep(store, printed);
        return (secrets, printed.ToString());
    }

    private static ServerSettings Settings(string? agentPassword) => new(IPAddress.Loopback, 1, 2, 3, 4, "", new ConfigurationSource.Example(), "", null, null, agentPassword);

    [Fact]
    public void The_phones_password_is_made_up_printed_once_and_kept()
    {
        var (first, printed) = Settle();
        Assert.Contains($"AGENT_PASSWORD={first.AgentPassword} ", printed, StringComparison.Ordinal);
        Assert.Equal(20, first.AgentPassword.Length);
        var (second, again) = Settle();
        Assert.Equal(first.AgentPassword, second.AgentPassword);
        Assert.Empty(again);
    }

    [Fact]
    public void No_password_of_a_person_and_no_token_is_made_up() =>
        Assert.Equal((null, null), (Settle().Secrets.AdminPassword, Settle().Secrets.ApiToken));

    [Fact]
    public void The_environment_wins_over_what_was_kept_and_is_not_printed()
    {
        Settle();
        var (secrets, printed) = Settle("given");
        Assert.Equal("given", secrets.AgentPassword);
        Assert.Empty(printed);
    }

    [Fact]
    public void A_start_that_fails_keeps_and_prints_nothing()
    {
        var failed = Secrets.Settle(Settings(null), store);
        var (next, printed) = Settle();
        Assert.NotEqual(failed.AgentPassword, next.AgentPassword);
        Assert.Contains("AGENT_PASSWORD=", printed, StringComparison.Ordinal);
    }
}
