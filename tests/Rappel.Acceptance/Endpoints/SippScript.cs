using System.Globalization;

namespace Rappel.Acceptance.Endpoints;

/// <summary>SIPp scenarios, by what the endpoint does. SIPp signals; the voice is an RtpPeer on the port named in the SDP.</summary>
internal static class SippScript
{
    /// <summary>Calls, stays until the other side hangs up, and hangs up itself after so long.</summary>
    public static string Caller(string from, string to, int mediaPort, TimeSpan hangsUpAfter) => Scenario("caller", $"""
        {Send("INVITE", $"sip:{to}@[remote_ip]:[remote_port]", 1, from, $"<sip:{to}@[remote_ip]>", "Contact: <sip:caller@[local_ip]:[local_port];transport=[transport]>\n" + SdpHeaders, Sdp(mediaPort), retransmit: true)}
        <recv response="100" optional="true"/>
        <recv response="180" optional="true"/>
        <recv response="183" optional="true"/>
        <recv response="200" rrs="true" timeout="30000"/>
        {Send("ACK", "[next_url]", 1, from, null, "Content-Length: 0", "", retransmit: false)}
        {UntilBye(from, hangsUpAfter, callee: false)}
        """);

    /// <summary>Rings, answers after so long, stays until the other side hangs up, and hangs up itself after so long.</summary>
    public static string Answers(int mediaPort, TimeSpan ringsFor, TimeSpan hangsUpAfter) => Scenario("answers", $"""
        <recv request="INVITE" rrs="true">
          <action>
            <ereg regexp=".*" search_in="hdr" header="From:" assign_to="peer"/>
            <ereg regexp=".*" search_in="hdr" header="To:" assign_to="own"/>
          </action>
        </recv>
        {Respond("180 Ringing", toTag: true, "Content-Length: 0", "")}
        <pause milliseconds="{Milliseconds(ringsFor)}"/>
        {Respond("200 OK", toTag: true, "Contact: <sip:customer@[local_ip]:[local_port];transport=[transport]>\n" + SdpHeaders, Sdp(mediaPort), retransmit: true)}
        <recv request="ACK"/>
        {UntilBye(null, hangsUpAfter, callee: true)}
        """);

    public static string Busy() => Scenario("busy", $"""
        <recv request="INVITE"/>
        {Respond("486 Busy Here", toTag: true, "Content-Length: 0", "")}
        <recv request="ACK"/>
        """);

    /// <summary>Rings until the caller gives up.</summary>
    public static string NeverAnswers() => Scenario("never-answers", $"""
        <recv request="INVITE">
          <action><ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="invite"/></action>
        </recv>
        {Respond("180 Ringing", toTag: true, "Content-Length: 0", "")}
        <recv request="CANCEL"/>
        {Respond("200 OK", toTag: true, "Content-Length: 0", "")}
        {Respond("487 Request Terminated", toTag: true, "Content-Length: 0", "", cseq: "[$invite]")}
        <recv request="ACK"/>
        """);

    private const string SdpHeaders = "Content-Type: application/sdp\nContent-Length: [len]";

    private static string Scenario(string name, string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <scenario name="{name}">
        {body}
        </scenario>
        """;

    private static string UntilBye(string? from, TimeSpan hangsUpAfter, bool callee) => $"""
        <recv request="BYE" timeout="{Milliseconds(hangsUpAfter)}" ontimeout="bye" next="answer"/>
        <label id="bye"/>
        {(callee ? CalleeBye : Send("BYE", "[next_url]", 2, from!, null, "Content-Length: 0", "", retransmit: true))}
        <recv response="200" next="end"/>
        <label id="answer"/>
        {Respond("200 OK", toTag: false, "Content-Length: 0", "")}
        <label id="end"/>
        """;

    private static string Send(string method, string uri, int cseq, string from, string? to, string headers, string body, bool retransmit) => $"""
        <send{(retransmit ? " retrans=\"500\"" : "")}><![CDATA[

        {method} {uri} SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        Max-Forwards: 70
        From: <sip:{from}@[local_ip]>;tag=[pid]c[call_number]
        {(to is null ? "[last_To:]" : $"To: {to}")}
        Call-ID: [call_id]
        CSeq: {cseq} {method}
        User-Agent: SIPp
        {headers}

        {body}
        ]]></send>
        """;

    private static string Respond(string status, bool toTag, string headers, string body, bool retransmit = false, string? cseq = null) => $"""
        <send{(retransmit ? " retrans=\"500\"" : "")}><![CDATA[

        SIP/2.0 {status}
        [last_Via:]
        [last_From:]
        [last_To:]{(toTag ? ";tag=[pid]s[call_number]" : "")}
        [last_Call-ID:]
        {(cseq is null ? "[last_CSeq:]" : $"CSeq: {cseq}")}
        {headers}

        {body}
        ]]></send>
        """;

    // Who was called swaps From and To of the INVITE for requests of its own.
    private const string CalleeBye = """
        <send retrans="500"><![CDATA[

        BYE [next_url] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        Max-Forwards: 70
        From: [$own];tag=[pid]s[call_number]
        To: [$peer]
        Call-ID: [call_id]
        CSeq: 2 BYE
        Content-Length: 0

        ]]></send>
        """;

    private static string Sdp(int mediaPort) => $"""
        v=0
        o=sipp 1 1 IN IP4 [local_ip]
        s=-
        c=IN IP4 [local_ip]
        t=0 0
        m=audio {mediaPort} RTP/AVP 0 101
        a=rtpmap:0 PCMU/8000
        a=rtpmap:101 telephone-event/8000
        a=fmtp:101 0-15
        a=ptime:20
        a=sendrecv
        """;

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
