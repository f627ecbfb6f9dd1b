using System.Text;

namespace Rappel.Bench.Pieces;

/// <summary>Messages as a carrier and a desk phone send them.</summary>
internal static class SampleMessages
{
    private const string Sdp = """
        v=0
        o=- 3896214452 1 IN IP4 192.0.2.10
        s=-
        c=IN IP4 192.0.2.10
        t=0 0
        m=audio 16384 RTP/AVP 0 8 101
        a=rtpmap:0 PCMU/8000
        a=rtpmap:8 PCMA/8000
        a=rtpmap:101 telephone-event/8000
        a=fmtp:101 0-15
        a=ptime:20
        a=sendrecv

        """;

    public static readonly byte[] Invite = Bytes("""
        INVITE sip:+15145550100@198.51.100.5:5060;user=phone SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-524287-1---7f2c9a0d;rport
        Max-Forwards: 69
        Record-Route: <sip:192.0.2.10;lr>
        From: "Zoe Tremblay" <sip:+15145550177@192.0.2.10;user=phone>;tag=8f3d1c22
        To: <sip:+15145550100@198.51.100.5;user=phone>
        Call-ID: 0e7b1ea4c7d94b1fb5e3@192.0.2.10
        CSeq: 21 INVITE
        Contact: <sip:+15145550177@192.0.2.10:5060;transport=udp>
        P-Asserted-Identity: <sip:+15145550177@192.0.2.10;user=phone>
        Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO, PRACK
        Supported: timer, replaces, 100rel
        Session-Expires: 1800;refresher=uac
        User-Agent: Carrier SBC 9.2
        Content-Type: application/sdp
        """, Sdp);

    public static readonly byte[] Ok = Bytes("""
        SIP/2.0 200 OK
        Via: SIP/2.0/UDP 198.51.100.5:5060;branch=z9hG4bK5f0e1d2c3b4a;rport=5060;received=198.51.100.5
        Record-Route: <sip:192.0.2.10;lr>
        From: "Rappel" <sip:+15145550100@198.51.100.5>;tag=a1b2c3d4
        To: <sip:+15145550123@192.0.2.10>;tag=99887766
        Call-ID: 3d1f7a52@198.51.100.5
        CSeq: 1 INVITE
        Contact: <sip:192.0.2.44:5060;transport=udp>
        Allow: INVITE, ACK, CANCEL, BYE, OPTIONS
        Server: Carrier SBC 9.2
        Content-Type: application/sdp
        """, Sdp);

    public static readonly byte[] Register = Bytes("""
        REGISTER sip:198.51.100.5 SIP/2.0
        Via: SIP/2.0/UDP 203.0.113.7:5062;branch=z9hG4bK2d4e6f;rport
        Max-Forwards: 70
        From: <sip:1001@198.51.100.5>;tag=77aa55
        To: <sip:1001@198.51.100.5>
        Call-ID: b1946ac92492d234@203.0.113.7
        CSeq: 1044 REGISTER
        Contact: <sip:1001@203.0.113.7:5062;transport=udp>;expires=120
        Authorization: Digest username="1001", realm="rappel", nonce="5f1d7c0a9b8e6d4c", uri="sip:198.51.100.5", response="6629fae49393a05397450978507c4ef1", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b"
        Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO
        User-Agent: Desk Phone 4.1
        """, "");

    /// <summary>To a refusal of <see cref="Invite"/>.</summary>
    public static readonly byte[] Ack = Bytes("""
        ACK sip:+15145550100@198.51.100.5:5060;user=phone SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-524287-1---7f2c9a0d;rport
        Max-Forwards: 70
        From: "Zoe Tremblay" <sip:+15145550177@192.0.2.10;user=phone>;tag=8f3d1c22
        To: <sip:+15145550100@198.51.100.5;user=phone>;tag=5c1e
        Call-ID: 0e7b1ea4c7d94b1fb5e3@192.0.2.10
        CSeq: 21 ACK
        """, "");

    public static byte[] Body { get; } = Encoding.ASCII.GetBytes(Sdp.ReplaceLineEndings("\r\n"));

    private static byte[] Bytes(string head, string body)
    {
        var content = body.ReplaceLineEndings("\r\n");
        return Encoding.ASCII.GetBytes($"{head.ReplaceLineEndings("\r\n")}\r\nContent-Length: {content.Length}\r\n\r\n{content}");
    }
}
