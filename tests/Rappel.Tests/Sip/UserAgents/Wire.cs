using System.Text;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Sip.UserAgents;

/// <summary>A peer written by hand against one user agent: says any message, sees what comes back and where to.</summary>
internal sealed class Wire
{
    private int _branch;

    public Wire(SipNetwork network, SipHost host)
    {
        (Network, Host) = (network, host);
        Source = new Flow(SipTransport.Udp, "192.0.2.9", 5060, 0);
    }

    public SipNetwork Network { get; }

    public SipHost Host { get; }

    public Flow Source { get; set; }

    public Packet Last => Network.Sent[^1];

    public SipResponse Response => Assert.IsType<SipResponse>(Last.Message);

    /// <summary>Statuses of all responses so far.</summary>
    public IEnumerable<int> Statuses => Network.Sent.Select(p => p.Message).OfType<SipResponse>().Select(r => r.Status);

    /// <summary>Sends a request of the caller <c>c1</c>; <paramref name="headers"/> are whole lines.</summary>
    public void Send(string method, int cseq, string toTag = "", string via = "", string headers = "", string body = "", string fromTag = "f", string callId = "c1", string uri = "sip:bob@192.0.2.1")
    {
        var text = new StringBuilder();
        text.Append($"{method} {uri} SIP/2.0\n");
        text.Append($"Via: {(via.Length > 0 ? via : $"SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKw{++_branch}")}\n");
        text.Append($"From: <sip:carol@192.0.2.9>;tag={fromTag}\nTo: <sip:bob@192.0.2.1>{(toTag.Length > 0 ? ";tag=" + toTag : "")}\n");
        text.Append($"Call-ID: {callId}\nCSeq: {cseq} {method}\nContact: <sip:carol@192.0.2.9>\nMax-Forwards: 70\n");
        text.Append(headers);
        text.Append(body.Length > 0 && !headers.Contains("Content-Type", StringComparison.Ordinal) ? "Content-Type: application/sdp\n" : "");
        text.Append($"Content-Length: {body.Length}\n\n{body}");
        Network.Inject(Host, Source, text.ToString());
    }

    /// <summary>Answers a request of the host.</summary>
    public void Answer(SipMessage request, int status, string tag, string headers = "", string body = "")
    {
        var type = body.Length > 0 ? "Content-Type: application/sdp\n" : "";
        Network.Inject(Host, Source, $"""
            SIP/2.0 {status} X
            Via: {request["Via"]}
            From: {request["From"]}
            To: {request["To"]};tag={tag}
            Call-ID: {request["Call-ID"]}
            CSeq: {request["CSeq"]}
            {headers}{type}Content-Length: {body.Length}

            {body}
            """);
    }

    /// <summary>Makes a call that is answered and acknowledged; gives our To tag.</summary>
    public string Establish(string headers = "")
    {
        Send("INVITE", 1, headers: headers, body: "offer");
        var tag = Response.To()!.Tag!;
        Send("ACK", 1, tag);
        return tag;
    }
}
