using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>
/// One caller: calls, presses the confirming key, and writes down the promise as soon as a tenth of a second of it is heard. The closing
/// prompt is a tone, so that nothing else can be taken for it.
/// </summary>
internal sealed class ChaosCaller : SipPeer
{
    /// <summary>The closing prompt.</summary>
    public const int PromiseTone = 1810;

    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string number;
    private readonly EndPoint server;
    private readonly DurableLog promises;
    private readonly Draw draw;
    private readonly string callId = Guid.NewGuid().ToString("N");
    private readonly Socket media = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource deaf = new();
    private readonly string invite;
    private string to;
    private string target;
    private bool up;
    private int tries;

    private ChaosCaller(string number, string channel, int serverPort, DurableLog promises, Draw draw)
        : base(0)
    {
        this.number = number;
        this.promises = promises;
        this.draw = draw;
        server = new IPEndPoint(IPAddress.Loopback, serverPort);
        media.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        target = $"sip:{channel}@{server}";
        to = $"<{target}>";
        invite = SipText.Request(
            "INVITE", target, Own, $"{callId}i", From, to, callId, 1, $"sip:caller@{Own}", SipText.Sdp(((IPEndPoint)media.LocalEndPoint!).Port));
        Listen();
        _ = Task.Run(Hear);
        Invite();
    }

    private string From => $"<sip:{number}@{Own}>;tag={callId}";

    /// <summary>Ends when the call does, one way or another.</summary>
    public static async Task Call(string number, string channel, int serverPort, DurableLog promises, Draw draw)
    {
        using var caller = new ChaosCaller(number, channel, serverPort, promises, draw);
        await Task.WhenAny(caller.over.Task, Waiting.Pass(Patience));
        caller.HangUp();
    }

    public override void Dispose()
    {
        base.Dispose();
        deaf.Cancel();
        media.Dispose();
    }

    protected override void Handle(SipText message, EndPoint from)
    {
        if (message.IsRequest)
        {
            Send(message.Reply("200 OK", null), from);
            if (message.Method == "BYE")
            {
                up = false;
                over.TrySetResult();
            }
        }
        else if (message.Method == "INVITE" && message.Status >= 200)
        {
            Answered(message);
        }
    }

    private void Invite()
    {
        if (!up && !over.Task.IsCompleted && tries++ < 4)
        {
            Send(invite, server);
            Later(Repeat, Invite);
        }
    }

    private void Answered(SipText answer)
    {
        to = answer["To"];
        var first = !up;
        if (answer.Status >= 300)
        {
            Send(SipText.Request("ACK", target, Own, $"{callId}i", From, to, callId, 1), server);
            over.TrySetResult();
            return;
        }

        target = SipText.Uri(answer["Contact"]);
        up = true;
        Send(SipText.Request("ACK", target, Own, $"{callId}a", From, to, callId, 1), server);
        if (first)
        {
            Later(draw.Between(0.3, 1.5), PressKey);
        }
    }

    private void PressKey()
    {
        Send(
            SipText.Request("INFO", target, Own, $"{callId}k", From, to, callId, 2, sdp: "Signal=3\r\nDuration=100\r\n", more: "Content-Type: application/dtmf-relay\r\n"),
            server);

        // A fifth hang up at some moment around the promise; whether they heard it decides whether it counts.
        if (draw.Happens(0.2))
        {
            Later(draw.Between(0, 1), HangUp);
        }
    }

    private void HangUp()
    {
        if (up)
        {
            up = false;
            Send(SipText.Request("BYE", target, Own, $"{callId}b", From, to, callId, 3), server);
            over.TrySetResult();
        }
    }

    private async Task Hear()
    {
        var buffer = new byte[2048];
        var block = new List<short>();
        try
        {
            while (true)
            {
                var length = await media.ReceiveAsync(buffer, deaf.Token);
                for (var i = 12; i < length && buffer[0] >> 6 == 2; i++)
                {
                    block.Add(MuLaw.Decode(buffer[i]));
                }

                if (block.Count >= Tone.Rate / 10)
                {
                    if (Tone.SecondsOf(PromiseTone, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(block)) > 0)
                    {
                        promises.Add("heard", number);
                        return;
                    }

                    block.Clear();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Hung up.
        }
    }
}
