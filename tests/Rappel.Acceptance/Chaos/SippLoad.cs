using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>
/// Callers of SIPp's, who ask and stay until the server hangs up: it does so only after the closing prompt, so who got a BYE has the promise.
/// SIPp hears nothing, which is why there are other callers besides.
/// </summary>
internal sealed class SippLoad : IDisposable
{
    private const int Numbers = 20_000;

    private readonly string folder;
    private readonly int server;
    private ChildProcess? process;
    private volatile bool over;
    private int runs;

    public SippLoad(string folder, int server, int port)
    {
        this.folder = Directory.CreateDirectory(Path.Combine(folder, "sipp")).FullName;
        this.server = server;
        File.WriteAllText(Path.Combine(this.folder, "callers.xml"), Scenario.ReplaceLineEndings("\n"));
        _ = Task.Run(() => Keep(port));
    }

    /// <summary>Numbers that were promised a callback.</summary>
    public IReadOnlyList<string> Promised => [.. Directory.EnumerateFiles(folder, "promises-*.log").SelectMany(File.ReadLines)
        .Where(line => line.StartsWith("promised ", StringComparison.Ordinal)).Select(line => line["promised ".Length..].Trim())];

    public void Dispose()
    {
        over = true;
        process?.Dispose();
        process = null;
    }

    // It gives up at some errors of a socket whose other end is dead; then it is started again, with other numbers.
    private async Task Keep(int port)
    {
        while (!over)
        {
            var run = ++runs;
            var numbers = Enumerable.Range(0, Numbers / 20).Select(n => $"+1514{3_000_000 + (run * Numbers / 20) + n};");
            File.WriteAllLines(Path.Combine(folder, $"numbers-{run}.csv"), numbers.Prepend("SEQUENTIAL"));
            process = new ChildProcess($"sipp{run}", SippEndpoint.Program,
            [
                $"127.0.0.1:{server}", "-sf", "callers.xml", "-inf", $"numbers-{run}.csv", "-r", "2", "-l", "40", "-m", $"{Numbers / 20}",
                "-i", "127.0.0.1", "-p", $"{port}", "-cp", $"{port + 1}", "-t", "u1", "-nostdin", "-recv_timeout", "15000", "-max_retrans", "4",
                "-trace_logs", "-log_file", $"promises-{run}.log", "-trace_err", "-error_file", $"errors-{run}.log",
            ], folder);
            while (!over && await process.Exited(TimeSpan.FromSeconds(1)) is null)
            {
                // Goes on.
            }
        }
    }

    private static readonly string Scenario = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <scenario name="asks for a callback">
        <send retrans="500"><![CDATA[

        INVITE sip:{ChaosConfiguration.Channel}@[remote_ip]:[remote_port] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        Max-Forwards: 70
        From: <sip:[field0]@[local_ip]>;tag=[pid]c[call_number]
        To: <sip:{ChaosConfiguration.Channel}@[remote_ip]>
        Call-ID: [call_id]
        CSeq: 1 INVITE
        Contact: <sip:caller@[local_ip]:[local_port]>
        Content-Type: application/sdp
        Content-Length: [len]

        v=0
        o=sipp 1 1 IN IP4 [local_ip]
        s=-
        c=IN IP4 [local_ip]
        t=0 0
        m=audio [media_port] RTP/AVP 0
        a=rtpmap:0 PCMU/8000
        ]]></send>
        <recv response="100" optional="true"/>
        <recv response="180" optional="true"/>
        <recv response="183" optional="true"/>
        <recv response="200" rrs="true"/>
        <send><![CDATA[

        ACK [next_url] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        Max-Forwards: 70
        From: <sip:[field0]@[local_ip]>;tag=[pid]c[call_number]
        [last_To:]
        Call-ID: [call_id]
        CSeq: 1 ACK
        Content-Length: 0

        ]]></send>
        <pause distribution="uniform" min="500" max="2000"/>
        <send retrans="500"><![CDATA[

        INFO [next_url] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        Max-Forwards: 70
        From: <sip:[field0]@[local_ip]>;tag=[pid]c[call_number]
        [last_To:]
        Call-ID: [call_id]
        CSeq: 2 INFO
        Content-Type: application/dtmf-relay
        Content-Length: [len]

        Signal=3
        Duration=100
        ]]></send>
        <recv response="200"/>
        <recv request="BYE"><action><log message="promised [field0]"/></action></recv>
        <send><![CDATA[

        SIP/2.0 200 OK
        [last_Via:]
        [last_From:]
        [last_To:]
        [last_Call-ID:]
        [last_CSeq:]
        Content-Length: 0

        ]]></send>
        </scenario>
        """;
}
