using System.Net;
using System.Net.Sockets;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>
/// The carrier with the customers behind it. Writes down every call it is asked to make before it answers, then is busy, rings in vain,
/// answers, refuses or fails, by the draw.
/// </summary>
internal sealed class ChaosCarrier : SipPeer
{
    private readonly DurableLog log;
    private readonly Draw draw;
    private readonly Dictionary<string, Call> calls = [];
    private readonly Socket sink = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    public ChaosCarrier(int port, DurableLog log, Draw draw)
        : base(port)
    {
        this.log = log;
        this.draw = draw;
        sink.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Listen();
    }

    public int Answered { get; private set; }

    protected override void Handle(SipText message, EndPoint from)
    {
        if (!message.IsRequest)
        {
            return;
        }

        switch (message.Method)
        {
            case "INVITE" when calls.TryGetValue(message.CallId, out var known):
                log.Add("again", message.CallId, message.User);
                Send(known.LastReply, from);
                break;
            case "INVITE":
                log.Add("INVITE", message.CallId, message.User);
                Ring(message, from);
                break;
            case "CANCEL" when calls.TryGetValue(message.CallId, out var ringing):
                Send(message.Reply("200 OK", "c"), from);
                ringing.End("487 Request Terminated");
                break;
            case "ACK":
                break;
            default:
                calls.GetValueOrDefault(message.CallId)?.Over();
                Send(message.Reply("200 OK", "c"), from);
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
        var call = new Call(this, invite, from);
        calls[invite.CallId] = call;
        var chance = draw.Next();
        if (chance < 0.30)
        {
            call.End("486 Busy Here");
        }
        else if (chance < 0.35)
        {
            call.End("603 Decline");
        }
        else if (chance < 0.40)
        {
            log.Add("503", invite.CallId, invite.User);
            call.End("503 Service Unavailable");
        }
        else
        {
            call.Reply("180 Ringing");
            if (chance > 0.65)
            {
                Later(draw.Between(0.2, 2), call.Answer);
            }
        }
    }

    private sealed class Call(ChaosCarrier carrier, SipText invite, EndPoint from)
    {
        private readonly string tag = $"c{carrier.calls.Count}";
        private bool over;

        public string LastReply { get; private set; } = "";

        public void Over() => over = true;

        public void Reply(string status, string? sdp = null)
        {
            LastReply = invite.Reply(status, tag, $"sip:customer@{carrier.Own}", sdp);
            carrier.Send(LastReply, from);
        }

        public void End(string status)
        {
            if (!over)
            {
                over = true;
                Reply(status);
            }
        }

        public void Answer()
        {
            if (over)
            {
                return;
            }

            carrier.Answered++;
            Reply("200 OK", SipText.Sdp(((IPEndPoint)carrier.sink.LocalEndPoint!).Port));
            carrier.Later(carrier.draw.Between(0.5, 3), HangUp);
        }

        private void HangUp()
        {
            if (!over)
            {
                over = true;
                carrier.Send(
                    SipText.Request("BYE", SipText.Uri(invite["Contact"]), carrier.Own, tag, $"{invite["To"]};tag={tag}", invite["From"], invite.CallId, 1), from);
            }
        }
    }
}
