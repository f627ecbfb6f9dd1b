using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using System.Threading.Tasks;
using Rappel.Media.Sessions;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public sealed class RtpPortTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public async Task A_peer_of_IPv4_is_heard_and_reached_whatever_the_port_is_bound_to(string bind)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || bind != "::", "this machine has no IPv6");
        var cancelled = TestContext.Current.CancellationToken;
        var arrived = Channel.CreateUnbounded<bool>();
        var incoming = new IncomingPackets(() => arrived.Writer.TryWrite(true));
        using var port = Bind(IPAddress.Parse(bind), incoming);
        port.Assign(new MediaSessionId(7));
        using var peer = LoopRig.Loopback();
        var peerAddress = (IPEndPoint)peer.LocalEndPoint!;

        await peer.SendToAsync(new byte[] { 1 }, new IPEndPoint(IPAddress.Loopback, port.Port), cancelled);
        await arrived.Reader.ReadAsync(cancelled).AsTask().WaitAsync(LoopRig.Patience, cancelled);
        Assert.True(incoming.TryTake(out var packet));
        Assert.Equal((peerAddress, new MediaSessionId(7), false), (packet.Source, packet.Session, packet.Rtcp));

        Assert.True(port.Send(new MediaPacket(new MediaSessionId(7), false, peerAddress, [9], 1)));
        var answer = new byte[4];
        Assert.Equal(1, await peer.ReceiveAsync(answer, cancelled).AsTask().WaitAsync(LoopRig.Patience, cancelled));
        Assert.Equal(9, answer[0]);
    }

    [Fact]
    public void A_destination_of_another_family_is_unsent()
    {
        using var port = Bind(IPAddress.Loopback, new IncomingPackets(() => { }));
        Assert.False(port.Send(new MediaPacket(new MediaSessionId(1), false, new IPEndPoint(IPAddress.IPv6Loopback, 4000), [9], 1)));
    }

    private static RtpPort Bind(IPAddress address, IncomingPackets incoming)
    {
        var clock = new Clock(TimeProvider.System, _ => { });
        using var probe = LoopRig.Loopback();
        var first = Math.Min(((IPEndPoint)probe.LocalEndPoint!).Port & ~1, 64_000) + 2;
        return Enumerable.Range(0, 200).Select(n => RtpPort.TryBind(address, first + (2 * n), incoming, clock)).First(port => port is not null)!;
    }
}
