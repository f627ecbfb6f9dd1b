using System.Text;
using BenchmarkDotNet.Attributes;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Bench.Pieces;

/// <summary>A phone renews its registration with the credentials of its last challenge, as phones do every few minutes.</summary>
public class RegistrationPiece : IUserAgentPolicy
{
    private const string Password = "secret";

    private static readonly Flow Phone = new(SipTransport.Udp, "203.0.113.7", 5062, 0);

    private readonly UserAgent _agent;
    private readonly DigestResponder _responder;
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private ulong _entropy = 1;
    private int _count;

    public RegistrationPiece()
    {
        _agent = new UserAgent(new UserAgentSettings("198.51.100.5", 5060, "rappel", "bench"), this, () => _entropy += 0x9E3779B97F4A7C15UL);
        _responder = new DigestResponder(new DigestCredentials("1001", Password), () => _entropy++);
    }

    public bool IsClosed => false;

    public bool IsTrusted(Flow source) => false;

    public string? PasswordOf(string user) => user == "1001" ? Password : null;

    [Benchmark(Description = "SIP: registration renewed with digest, both sides")]
    public int Renew()
    {
        _now += TimeSpan.FromSeconds(1);
        _agent.Advance(_now);
        var request = Register(++_count);
        var answer = Send(request);
        if (answer.Status == 401 && _responder.TryLearn(answer, request))
        {
            answer = Send(Register(++_count));
        }

        return answer.Status == 200 ? _count : throw new InvalidOperationException($"{answer.Status} {answer.Reason}");
    }

    private SipRequest Register(int count)
    {
        var request = (SipRequest)SipMessagePiece.Read(Encoding.ASCII.GetBytes(
            "REGISTER sip:198.51.100.5 SIP/2.0\r\n"
            + $"Via: SIP/2.0/UDP 203.0.113.7:5062;branch=z9hG4bKr{count};rport\r\nMax-Forwards: 70\r\nFrom: <sip:1001@198.51.100.5>;tag=77aa55\r\n"
            + $"To: <sip:1001@198.51.100.5>\r\nCall-ID: b1946ac92492d234@203.0.113.7\r\nCSeq: {count} REGISTER\r\n"
            + "Contact: <sip:1001@203.0.113.7:5062;transport=udp>;expires=300\r\nUser-Agent: Desk Phone 4.1\r\nContent-Length: 0\r\n\r\n"));
        foreach (var header in _responder.Authorize(request))
        {
            request.Set(header.Name, header.Value);
        }

        return request;
    }

    private SipResponse Send(SipRequest request)
    {
        _agent.Receive(_now, Phone, SipWriter.Write(request));
        while (_agent.TryTakeEvent(out _))
        {
        }

        SipResponse? answer = null;
        while (_agent.TryTakeOutgoing(out var outgoing))
        {
            answer = (SipResponse)SipMessagePiece.Read(outgoing.Bytes.ToArray());
        }

        return answer ?? throw new InvalidOperationException("no answer");
    }
}
