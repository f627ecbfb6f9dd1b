using System.Collections.Immutable;
using System.Net;
using Rappel.Core.Config;
using Rappel.Sip.Transports;

namespace Rappel.Engine.Telephony;

/// <summary>
/// Which trunk an address belongs to. Each call asks twice, and nearly all come from a few peers: the networks are read once a configuration,
/// and what was last found is kept.
/// </summary>
internal sealed class TrunkNetworks
{
    private ConfigurationSnapshot? _of;
    private ImmutableArray<(TrunkSnapshot Trunk, ImmutableArray<IPNetwork> Networks)> _trunks = [];
    private (string Address, int Port, TrunkSnapshot? Trunk)? _last;

    /// <summary>One that calls are sent to there, else the first whose networks hold it; null for none.</summary>
    public TrunkSnapshot? Find(ConfigurationSnapshot configuration, Flow source)
    {
        if (!ReferenceEquals(_of, configuration))
        {
            Read(configuration);
        }

        if (_last is not { } last || last.Port != source.RemotePort || last.Address != source.RemoteAddress)
        {
            _last = last = (source.RemoteAddress, source.RemotePort, Search(source));
        }

        return last.Trunk;
    }

    private void Read(ConfigurationSnapshot configuration)
    {
        _of = configuration;
        _last = null;
        _trunks =
        [
            .. configuration.Trunks.Values.OrderBy(t => t.Order).ThenBy(t => t.Key, StringComparer.Ordinal)
                .Select(trunk => (trunk, trunk.TrustedNetworks.SelectMany(Networks).ToImmutableArray())),
        ];
    }

    private TrunkSnapshot? Search(Flow source)
    {
        if (!IPAddress.TryParse(source.RemoteAddress, out var address))
        {
            return null;
        }

        TrunkSnapshot? found = null;
        foreach (var (trunk, networks) in _trunks)
        {
            if (networks.Any(network => network.Contains(address)))
            {
                if (trunk.Host == source.RemoteAddress && trunk.Port == source.RemotePort)
                {
                    return trunk;
                }

                found ??= trunk;
            }
        }

        return found;
    }

    private static IPNetwork[] Networks(string text) => IPNetwork.TryParse(text, out var network) ? [network] : [];
}
