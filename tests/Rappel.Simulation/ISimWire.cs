using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>What carries a phone's messages to the server and back.</summary>
internal interface ISimWire
{
    /// <param name="receive">Told of each message that comes to this address, and by which way.</param>
    void Attach(string address, int port, Action<Flow, ReadOnlyMemory<byte>> receive);

    void Send(string fromAddress, int fromPort, Flow to, ReadOnlyMemory<byte> message);
}
