using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>
/// What an agent does with the keys of a desk phone: transfers a call (REFER), calls somebody, asks somebody on a second line and puts the two
/// together. Rarely, and whatever else goes wrong meanwhile. REFER is written by hand: a user agent of ours sends none.
/// </summary>
internal sealed class SimKeys(World world, SimRandom random, SimPhone phone, string agent)
{
    private static readonly Flow Server = new(SipTransport.Udp, Site.Address, Site.Port, 0);

    /// <summary>When a request is sent again that may have been lost.</summary>
    private static readonly double[] Repeats = [0, 0.5, 1.5, 3.5];

    /// <summary>By Call-ID: how the phone is called in it, how the server is, and the number of the last request made by hand.</summary>
    private readonly Dictionary<string, (string Local, string Remote, int CSeq)> _dialogs = [];
    private string? _own;

    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Learns the dialogs from what comes in: the ACK to an answer of the phone's, the answer to a call of its own.</summary>
    public void Sees(SipMessage message)
    {
        if (message is SipRequest { Method: "ACK" } ack)
        {
            _dialogs.TryAdd(ack.CallId()!, (ack["To"]!, ack["From"]!, 1000));
        }
        else if (message is SipResponse { Status: 200 } answer && answer.CSeq()?.Method == "INVITE")
        {
            _own = answer.CallId();
            _dialogs.TryAdd(_own!, (answer["From"]!, answer["To"]!, 1000));
        }
        else if (message is SipResponse { Status: >= 200 } other && other.CSeq()?.Method == "REFER")
        {
            Count($"refer {other.Status}");
        }
    }

    /// <summary>The phone is in this call; null for in none.</summary>
    public void Press(string? callId)
    {
        if (callId is not null && random.Chance(0.6))
        {
            Refer(callId, $"<sip:{AnyTarget()}@{Site.Address}>");
        }
        else
        {
            Dial(callId);
        }
    }

    /// <summary>The phone's own BYE comes with too low a number after a REFER by hand, and this one ends the call.</summary>
    public void HungUp(string callId)
    {
        if (_dialogs.Remove(callId, out var dialog) && dialog.CSeq > 1000)
        {
            Send("BYE", callId, dialog with { CSeq = dialog.CSeq + 1 });
        }
    }

    private void Dial(string? first)
    {
        var over = false;
        SipLeg leg = default;
        leg = phone.Call(new OutgoingCall(
            SipUri.Sip(AnyTarget(), Site.Address, Site.Port), Server, SipUri.Sip(agent, Site.Address), null,
            SdpNegotiation.Offer(phone.NewMedia(), MediaDirection.SendReceive), "application/sdp", [],
            new DigestCredentials(agent, SimConfiguration.AgentPassword)), happened =>
        {
            over |= happened is UserAgentEvent.Ended or UserAgentEvent.Failed;
            if (happened is UserAgentEvent.Failed failed)
            {
                Count($"dial {failed.Status}");
            }
            else if (happened is UserAgentEvent.Answered)
            {
                Count(first is null ? "dialled" : "asked");
                world.After(random.Seconds(1, 25), () => PutTogether(first));
            }
        });
        world.After(random.Seconds(2, 120), () =>
        {
            if (!over)
            {
                phone.Do((ua, now) => ua.Hangup(now, leg, null));
            }
        });
    }

    private void PutTogether(string? first)
    {
        if (first is not null && _own is not null && _dialogs.TryGetValue(_own, out var own) && random.Chance(0.7))
        {
            var named = Uri.EscapeDataString($"{_own};to-tag={TagOf(own.Remote)};from-tag={TagOf(own.Local)}");
            Refer(first, $"<sip:{AnyTarget()}@{Site.Address}?Replaces={named}>");
        }
    }

    private void Refer(string callId, string to)
    {
        if (_dialogs.TryGetValue(callId, out var dialog))
        {
            dialog.CSeq++;
            _dialogs[callId] = dialog;
            Send("REFER", callId, dialog, new SipHeader("Refer-To", to), new SipHeader("Contact", $"<sip:{agent}@{phone.Address}:{phone.Port}>"));
        }
    }

    private void Send(string method, string callId, (string Local, string Remote, int CSeq) dialog, params SipHeader[] further)
    {
        var request = SipWriter.Write(new SipRequest(method, SipUri.Sip(null, Site.Address),
        [
            new("Via", $"SIP/2.0/UDP {phone.Address}:{phone.Port};branch=z9hG4bK{random.Next():x};rport"),
            new("Max-Forwards", "70"),
            new("From", dialog.Local),
            new("To", dialog.Remote),
            new("Call-ID", callId),
            new("CSeq", $"{dialog.CSeq} {method}"),
            .. further,
        ], default));
        foreach (var after in Repeats)
        {
            world.After(TimeSpan.FromSeconds(after), () => phone.Send(Server, request));
        }
    }

    private string AnyTarget() => random.Between(0, 10) switch
    {
        < 5 => $"100{random.Between(1, 6)}",
        < 7 => SimConfiguration.InboundQueue,
        7 => "nobody",
        _ => $"{SimOutsider.Area}{random.Between(0, 200):0000}",
    };

    private static string TagOf(string address) => NameAddress.TryParse(address, out var read) ? read.Tag ?? "" : "";

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
