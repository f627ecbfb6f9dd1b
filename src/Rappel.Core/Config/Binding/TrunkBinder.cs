using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Rappel.Core.Config.Binding;

internal static class TrunkBinder
{
    private static readonly Said AddressWords = new("host or host:port, such as sip.example.net:5060 or \"[2001:db8::1]:5060\"",
        "hôte ou hôte:port, tel sip.example.net:5060 ou \"[2001:db8::1]:5060\"");

    private static readonly Said NetworkWords = new("an address or a CIDR block, such as 192.0.2.0/24", "une adresse ou un bloc CIDR, tel 192.0.2.0/24");

    private const int DefaultPort = 5060;
    private const int DefaultCalls = 100;
    private const int Ipv6Bytes = 16;

    public static TrunkSnapshot Bind(string key, MapReader reader)
    {
        var (host, port) = Address(reader);
        var transport = reader.Choice("transport", TrunkTransport.Udp, ("udp", TrunkTransport.Udp), ("tcp", TrunkTransport.Tcp));
        var callerId = reader.Choice("callerId", CallerIdHeader.From,
            ("From", CallerIdHeader.From), ("P-Asserted-Identity", CallerIdHeader.PAssertedIdentity));
        var user = reader.OptionalText("userName");
        var password = reader.OptionalText("password");
        if (user is null != password is null && !reader.Has(user is null ? "userName" : "password"))
        {
            reader.Scope.Report(ProblemCode.Missing, reader.PathOf(user is null ? "userName" : "password"), reader.Mark,
                new("a user name and a password go together", "un nom d'utilisateur et un mot de passe vont ensemble"),
                new("both or neither", "les deux ou aucun"));
        }

        return new TrunkSnapshot(
            key, reader.OptionalText("name") ?? key, host, port, transport, Networks(reader), Codecs(reader),
            reader.Integer("maximumCalls", ConfigurationLimits.TrunkCalls, DefaultCalls), callerId,
            reader.Integer("order", ConfigurationLimits.TrunkOrder, 0), user, password);
    }

    private static (string Host, int Port) Address(MapReader reader)
    {
        if (reader.RequiredScalar("address", AddressWords) is not { } scalar)
        {
            return ("invalid", DefaultPort);
        }

        if (TrySplit(scalar.Text, out var host, out var port))
        {
            return (host, port);
        }

        reader.Scope.Report(ProblemCode.BadValue, reader.PathOf("address"), scalar.Mark,
            new($"`{MapReader.Shorten(scalar.Text)}` is not an address calls can be sent to",
                $"« {MapReader.Shorten(scalar.Text)} » n'est pas une adresse où envoyer des appels"),
            AddressWords + Said.Same("; ports ") + ConfigurationLimits.Port.Allowed);
        return ("invalid", DefaultPort);
    }

    internal static bool TrySplit(string text, out string host, out int port)
    {
        port = DefaultPort;
        var colon = text.LastIndexOf(':');
        var bracket = text.LastIndexOf(']');
        host = colon > bracket ? text[..colon] : text;
        if (colon > bracket && (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port)
            || !ConfigurationLimits.Port.Holds(port)))
        {
            return false;
        }

        if (host.StartsWith('['))
        {
            host = host.Trim('[', ']');
            return IPAddress.TryParse(host, out var address) && address.GetAddressBytes().Length == Ipv6Bytes;
        }

        return Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4;
    }

    private static ImmutableArray<string> Networks(MapReader reader)
    {
        var networks = ImmutableArray.CreateBuilder<string>();
        foreach (var (node, path) in reader.Items("trustedNetworks", ConfigurationLimits.TrustedNetworks))
        {
            if (node is not ConfigScalar scalar)
            {
                MapReader.WrongKind(reader.Scope, path, node, NetworkWords);
            }
            else if (Block(scalar.Text) is { } block)
            {
                networks.Add(block);
            }
            else if (!scalar.Faulty)
            {
                reader.Scope.Report(ProblemCode.BadValue, path, scalar.Mark,
                    new($"`{MapReader.Shorten(scalar.Text)}` is not a network, or has bits set beyond its prefix",
                        $"« {MapReader.Shorten(scalar.Text)} » n'est pas un réseau, ou a des bits au-delà de son préfixe"), NetworkWords);
            }
        }

        return networks.ToImmutable();
    }

    /// <summary>The CIDR block, or null. Bits beyond the prefix are refused: who writes 192.0.2.7/8 has mistyped one or the other.</summary>
    private static string? Block(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
        {
            return null;
        }

        var written = slash < 0 ? $"{address}/{address.GetAddressBytes().Length * 8}" : text;
        return IPNetwork.TryParse(written, out var network) && network.BaseAddress.Equals(address) ? network.ToString() : null;
    }

    private static ImmutableArray<string> Codecs(MapReader reader)
    {
        var allowed = Said.Listed(ConfigurationLimits.Codecs);
        var codecs = ImmutableArray.CreateBuilder<string>();
        foreach (var (node, path) in reader.Items("codecs", ConfigurationLimits.Codecs.Length))
        {
            if (node is not ConfigScalar scalar)
            {
                MapReader.WrongKind(reader.Scope, path, node, allowed);
            }
            else if (ConfigurationLimits.Codecs.Contains(scalar.Text) && !codecs.Contains(scalar.Text))
            {
                codecs.Add(scalar.Text);
            }
            else if (!scalar.Faulty)
            {
                reader.Scope.Report(ProblemCode.BadValue, path, scalar.Mark,
                    codecs.Contains(scalar.Text) ? new($"`{scalar.Text}` is listed twice", $"« {scalar.Text} » est donné deux fois")
                        : new($"`{MapReader.Shorten(scalar.Text)}` is not a codec we have", $"« {MapReader.Shorten(scalar.Text)} » n'est pas un codec que nous avons"),
                    allowed);
            }
        }

        return codecs.Count == 0 ? ConfigurationLimits.Codecs : codecs.ToImmutable();
    }
}
