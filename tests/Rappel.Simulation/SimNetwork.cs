using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>UDP between the engine and the phones: delays, loses, doubles and so reorders. Addresses are names; nothing leaves the process.</summary>
internal sealed class SimNetwork(World world, SimRandom random)
{
    private readonly Dictionary<(string, int), Action<Flow, ReadOnlyMemory<byte>>> _hosts = [];

    /// <summary>Off in the liveness phase.</summary>
    public bool Faults { get; set; } = true;

    public void Attach(string address, int port, Action<Flow, ReadOnlyMemory<byte>> receive) => _hosts[(address, port)] = receive;

    public void Send(string fromAddress, int fromPort, Flow to, ReadOnlyMemory<byte> message)
    {
        if (Faults && random.Chance(0.01))
        {
            return;
        }

        Deliver(fromAddress, fromPort, to, message);
        if (Faults && random.Chance(0.01))
        {
            Deliver(fromAddress, fromPort, to, message);
        }
    }

    private void Deliver(string fromAddress, int fromPort, Flow to, ReadOnlyMemory<byte> message)
    {
        if (_hosts.TryGetValue((to.RemoteAddress, to.RemotePort), out var receive))
        {
            var delay = Faults && random.Chance(0.02) ? random.Milliseconds(50, 900) : random.Milliseconds(1, 25);
            world.After(delay, () => receive(new Flow(SipTransport.Udp, fromAddress, fromPort, 0), message));
        }
    }
}
