using System.Net;
using System.Net.Sockets;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>An agent's phone: registers again and again, and takes, rejects or ignores what it is offered, by the draw.</summary>
internal sealed class ChaosAgent : SipPeer
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(12);

    private readonly string key;
    private readonly string password;
    private readonly EndPoint server;
    private readonly Draw draw;
    private readonly string callId;
    private readonly Socket sink = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Dictionary<string, (SipText Invite, string LastReply, bool Over)> rings = [];
    private int cseq;

    public ChaosAgent(string key, string password, int serverPort, Draw draw)
        : base(0)
    {
        this.key = key;
        this.password = password;
        this.draw = draw;
        server = new IPEndPoint(IPAddress.Loopback, serverPort);
        callId = $"register-{key}-{Own.Port}";
        sink.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Listen();
        Register(null);
    }

    protected override void Handle(SipText message, EndPoint from)
    {
        switch (message.Method)
        {
            case "REGISTER" when message.Status == 401:
                Send(RegisterMessage(message["WWW-Authenticate"]), server);
                break;
            case "INVITE" when message.IsRequest && rings.TryGetValue(message.CallId, out var known):
                Send(known.LastReply, from);
                break;
            case "INVITE" when message.IsRequest:
                Ring(message, from);
                break;
            case "CANCEL" when message.IsRequest:
                Send(message.Reply("200 OK", key), from);
                Reply(message.CallId, "487 Request Terminated", from, last: true);
                break;
            case "ACK":
                break;
            case "BYE" when message.IsRequest && rings.TryGetValue(message.CallId, out var talking):
                rings[message.CallId] = talking with { Over = true };
                Send(message.Reply("200 OK", key), from);
                break;
            default:
                if (message.IsRequest)
                {
                    Send(message.Reply("200 OK", key), from);
                }

                break;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        sink.Dispose();
    }

    private void Ring(SipText invite, EndPoint from)
    {
        rings[invite.CallId] = (invite, "", false);
        var chance = draw.Next();
        if (chance < 0.05)
        {
            Reply(invite.CallId, "486 Busy Here", from, last: true);
            return;
        }

        Reply(invite.CallId, "180 Ringing", from);
        if (chance > 0.12)
        {
            Later(draw.Between(0.1, 1.2), () => Reply(invite.CallId, "200 OK", from, SipText.Sdp(((IPEndPoint)sink.LocalEndPoint!).Port)));
        }
    }

    private void Reply(string call, string status, EndPoint to, string? sdp = null, bool last = false)
    {
        if (!rings.TryGetValue(call, out var ring) || ring.Over)
        {
            return;
        }

        var reply = ring.Invite.Reply(status, $"{key}x{rings.Count}", $"sip:{key}@{Own}", sdp);
        rings[call] = ring with { LastReply = reply, Over = last };
        Send(reply, to);
    }

    private void Register(string? challenge)
    {
        Send(RegisterMessage(challenge), server);
        Later(Again, () => Register(null));
    }

    private string RegisterMessage(string? challenge)
    {
        var uri = $"sip:{server}";
        var more = "Expires: 60\r\n" + (challenge is null ? "" : $"Authorization: {SipDigest.Answer(challenge, key, password, uri)}\r\n");
        cseq++;
        return SipText.Request(
            "REGISTER", uri, Own, $"{key}r{cseq}", $"<sip:{key}@127.0.0.1>;tag={key}", $"<sip:{key}@127.0.0.1>", callId, cseq, $"sip:{key}@{Own}", more: more);
    }
}
