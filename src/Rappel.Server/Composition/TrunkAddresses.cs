using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Rappel.Core.Config;
using Rappel.Server.Hosting;

namespace Rappel.Server.Composition;

/// <summary>The engine knows numeric addresses only: host names of trunks are looked up when a configuration is taken into force.</summary>
public sealed class TrunkAddresses(ILogger log)
{
    /// <summary>The same configuration with numeric trunk hosts; a name that cannot be found is left, and its calls fail.</summary>
    public ConfigurationSnapshot Resolve(ConfigurationSnapshot configuration)
    {
        var trunks = configuration.Trunks;
        foreach (var (key, trunk) in configuration.Trunks)
        {
            if (IPAddress.TryParse(trunk.Host, out _))
            {
                continue;
            }

            if (Find(trunk.Host) is { } address)
            {
                trunks = trunks.SetItem(key, trunk with { Host = address.ToString() });
            }
            else
            {
                log.LogWarning(LogKinds.Configuration, "trunk {Trunk}: the host {Host} is not found; calls over it will fail", key, trunk.Host);
            }
        }

        return configuration with { Trunks = trunks };
    }

    private static IPAddress? Find(string host)
    {
        try
        {
            var all = Dns.GetHostAddresses(host);
            return all.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? all.FirstOrDefault();
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return null;
        }
    }
}
