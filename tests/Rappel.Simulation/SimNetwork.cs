using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>UDP between the engine and the phones: delays, loses, doubles and so reorders. Addresses are names; nothing leaves the process.</summary>
internal sealed class SimNetwork(World world, SimRandom random, Profile profile) : ISimWire
{
    private readonly Dictionary<(string, int), Action<Flow, ReadOnlyMemory<byte>>> _hosts = [];
    private readonly HashSet<string> _cut = new(StringComparer.Ordinal);

    /// <summary>Off in the liveness phase.</summary>
    public bool Faults { get; set; } = true;

    public void Attach(string address, int port, Action<Flow, ReadOnlyMemory<byte>> receive) => _hosts[(address, port)] = receive;

    /// <summary>Told of every message that arrives; for whoever looks into a failing seed.</summary>
    public Action<string, string, ReadOnlyMemory<byte>>? OnDelivered { get; set; }

    /// <summary>Nothing comes from or reaches this address any more.</summary>
    public void Cut(string address) => _cut.Add(address);

    public void Mend(string address) => _cut.Remove(address);

    public void Send(string fromAddress, int fromPort, Flow to, ReadOnlyMemory<byte> message)
    {
        if (Faults && random.Chance(profile.Loss))
        {
            return;
        }

        Deliver(fromAddress, fromPort, to, message);
        if (Faults && random.Chance(profile.Duplicates))
        {
            Deliver(fromAddress, fromPort, to, message);
        }
    }

    private void Deliver(string fromAddress, int fromPort, Flow to, ReadOnlyMemory<byte> message)
    {
        if (_hosts.TryGetValue((to.RemoteAddress, to.RemotePort), out var receive))
        {
            var delay = Faults && random.Chance(profile.Delays) ? random.Milliseconds(50, 900) : random.Milliseconds(1, 25);
            world.After(delay, () =>
            {
                if (_cut.Count == 0 || (!_cut.Contains(fromAddress) && !_cut.Contains(to.RemoteAddress)))
                {
                    OnDelivered?.Invoke(fromAddress, to.RemoteAddress, message);
                    receive(new Flow(SipTransport.Udp, fromAddress, fromPort, 0), message);
                }
            });
        }
    }
}
