using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public sealed class RtpPortTests : IDisposable
{
    private static readonly MediaSessionId Seven = new(7);
    private static readonly long Patience = (long)LoopRig.Patience.TotalNanoseconds;
    private readonly RtpWatch _watch = new();
    private readonly Socket _peer = LoopRig.Loopback();

    private IPEndPoint PeerEnd => (IPEndPoint)_peer.LocalEndPoint!;

    public void Dispose()
    {
        _watch.Dispose();
        _peer.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public async Task A_peer_of_IPv4_is_heard_and_reached_whatever_the_port_is_bound_to(string bind)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || bind != "::", "this machine has no IPv6");
        var cancelled = TestContext.Current.CancellationToken;
        using var port = Bind(IPAddress.Parse(bind));
        port.Assign(Seven);
        Hear(port.Port, 1);
        var (heard, rtcp) = Next();
        Assert.Equal((PeerEnd, Seven, false), (_watch.Buffer.Source, heard!.Session, rtcp));

        Assert.True(port.Send(new MediaPacket(Seven, port.Port, false, PeerEnd, [9], 1)));
        var answer = new byte[4];
        Assert.Equal(1, await _peer.ReceiveAsync(answer, cancelled).AsTask().WaitAsync(LoopRig.Patience, cancelled));
        Assert.Equal(9, answer[0]);
    }

    [Fact]
    public void The_odd_port_is_heard_as_reports()
    {
        using var port = Bind(IPAddress.Loopback);
        port.Assign(Seven);
        Hear(port.Port + 1, 200, 1);
        var (heard, rtcp) = Next();
        Assert.Same(port, heard);
        Assert.True(rtcp);
        Assert.Equal([200, 1], _watch.Buffer.Bytes.ToArray());
    }

    [Fact]
    public void Packets_are_read_one_at_a_time_and_none_is_forgotten()
    {
        using var port = Bind(IPAddress.Loopback);
        port.Assign(Seven);
        for (byte i = 0; i < 5; i++)
        {
            Hear(port.Port, i);
        }

        for (byte i = 0; i < 5; i++)
        {
            Assert.Equal(1, _watch.Wait(Patience));
            Assert.True(_watch.TryReceive(0, out _, out _));
            Assert.Equal(i, _watch.Buffer.Bytes[0]);
        }

        Assert.Equal(0, _watch.Wait(0));
    }

    [Fact]
    public void What_came_for_the_call_before_is_not_heard_by_the_next()
    {
        using var port = Bind(IPAddress.Loopback);
        port.Assign(new MediaSessionId(1));
        Hear(port.Port, 1);
        port.Release();
        Assert.Equal(1, _watch.Wait(Patience));
        Assert.False(_watch.TryReceive(0, out _, out _));

        Hear(port.Port, 2);
        Hear(port.Port + 1, 3);
        port.Assign(Seven);
        Assert.Equal(0, _watch.Wait(0));
        Hear(port.Port, 4);
        Assert.Same(port, Next().Port);
        Assert.Equal(4, _watch.Buffer.Bytes[0]);
    }

    [Fact]
    public void A_pair_that_is_closed_is_watched_no_more_and_its_numbers_may_be_anothers()
    {
        var first = Bind(IPAddress.Loopback);
        first.Assign(Seven);
        Hear(first.Port, 1);
        Assert.Equal(1, _watch.Wait(Patience));
        first.Dispose();
        first.Dispose();
        Assert.False(_watch.TryReceive(0, out _, out _));
        using var second = Bind(IPAddress.Loopback);
        second.Assign(Seven);
        Hear(second.Port, 2);
        Assert.Same(second, Next().Port);
    }

    [Fact]
    public void A_peer_that_moves_is_told_and_reached_where_it_is()
    {
        using var port = Bind(IPAddress.Loopback);
        using var other = LoopRig.Loopback();
        port.Assign(Seven);
        foreach (var socket in new[] { _peer, other, _peer })
        {
            socket.SendTo([1], new IPEndPoint(IPAddress.Loopback, port.Port));
            Next();
            Assert.Equal(socket.LocalEndPoint, _watch.Buffer.Source);
            Assert.True(port.Send(new MediaPacket(Seven, port.Port, false, _watch.Buffer.Source, [9], 1)));
            socket.ReceiveTimeout = (int)LoopRig.Patience.TotalMilliseconds;
            Assert.Equal(1, socket.Receive(new byte[4]));
        }
    }

    [Fact]
    public void A_destination_of_another_family_is_unsent()
    {
        using var port = Bind(IPAddress.Loopback);
        Assert.False(port.Send(new MediaPacket(Seven, port.Port, false, new IPEndPoint(IPAddress.IPv6Loopback, 4000), [9], 1)));
    }

    [Fact]
    public void Whoever_waits_is_woken_by_the_bell()
    {
        _watch.Ring();
        Assert.Equal(1, _watch.Wait(Patience));
        Assert.False(_watch.TryReceive(0, out _, out _));
        Assert.Equal(0, _watch.Wait(0));
        _watch.Ring();
        Assert.Equal(1, _watch.Wait(Patience));
    }

    private void Hear(int port, params byte[] bytes) => _peer.SendTo(bytes, new IPEndPoint(IPAddress.Loopback, port));

    private (RtpPort? Port, bool Rtcp) Next()
    {
        Assert.Equal(1, _watch.Wait(Patience));
        return _watch.TryReceive(0, out var port, out var rtcp) ? (port, rtcp) : (null, false);
    }

    private RtpPort Bind(IPAddress address)
    {
        using var probe = LoopRig.Loopback();
        var first = Math.Min(((IPEndPoint)probe.LocalEndPoint!).Port & ~1, 64_000) + 2;
        return Enumerable.Range(0, 200).Select(n => _watch.TryBind(address, first + (2 * n))).First(port => port is not null)!;
    }
}
