using System.Net;
using System.Text;
using Rappel.Media.Ice;
using Rappel.Media.Rtp;
using Rappel.Media.Sessions;
using Rappel.Media.Srtp;

namespace Rappel.Tests.Media.Sessions;

/// <summary>A session to a browser: checks, handshake and audio on one port.</summary>
public sealed class SecuredSessionTests : IDisposable
{
    private static readonly MediaSessionId Session = new(1);
    private static readonly IPEndPoint Browser = new(IPAddress.Parse("192.0.2.9"), 50000);
    private static readonly byte[] Exported = [.. Enumerable.Range(1, SrtpLimits.Exported).Select(i => (byte)i)];

    private readonly MediaMachine _machine = new("rappel", () => 1);
    private readonly SrtpReceiver _opens = new(SrtpKeys.OfExport(Exported, isClient: true));
    private readonly SrtpSender _protects = new(SrtpKeys.OfExport(Exported, isClient: true));
    private Instant _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public SecuredSessionTests()
    {
        _machine.Handle(_now, new MediaCommand.Open(Session, 77, 100, 1000) { LocalPort = 40000 });
        _machine.Handle(_now, new MediaCommand.Configure(Session, new MediaParameters("0.0.0.0", 9, G711.Pcmu, 0, 126, 20, MediaDirection.SendReceive)
        {
            Secured = new SecuredMedia("ours", "password", "theirs", "sha-256 AA", DtlsRole.Passive),
        }));
    }

    public void Dispose()
    {
        _opens.Dispose();
        _protects.Dispose();
    }

    [Fact]
    public void Nothing_is_sent_before_there_are_keys_and_all_is_protected_after()
    {
        _machine.Handle(_now, new MediaCommand.Play(Session, 5, [new AudioClip("tone", new short[320])]));
        Pass(1);
        Assert.Empty(Sent());

        Secure();
        Pass(2);

        var first = Sent()[0];
        Assert.Equal(Browser, first.Destination);
        Assert.Equal(RtpPacket.HeaderLength + 160 + SrtpLimits.Tag, first.Bytes.Length);
        Assert.Equal(172, _opens.OpenRtp(first.Bytes, new byte[1500]));
        Pass(2);
        Assert.Contains(Events(), e => e is MediaEvent.PlayEnded { Token: 5 });
    }

    [Fact]
    public void A_check_is_answered_and_names_the_path_and_the_handshake_goes_over_it()
    {
        Check();
        Assert.Single(Sent());
        Assert.Single(Events(), e => e is SecureEvent.PathFound);

        _machine.Receive(_now, Session, false, Browser, [22, 254, 253]);
        _machine.Receive(_now, Session, false, new IPEndPoint(IPAddress.Loopback, 1), [22, 254, 253]);
        Assert.Single(Events(), e => e is SecureEvent.HandshakeReceived);

        _machine.Handle(_now, new SecureCommand.SendHandshake(Session, [new byte[] { 22, 1 }]));
        Assert.Equal((Browser, 2), Sent().Select(p => (p.Destination, p.Bytes.Length)).Single());
    }

    [Fact]
    public void Audio_of_the_browser_is_taken_whatever_path_it_comes_by_and_forged_audio_is_not()
    {
        Secure();
        Hear(Browser);
        Hear(new IPEndPoint(IPAddress.Parse("192.0.2.10"), 1));
        _machine.Receive(_now, Session, false, Browser, Packet(9));

        Assert.True(_machine.TryGetStatistics(Session, out var statistics));
        Assert.Equal(2, statistics.PacketsReceived);
        Assert.Equal(1, _machine.Counters.Foreign);
    }

    [Fact]
    public void A_browser_that_never_comes_is_not_waited_for()
    {
        Pass(1);
        _now += MediaLimits.SecuringWithin;
        Pass(2);

        Assert.Single(Events(), e => e is SecureEvent.SecuringFailed);
    }

    [Fact]
    public void One_that_checks_no_longer_has_vanished_even_where_it_never_spoke()
    {
        Secure();
        Pass(1);
        Events();
        _now += MediaLimits.PeerSilence;
        Check();
        Pass(1);
        Assert.DoesNotContain(Events(), e => e is MediaEvent.PeerVanished);

        _now += MediaLimits.PeerSilence;
        Pass(1);
        Assert.Single(Events(), e => e is MediaEvent.PeerVanished);
    }

    [Fact]
    public void A_second_of_audio_both_ways_costs_no_memory()
    {
        Secure();
        Pass(10);
        Drain();
        var buffer = new byte[1500];
        Round(buffer, 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 11; i < 60; i++)
        {
            Round(buffer, (ushort)i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Round(byte[] buffer, ushort sequence)
    {
        RtpPacket.WriteHeader(buffer, false, 0, sequence, sequence * 160u, 5);
        var length = _protects.ProtectRtp(buffer, 172);
        _machine.Receive(_now, Session, false, Browser, buffer.AsSpan(0, length));
        _now += TimeSpan.FromMilliseconds(20);
        _machine.Beat(_now);
        Drain();
    }

    private void Secure()
    {
        Check();
        _machine.Handle(_now, new SecureCommand.Secure(Session, SrtpKeys.OfExport(Exported, isClient: false)));
        Sent();
    }

    private void Check()
    {
        var buffer = new byte[200];
        var writer = new StunWriter(buffer, StunMessage.BindingRequest, new byte[12]);
        writer.Add(StunAttribute.UserName, Encoding.UTF8.GetBytes("ours:theirs"));
        writer.Add(StunAttribute.UseCandidate, []);
        writer.Sign("password");
        _machine.Receive(_now, Session, false, Browser, buffer.AsSpan(0, writer.Length));
    }

    private void Hear(IPEndPoint from)
    {
        var packet = Packet((ushort)(100 + from.Port));
        Array.Resize(ref packet, packet.Length + SrtpLimits.Growth);
        _machine.Receive(_now, Session, false, from, packet.AsSpan(0, _protects.ProtectRtp(packet, 172)));
    }

    private static byte[] Packet(ushort sequence)
    {
        var packet = new byte[172];
        RtpPacket.WriteHeader(packet, false, 0, sequence, sequence * 160u, 5);
        return packet;
    }

    private void Pass(int beats)
    {
        for (var i = 0; i < beats; i++)
        {
            _now += TimeSpan.FromMilliseconds(20);
            _machine.Beat(_now);
        }
    }

    private void Drain()
    {
        while (_machine.TryTakePacket(out _))
        {
        }
    }

    private List<(IPEndPoint Destination, byte[] Bytes)> Sent()
    {
        List<(IPEndPoint, byte[])> sent = [];
        while (_machine.TryTakePacket(out var packet))
        {
            sent.Add((packet.Destination, packet.Buffer[..packet.Length]));
        }

        return sent;
    }

    private List<MediaEvent> Events()
    {
        List<MediaEvent> events = [];
        while (_machine.TryTakeEvent(out var happened))
        {
            events.Add(happened);
        }

        return events;
    }
}
