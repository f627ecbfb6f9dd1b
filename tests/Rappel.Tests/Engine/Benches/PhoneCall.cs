using System.Globalization;
using System.Text;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Engine.Benches;

/// <summary>One call as the person at a phone has it.</summary>
internal sealed class PhoneCall(Bench bench, Phone phone, string number, bool isIncoming)
{
    private int _enginePort;
    private int _referrals;

    public SipLeg Leg { get; set; }

    public SdpLocal Media { get; } = phone.NewMedia();

    /// <summary>The number that was dialled.</summary>
    public string Number { get; } = number;

    /// <summary>Null for one that this phone made.</summary>
    public SipRequest? Invite { get; init; }

    public byte[] Offered { get; set; } = [];

    /// <summary>SDP that came with the answer to this phone's call.</summary>
    public byte[] Heard { get; private set; } = [];

    public bool IsUp { get; private set; }

    public bool IsOver { get; private set; }

    public bool IsRinging => isIncoming && !IsUp && !IsOver;

    /// <summary>SIP status it came to nothing with; null where it did not.</summary>
    public int? Refusal { get; private set; }

    /// <summary>What was the answer to the last re-INVITE; null for a refusal.</summary>
    public byte[]? Reanswer { get; private set; }

    public string? ShownName => NameAddress.TryParse(Invite!["From"]!, out var from) ? from.DisplayName : null;

    /// <summary>The caller ID.</summary>
    public string? ShownNumber => NameAddress.TryParse(Invite!["From"]!, out var from) ? from.Uri.User : null;

    /// <summary>See <see cref="FakeMedia.Heard"/>.</summary>
    public string Hears => bench.Media.Heard(_enginePort);

    /// <summary>See <see cref="FakeMedia.Saying"/>.</summary>
    public int? Saying => bench.Media.Saying(_enginePort);

    /// <summary>Keys that our end pressed.</summary>
    public string KeysHeard => bench.Media.Keys(_enginePort);

    public bool IsRecorded => bench.Media.IsRecording(_enginePort);

    public int EnginePort => _enginePort;

    public bool TalksWith(PhoneCall other) => bench.Media.AreBridged(_enginePort, other._enginePort);

    public void Ring(int status = 180) => phone.Do((agent, now) => agent.Ring(now, Leg, status, null));

    public PhoneCall Answer()
    {
        Assert.True(SdpNegotiation.TryAnswer(Offered, Media, MediaDirection.SendReceive, out var answer, out var why), why);
        Answer(answer!.Body);
        return this;
    }

    public void Answer(byte[] sdp)
    {
        _enginePort = PortIn(Offered);
        IsUp = true;
        phone.Do((agent, now) => agent.Answer(now, Leg, sdp));
    }

    /// <param name="cause">Q.850 cause of a Reason header; null for none.</param>
    public void Refuse(int status, int? cause = null)
    {
        IsOver = true;
        phone.Do((agent, now) => agent.Reject(now, Leg, status, "No", cause is null ? [] : [("Reason", $"Q.850;cause={cause}")]));
    }

    public void HangUp()
    {
        IsOver = true;
        phone.Do((agent, now) => agent.Hangup(now, Leg, null));
    }

    public void Press(char key)
    {
        bench.Media.Press(_enginePort, key);
        bench.Settle();
    }

    /// <summary>Listens to what is being said until its end.</summary>
    public void HearOut()
    {
        bench.Media.HearOut(_enginePort);
        bench.Settle();
    }

    /// <summary>Whoever answered says who they are, and the ear takes them for this.</summary>
    public PhoneCall Greet(GreetingVerdict verdict)
    {
        bench.Media.Greet(_enginePort, verdict);
        bench.Settle();
        return this;
    }

    /// <summary>The machine that answered has beeped.</summary>
    public void Beep()
    {
        bench.Media.EndGreeting(_enginePort);
        bench.Settle();
    }

    public bool IsListenedTo => bench.Media.IsListening(_enginePort);

    public void Hold() => Reoffer(SdpNegotiation.Offer(Media with { SessionVersion = 2 }, MediaDirection.SendOnly));

    public void TakeBack() => Reoffer(SdpNegotiation.Offer(Media with { SessionVersion = 3 }, MediaDirection.SendReceive));

    public void Reoffer(byte[] offer) => phone.Do((agent, now) => agent.Reoffer(now, Leg, offer));

    /// <summary>The answer to an offer that came in the 200, to go with the ACK.</summary>
    public void AnswerLate()
    {
        Assert.True(SdpNegotiation.TryAnswer(Heard, Media, MediaDirection.SendReceive, out var answer, out var why), why);
        phone.Do((agent, now) => agent.Answer(now, Leg, answer!.Body));
    }

    /// <summary>A key by INFO. No further request may follow in this call: its CSeq would come too low.</summary>
    public void TellKey(char key)
    {
        var (_, _, answer) = bench.Sent.Last(s => s.To == phone.Address && s.Message is SipResponse { Status: 200 } && s.Message["CSeq"]!.EndsWith("INVITE", StringComparison.Ordinal));
        Assert.True(NameAddress.TryParse(answer["Contact"]!, out var contact));
        var info = new SipRequest("INFO", contact.Uri,
        [
            new("Via", $"SIP/2.0/UDP {phone.Address}:5060;branch=z9hG4bK{bench.Entropy():x}"),
            new("Max-Forwards", "70"),
            new("From", answer["From"]!),
            new("To", answer["To"]!),
            new("Call-ID", answer["Call-ID"]!),
            new("CSeq", "50 INFO"),
            new("Content-Type", "application/dtmf-relay"),
        ], Encoding.ASCII.GetBytes($"Signal={key}\r\nDuration=160\r\n"));
        bench.Feed(new Rappel.Engine.EngineInput.SipReceived(phone.Flow, SipWriter.Write(info)));
        bench.Settle();
    }

    /// <summary>
    /// The transfer key. The phone's own user agent knows nothing of it, so its next request would come with too low a number: none may follow.
    /// </summary>
    /// <param name="to">Value of Refer-To.</param>
    /// <returns>The status it was answered with.</returns>
    public int Refer(string to)
    {
        var (local, remote, callId) = Dialog;
        var cseq = $"{++_referrals + 100} REFER";
        var refer = new SipRequest("REFER", SipUri.Sip("rappel", Bench.Address, Bench.Port),
        [
            new("Via", $"SIP/2.0/UDP {phone.Address}:5060;branch=z9hG4bK{bench.Entropy():x}"),
            new("Max-Forwards", "70"),
            new("From", local),
            new("To", remote),
            new("Call-ID", callId),
            new("CSeq", cseq),
            new("Contact", $"<sip:{phone.Address}:5060>"),
            new("Refer-To", to),
        ], default);
        bench.Feed(new Rappel.Engine.EngineInput.SipReceived(phone.Flow, SipWriter.Write(refer)));
        var answer = bench.Sent.Last(s => s.Message is SipResponse && s.Message["CSeq"] == cseq && s.Message["Call-ID"] == callId).Message;
        bench.Settle();
        return ((SipResponse)answer).Status;
    }

    /// <summary>This call as the value of a Replaces header that the engine gets.</summary>
    public string AsReplaced => Uri.EscapeDataString($"{Dialog.CallId};to-tag={TagOf(Dialog.Remote)};from-tag={TagOf(Dialog.Local)}");

    /// <summary>As the phone has it, by what the engine sent: its ACK to the phone's answer, or its answer to the phone's call.</summary>
    private (string Local, string Remote, string CallId) Dialog
    {
        get
        {
            var sent = bench.Sent.Last(s => s.To == phone.Address && (Invite is not null
                ? s.Message is SipRequest { Method: "ACK" } && s.Message["Call-ID"] == Invite["Call-ID"]
                : s.Message is SipResponse { Status: 200 } && Encoding.ASCII.GetString(s.Message.Body.Span).Contains($"m=audio {_enginePort} ", StringComparison.Ordinal))).Message;
            var (from, to) = (sent["From"]!, sent["To"]!);
            return Invite is null ? (from, to, sent["Call-ID"]!) : (to, from, sent["Call-ID"]!);
        }
    }

    private static string TagOf(string address) => NameAddress.TryParse(address, out var read) ? read.Tag! : "";

    public void Answered(ReadOnlyMemory<byte>? answer)
    {
        IsUp = true;
        Heard = answer?.ToArray() ?? [];
        _enginePort = PortIn(Heard);
    }

    public void Confirmed()
    {
        // The ACK to our answer: the call was up for us already.
    }

    public void ReofferAnswered(ReadOnlyMemory<byte>? answer) => Reanswer = answer?.ToArray();

    public void Failed(int status) => (IsOver, IsUp, Refusal) = (true, false, status);

    public void Ended() => (IsOver, IsUp) = (true, false);

    private static int PortIn(byte[] sdp) => int.Parse(
        Encoding.ASCII.GetString(sdp).Split("\r\n").First(l => l.StartsWith("m=audio ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
}
