using System.Text;
using Rappel.Engine;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Engine.Benches;

/// <summary>A page in a browser that is a phone: its connection comes and goes, and each time it is loaded it has another name.</summary>
internal sealed class Page(Bench bench, Phone phone, FlowIdentity identity)
{
    private static long _connections;
    private int _loaded;
    private int _registered;

    public Phone Phone { get; } = phone;

    public PhoneCall Ringing => Phone.Ringing;

    private string Contact => $"sip:page{_loaded}@{Phone.Address}:5060";

    /// <summary>Loaded, connected and registered.</summary>
    public Page Load()
    {
        _loaded++;
        Phone.Calls.Clear();
        return Connect();
    }

    /// <summary>The same page has a connection again.</summary>
    public Page Connect()
    {
        Phone.Connection = ++_connections;
        bench.Feed(new EngineInput.FlowOpened(Phone.Flow, identity));
        Register(identity.User);
        return this;
    }

    public void Register(string user)
    {
        var text = $"""
            REGISTER sip:rappel SIP/2.0
            Via: SIP/2.0/WS page.invalid;branch=z9hG4bK{Phone.Connection}x{++_registered}
            Max-Forwards: 70
            From: <sip:{user}@rappel>;tag=a
            To: <sip:{user}@rappel>
            Call-ID: page{_loaded}@{Phone.Address}
            CSeq: {_registered} REGISTER
            Contact: <{Contact};transport=ws>;expires=600
            Content-Length: 0


            """.ReplaceLineEndings("\r\n");
        bench.Feed(new EngineInput.SipReceived(Phone.Flow, Encoding.UTF8.GetBytes(text)));
        bench.Settle();
    }

    /// <summary>The network is gone, or the tab closed.</summary>
    public void Lose()
    {
        var flow = Phone.Flow;
        Phone.Connection = 0;
        bench.Feed(new EngineInput.FlowClosed(flow));
        bench.Settle();
    }

    /// <summary>The tab is closed: a last word of its call's audio, and the connection.</summary>
    public void Close(PhoneCall call)
    {
        Lose();
        bench.Media.SayGoodbye(call.EnginePort);
        bench.Settle();
    }

    /// <summary>Loaded again in the middle of its newest call, whose audio says its last word.</summary>
    public void Reload()
    {
        bench.Media.SayGoodbye(Phone.Calls[^1].EnginePort);
        Lose();
        Load();
    }
}
