using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Engine.Telephony;
using Rappel.Sip.Transports;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class TrunkNetworksTests
{
    private readonly TrunkNetworks networks = new();

    [Fact]
    public void An_address_is_of_the_first_trunk_whose_networks_hold_it()
    {
        var configuration = With(Trunk("late", 2, "192.0.2.0/24"), Trunk("early", 1, "192.0.0.0/16"), Trunk("other", 0, "203.0.113.0/24"));
        Assert.Equal("early", Find(configuration, "192.0.2.7")?.Key);
        Assert.Equal("other", Find(configuration, "203.0.113.9")?.Key);
        Assert.Null(Find(configuration, "198.51.100.1"));
        Assert.Null(Find(configuration, "carrier.invalid"));
    }

    [Fact]
    public void A_trunk_that_calls_are_sent_to_goes_before_one_that_only_trusts_the_address()
    {
        var configuration = With(Trunk("early", 1, "192.0.2.0/24"), Trunk("late", 2, "192.0.2.0/24") with { Host = "192.0.2.7", Port = 5070 });
        Assert.Equal("late", Find(configuration, "192.0.2.7", 5070)?.Key);
        Assert.Equal("early", Find(configuration, "192.0.2.7", 5071)?.Key);
    }

    [Fact]
    public void What_was_found_last_is_not_kept_beyond_the_configuration_it_was_found_in()
    {
        Assert.Equal("one", Find(With(Trunk("one", 1, "192.0.2.0/24")), "192.0.2.7")?.Key);
        Assert.Equal("two", Find(With(Trunk("two", 1, "192.0.2.0/24")), "192.0.2.7")?.Key);
        Assert.Null(Find(With(), "192.0.2.7"));
    }

    private TrunkSnapshot? Find(ConfigurationSnapshot configuration, string address, int port = 5060) =>
        networks.Find(configuration, new Flow(SipTransport.Udp, address, port, 0));

    private static ConfigurationSnapshot With(params TrunkSnapshot[] trunks) =>
        BenchConfiguration.Read(1) with { Trunks = trunks.ToImmutableDictionary(t => t.Key) };

    private static TrunkSnapshot Trunk(string key, int order, params ImmutableArray<string> networks) => new(
        key, key, "203.0.113.250", 5060, TrunkTransport.Udp, networks, ["PCMU"], 10, CallerIdHeader.From, order, null, null);
}
