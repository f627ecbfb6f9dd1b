using System.Net;
using System.Net.Sockets;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public sealed class RtpPortPoolTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<int> _announced = [];
    private readonly List<int> _tried = [];
    private readonly HashSet<int> _taken = [];
    private readonly RtpPortPool _pool;

    public RtpPortPoolTests() => _pool = new RtpPortPool(2001, 2081, Bind, _announced.Add);

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void So_many_even_ports_are_made_ready_and_taken_ones_passed_over()
    {
        _taken.UnionWith([2002, 2006]);
        _pool.Tend(Start);
        Assert.Equal(_pool.Ahead, _pool.Ready);
        Assert.Equal([2004, 2008, 2010], _announced.Take(3));
        Assert.All(_announced, port => Assert.Equal(0, port % 2));
    }

    [Theory]
    [InlineData(10000, 20000, MediaNetLimits.ReadyPorts)]
    [InlineData(2000, 2159, 20)]
    [InlineData(2000, 2039, MediaNetLimits.FewestReadyPorts)]
    public void A_wide_range_has_more_ports_ready_than_a_narrow_one(int first, int last, int ahead)
    {
        using var pool = new RtpPortPool(first, last, Bind, _announced.Add);
        for (var beat = 0; beat < 10; beat++)
        {
            pool.Tend(Start + TimeSpan.FromMilliseconds(20 * beat));
        }

        Assert.Equal(ahead, pool.Ready);
    }

    [Fact]
    public void A_port_taken_is_replaced_and_a_port_not_announced_is_refused()
    {
        _pool.Tend(Start);
        Assert.NotNull(_pool.Take(2002, new MediaSessionId(1)));
        Assert.Null(_pool.Take(2002, new MediaSessionId(2)));
        Assert.Null(_pool.Take(2080, new MediaSessionId(2)));
        _pool.Tend(Start);
        Assert.Equal(_pool.Ahead, _pool.Ready);
        Assert.Equal(_pool.Ahead + 1, _announced.Distinct().Count());
    }

    [Fact]
    public void No_more_pairs_are_held_than_the_process_may_open()
    {
        using var pool = new RtpPortPool(2000, 4000, Bind, _announced.Add, most: 3);
        pool.Tend(Start);
        Assert.Equal([2000, 2002, 2004], _announced);
        Assert.False(pool.Exhausted);
        foreach (var port in (int[])[2000, 2002, 2004])
        {
            pool.Take(port, new MediaSessionId(port));
        }

        pool.Tend(Start);
        Assert.True(pool.Exhausted);
        pool.GiveBack(Start, new MediaSessionId(2002));
        pool.Tend(Start + MediaNetLimits.PortRest);
        Assert.False(pool.Exhausted);
        Assert.Equal([2000, 2002, 2004, 2002], _announced);
    }

    [Theory]
    [InlineData(20_000, 9_375)]
    [InlineData(1_024, 384)]
    [InlineData(64, MediaNetLimits.FewestReadyPorts)]
    [InlineData(long.MaxValue, int.MaxValue)]
    public void Some_descriptors_are_left_to_everything_but_audio(long descriptors, int pairs) =>
        Assert.Equal(pairs, MediaNetLimits.PairsWithin(descriptors));

    [Fact]
    public void A_port_given_back_rests_before_it_is_announced_again()
    {
        var pool = new RtpPortPool(2000, 2003, Bind, _announced.Add);
        pool.Tend(Start);
        pool.Take(2000, new MediaSessionId(1));
        pool.GiveBack(Start, new MediaSessionId(1));
        pool.Tend(Start + MediaNetLimits.PortRest - TimeSpan.FromMilliseconds(1));
        Assert.Equal([2000, 2002], _announced);
        pool.Tend(Start + MediaNetLimits.PortRest);
        Assert.Equal([2000, 2002, 2000], _announced);
        pool.Dispose();
    }

    [Fact]
    public void A_range_in_use_is_not_tried_again_at_every_beat()
    {
        _taken.UnionWith(Enumerable.Range(2000, 100));
        for (var beat = 0; beat < 40; beat++)
        {
            _pool.Tend(Start + (beat * TimeSpan.FromMilliseconds(20)));
        }

        Assert.True(_pool.Exhausted);
        Assert.InRange(_tried.Count, 40, 42);
        _taken.Clear();
        _pool.Tend(Start + MediaNetLimits.BindPause + TimeSpan.FromMilliseconds(40));
        Assert.False(_pool.Exhausted);
        Assert.Equal(_pool.Ahead, _pool.Ready);
    }

    [Fact]
    public void A_pair_is_not_bound_where_either_port_is_taken()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        using var watch = new RtpWatch();
        Assert.Null(watch.TryBind(IPAddress.Loopback, port));
        Assert.Null(watch.TryBind(IPAddress.Loopback, port - 1));
    }

    private FakePort? Bind(int port)
    {
        _tried.Add(port);
        return _taken.Contains(port) ? null : new FakePort(port);
    }

    private sealed class FakePort(int port) : IRtpPort
    {
        public int Port => port;

        public void Assign(MediaSessionId to)
        {
        }

        public void Release()
        {
        }

        public bool Send(in MediaPacket packet) => true;

        public void Dispose()
        {
        }
    }
}
