using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Rappel.Server.Web;

/// <summary>Behind a proxy that ends TLS, the address and scheme of whoever asks are what the proxy says; of anybody else that is not believed.</summary>
internal static class ProxyTrust
{
    public static void Use(WebApplication app, ImmutableArray<IPNetwork> trusted)
    {
        if (trusted.IsDefaultOrEmpty)
        {
            return;
        }

        // Several proxies in a row are followed back as far as they are trusted.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
