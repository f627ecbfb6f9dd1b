using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Net;
using Rappel.Server.Configuration;

namespace Rappel.Server.Composition;

/// <summary>Reads the settings from environment variables. Every bad value is reported, not the first alone.</summary>
public sealed class EnvironmentReader(Func<string, string?> variable, string currentFolder)
{
    private const int FewestRtpPorts = 4;

    private readonly List<string> problems = [];

    /// <summary>One line each, naming the variable, its value and what is allowed.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Null where there is any problem.</summary>
    public ServerSettings? Read()
    {
        var (first, last) = RtpPorts("RTP_PORTS", "10000-20000");
        var settings = new ServerSettings(
            Address("BIND", "127.0.0.1"),
            Port("HTTP_PORT", "8080"),
            Port("SIP_PORT", "5060"),
            first,
            last,
            Folder("DATA_DIR", "./data"),
            Source("CONFIG"),
            HostAndPort("CARRIER", "127.0.0.1:5070"),
            Secret("ADMIN_PASSWORD"),
            Secret("API_TOKEN"),
            Secret("AGENT_PASSWORD"))
        {
            Postgres = Secret("POSTGRES"),
            AllowsPrivateWeb = Flag("ALLOW_PRIVATE_WEB"),
            TrustedProxies = Networks("TRUSTED_PROXIES"),
        };
        CheckPortsApart(settings);
        return problems.Count == 0 ? settings : null;
    }

    private string Text(string name, string standard) => variable(name) is { Length: > 0 } value ? value.Trim() : standard;

    private void Refuse(string name, string value, string allowed) => problems.Add($"{name}={value}: must be {allowed}");

    private int Port(string name, string standard)
    {
        var text = Text(name, standard);
        if (!TryPort(text, out var port))
        {
            Refuse(name, text, "a port number, 1 to 65535");
        }

        return port;
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private (int First, int Last) RtpPorts(string name, string standard)
    {
        var text = Text(name, standard);
        if (text.Split('-') is [var from, var to] && TryPort(from, out var first) && TryPort(to, out var last)
            && first >= 1024 && last - first + 1 >= FewestRtpPorts)
        {
            return (first, last);
        }

        Refuse(name, text, $"FIRST-LAST, two ports of 1024 to 65535 with at least {FewestRtpPorts} ports between them, for example 10000-20000");
        return (0, 0);
    }

    private IPAddress Address(string name, string standard)
    {
        var text = Text(name, standard);
        // 127.1 and 0x7f.1 parse too; an operator who means them can write them out.
        if (IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || text.Split('.').Length == 4))
        {
            return address;
        }

        Refuse(name, text, "the numeric IP address to listen on, for example 127.0.0.1, or 0.0.0.0 for all");
        return IPAddress.None;
    }

    private ImmutableArray<IPNetwork> Networks(string name)
    {
        var text = Text(name, "");
        var networks = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network).ToList();
        if (networks.Contains(null))
        {
            Refuse(name, text, "addresses and networks with commas between, for example 10.0.0.1,192.168.0.0/16");
        }

        return networks.Count == 0 ? [] : [.. networks.OfType<IPNetwork>()];
    }

    /// <summary>An address is a network of one.</summary>
    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private string Folder(string name, string standard)
    {
        var text = Text(name, standard);
        try
        {
            var path = Path.GetFullPath(text, currentFolder);
            if (!File.Exists(path))
            {
                return path;
            }

            Refuse(name, text, "a folder, and this is a file");
        }
        catch (ArgumentException)
        {
            Refuse(name, text, "the path of a folder");
        }

        return "";
    }

    private ConfigurationSource Source(string name) => Text(name, "") switch
    {
        "" => new ConfigurationSource.Example(),
        ConfigurationSource.Empty.Word => new ConfigurationSource.Empty(),
        _ => new ConfigurationSource.Folder(Folder(name, "")),
    };

    private string HostAndPort(string name, string standard)
    {
        var text = Text(name, standard);
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !TryPort(text[(colon + 1)..], out _) || Uri.CheckHostName(text[..colon].Trim('[', ']')) == UriHostNameType.Unknown)
        {
            Refuse(name, text, "HOST:PORT of the carrier, for example 127.0.0.1:5070");
        }

        return text;
    }

    private bool Flag(string name)
    {
        var text = Text(name, "no");
        if (text is not ("yes" or "no"))
        {
            Refuse(name, text, "yes or no");
        }

        return text == "yes";
    }

    private string? Secret(string name)
    {
        if (variable(name) is not { Length: > 0 } value)
        {
            return null;
        }

        // The value itself is not repeated: what is printed may be kept.
        if (value.Any(c => c is <= ' ' or '"' or '\\' or > '~'))
        {
            problems.Add($"{name}: must be printable ASCII without spaces, quotes and backslashes");
        }

        return value;
    }

    // A SIP port inside the RTP range does no harm: it is bound first, and media takes what ports are free.
    private void CheckPortsApart(ServerSettings settings)
    {
        if (settings.HttpPort != 0 && settings.HttpPort == settings.SipPort)
        {
            Refuse("HTTP_PORT", settings.HttpPort.ToString(CultureInfo.InvariantCulture), "another port than SIP_PORT: both listen on TCP");
        }
    }
}
