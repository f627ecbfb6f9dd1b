using System.Runtime.CompilerServices;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class CopiedHeaderTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _host;
    private readonly Wire _wire;

    public CopiedHeaderTests()
    {
        _host = _network.Add("a", "192.0.2.1");
        _wire = new Wire(_network, _host);
    }

    /// <summary>RFC 3261 §8.2.6.2.</summary>
    [Fact]
    public void A_response_has_the_headers_of_its_request_as_they_came()
    {
        _network.Inject(_host, _wire.Source, """
            OPTIONS sip:bob@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.9 ; branch=z9hG4bKx
            Via: SIP / 2.0 / TCP proxy.example;branch=z9hG4bKy;odd="a b"
            From: Ca rol  <sip:carol@192.0.2.9>;x=1;tag=f
            To: <sip:bob@192.0.2.1>;tag=t
            Call-ID: (odd)\c1
            CSeq: 0007   OPTIONS
            Content-Length: 0


            """);

        var response = _wire.Response;
        Assert.Equal(["SIP/2.0/UDP 192.0.2.9 ; branch=z9hG4bKx", "SIP / 2.0 / TCP proxy.example;branch=z9hG4bKy;odd=\"a b\""], response.All("Via"));
        Assert.Equal("Ca rol  <sip:carol@192.0.2.9>;x=1;tag=f", response["From"]);
        Assert.Equal("<sip:bob@192.0.2.1>;tag=t", response["To"]);
        Assert.Equal("(odd)\\c1", response["Call-ID"]);
        Assert.Equal("0007   OPTIONS", response["CSeq"]);
    }

    [Fact]
    public void A_confirmed_call_does_not_keep_its_INVITE()
    {
        var invite = Answered();
        GC.Collect();

        Assert.Equal(1, _host.Agent.LegCount);
        Assert.False(invite.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Answered()
    {
        _host.AnswerCalls();
        _wire.Send("INVITE", 1, body: "offer");
        _wire.Send("ACK", 1, toTag: _wire.Response.To()!.Tag!);
        var invite = new WeakReference(_host.Only<UserAgentEvent.Called>().Invite);
        _host.Only<UserAgentEvent.Confirmed>();
        _host.Events.Clear();
        return invite;
    }
}
