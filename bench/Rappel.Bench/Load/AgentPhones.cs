using System.Diagnostics;
using System.Net;
using System.Threading;
using Rappel.Acceptance.Chaos;

namespace Rappel.Bench.Load;

/// <summary>Phones of agents on one socket: they register once, and answer whatever rings at once.</summary>
internal sealed class AgentPhones : SipPeer
{
    private const string Password = "bench-agent";

    private readonly EndPoint server;
    private readonly int ear;
    private readonly Dictionary<string, SipText> talking = [];
    private int registered;
    private int cseq;

    /// <param name="ear">Port where their audio is to go.</param>
    public AgentPhones(int serverPort, int ear)
        : base(0)
    {
        server = new IPEndPoint(IPAddress.Loopback, serverPort);
        this.ear = ear;
        Listen();
    }

    /// <summary>Told each new INVITE, with the time at which it was here (<see cref="Stopwatch"/>); on the phones' thread.</summary>
    public Action<SipText, long>? Rung { get; set; }

    public int Registered => Volatile.Read(ref registered);

    public void Register(string key) => Send(RegisterMessage(key, null), server);

    /// <summary>What rang last; null where nothing has.</summary>
    public SipText? Current { get; private set; }

    /// <summary>The agent hangs up.</summary>
    public void HangUp(SipText invite)
    {
        cseq++;
        Send(
            SipText.Request(
                "BYE", SipText.Uri(invite["Contact"]), Own, $"bye{cseq}", $"{invite["To"]};tag={Tag(invite)}", invite["From"], invite.CallId, 1,
                $"sip:{invite.User}@{Own}"),
            server);
    }

    protected override void Handle(SipText message, EndPoint from)
    {
        switch (message.Method)
        {
            case "REGISTER" when message.Status == 401:
                Send(RegisterMessage(message["To"].Split("sip:")[1].Split('@')[0], message["WWW-Authenticate"]), server);
                break;
            case "REGISTER" when message.Status == 200:
                Interlocked.Increment(ref registered);
                break;
            case "INVITE" when message.IsRequest:
                var at = Stopwatch.GetTimestamp();
                var isNew = talking.TryAdd(message.CallId, message);
                Send(message.Reply("200 OK", Tag(message), $"sip:{message.User}@{Own}", SipText.Sdp(ear)), from);
                if (isNew)
                {
                    Current = message;
                    Rung?.Invoke(message, at);
                }

                break;
            case "ACK":
                break;
            default:
                if (message.IsRequest)
                {
                    Send(message.Reply("200 OK", null), from);
                }

                break;
        }
    }

    private static string Tag(SipText invite) => $"{invite.User}t{(uint)invite.CallId.GetHashCode(StringComparison.Ordinal)}";

    private string RegisterMessage(string key, string? challenge)
    {
        var uri = $"sip:{server}";
        var more = "Expires: 3600\r\n" + (challenge is null ? "" : $"Authorization: {SipDigest.Answer(challenge, key, Password, uri)}\r\n");
        return SipText.Request(
            "REGISTER", uri, Own, $"{key}r{++cseq}", $"<sip:{key}@127.0.0.1>;tag={key}", $"<sip:{key}@127.0.0.1>", $"register-{key}-{Own.Port}", cseq,
            $"sip:{key}@{Own}", more: more);
    }
}
