using Rappel.Engine;
using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>
/// One connection that a page holds open to the server: what is sent over it arrives whole and in order, until one side closes it or the network
/// is gone from under it. A server that dies, or shuts somebody out, closes it.
/// </summary>
internal sealed class SimSocket(World world, SimRandom random, Site site, FlowIdentity identity, string address, int port)
{
    private Instant _sent = world.Now;
    private Instant _received = world.Now;
    private bool _dead;

    public FlowIdentity Identity => identity;

    public string Address => address;

    public int Port => port;

    /// <summary>As the server knows it.</summary>
    public Flow Flow { get; private set; }

    public bool IsOpen { get; private set; }

    public required Action<ReadOnlyMemory<byte>> OnMessage { get; init; }

    /// <summary>The server closed it.</summary>
    public required Action OnClosed { get; init; }

    public void Opened(long number)
    {
        Flow = new Flow(SipTransport.Ws, address, port, number);
        IsOpen = true;
    }

    public void Send(ReadOnlyMemory<byte> message)
    {
        if (IsOpen)
        {
            InOrder(ref _sent, () => site.Receive(this, message, isLost: _dead));
        }
    }

    /// <summary>From the server.</summary>
    public void Deliver(ReadOnlyMemory<byte> message) => InOrder(ref _received, () =>
    {
        if (IsOpen)
        {
            OnMessage(message);
        }
    });

    /// <summary>By the page: what it said before arrives still.</summary>
    public void Close()
    {
        IsOpen = false;
        InOrder(ref _sent, () => site.Closed(this));
    }

    /// <summary>The network is gone: the page knows at once, the server when its ping is not answered.</summary>
    public void Die()
    {
        IsOpen = false;
        _dead = true;
        world.After(random.Seconds(1, 20), () => site.Closed(this));
    }

    /// <summary>By the server, or with it.</summary>
    public void ShutOut()
    {
        if (IsOpen)
        {
            IsOpen = false;
            world.After(random.Milliseconds(1, 25), OnClosed);
        }
    }

    private void InOrder(ref Instant last, Action arrive)
    {
        var at = world.Now + random.Milliseconds(1, 25);
        last = at > last ? at : last;
        world.At(last, arrive);
    }
}
