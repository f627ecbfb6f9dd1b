using System.Net;
using Rappel.Server.Composition;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Hosting;

public class EnvironmentReaderTests
{
    private static (ServerSettings? Settings, IReadOnlyList<string> Problems) Read(params (string Name, string Value)[] variables)
    {
        var reader = new EnvironmentReader(name => variables.FirstOrDefault(v => v.Name == name).Value, "/srv");
        var settings = reader.Read();
        return (settings, reader.Problems);
    }

    [Fact]
    public void Nothing_set_gives_the_standard_settings()
    {
        var (settings, problems) = Read();
        Assert.Empty(problems);
        Assert.Equal(
            new ServerSettings(IPAddress.Loopback, 8080, 5060, 10000, 20000, "/srv/data", new ConfigurationSource.Example(), "127.0.0.1:5070", null, null, null),
            settings);
    }

    [Theory]
    [InlineData("centre")]
    [InlineData("/srv/centre")]
    public void CONFIG_names_a_folder(string value) => Assert.Equal(new ConfigurationSource.Folder("/srv/centre"), Read(("CONFIG", value)).Settings!.Configuration);

    [Fact]
    public void CONFIG_none_is_an_empty_contact_centre() => Assert.Equal(new ConfigurationSource.Empty(), Read(("CONFIG", "none")).Settings!.Configuration);

    [Fact]
    public void An_empty_variable_counts_as_unset()
    {
        var (settings, _) = Read(("HTTP_PORT", ""), ("API_TOKEN", ""));
        Assert.Equal(8080, settings!.HttpPort);
        Assert.Null(settings.ApiToken);
    }

    [Theory]
    [InlineData("HTTP_PORT", "0")]
    [InlineData("HTTP_PORT", "65536")]
    [InlineData("HTTP_PORT", "http")]
    [InlineData("SIP_PORT", "-5060")]
    [InlineData("BIND", "localhost")]
    [InlineData("BIND", "127.1")]
    [InlineData("RTP_PORTS", "10000")]
    [InlineData("RTP_PORTS", "20000-10000")]
    [InlineData("RTP_PORTS", "80-90")]
    [InlineData("TRUSTED_PROXIES", "10.0.0.1,proxy")]
    [InlineData("TRUSTED_PROXIES", "10.0.0.1/33")]
    [InlineData("CARRIER", "127.0.0.1")]
    [InlineData("CARRIER", ":5070")]
    public void A_bad_value_is_refused_by_the_name_of_its_variable(string name, string value)
    {
        var (settings, problems) = Read((name, value));
        Assert.Null(settings);
        Assert.StartsWith($"{name}={value}: must be ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_SIP_port_may_lie_inside_the_RTP_range()
    {
        var (settings, _) = Read(("SIP_PORT", "15060"));
        Assert.Equal(15060, settings!.SipPort);
    }

    [Fact]
    public void All_bad_values_are_told_at_once()
    {
        var (_, problems) = Read(("HTTP_PORT", "x"), ("SIP_PORT", "y"), ("BIND", "z"), ("RTP_PORTS", "1"), ("CARRIER", "c"), ("API_TOKEN", "with space"));
        Assert.Equal(6, problems.Count);
    }

    [Fact]
    public void A_bad_secret_is_not_repeated_in_its_problem()
    {
        var (_, problems) = Read(("ADMIN_PASSWORD", "hush hush"));
        Assert.DoesNotContain("hush", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void One_port_cannot_serve_both_HTTP_and_SIP()
    {
        var (_, problems) = Read(("HTTP_PORT", "5060"));
        Assert.Contains("SIP_PORT", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_proxies_are_addresses_and_networks()
    {
        var (settings, _) = Read(("TRUSTED_PROXIES", "10.0.0.1, 192.168.0.0/16,::1"));

        Assert.Equal(["10.0.0.1/32", "192.168.0.0/16", "::1/128"], settings!.TrustedProxies.Select(n => n.ToString()));
        Assert.Empty(Read().Settings!.TrustedProxies);
    }
}
