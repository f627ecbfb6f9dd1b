using System.IO;
using System.Text;
using Rappel.Bench;
using Rappel.Core.Calls;
using Rappel.Core.Numbers;
using Rappel.Engine.Journal;
using Rappel.Server.Configuration;
using Rappel.Sip.Messages;
using Rappel.Storage.Sqlite;

// The hot paths, each a second and a half: signalling, numbers, matching, audio, disk.
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "Rappel.slnx")))
{
    root = root.Parent ?? throw new InvalidOperationException("Rappel.slnx is in no folder above the program");
}

var result = ConfigurationReader.FromFolder(
    Path.Combine(root.FullName, "examples", "acme-health"), TenantId.Default, 1, new Dictionary<string, string> { ["AGENT_PASSWORD"] = "bench" });
var configuration = result.Snapshot ?? throw new InvalidOperationException(ConfigurationReport.Format(result.Problems));

Console.WriteLine($"{"",-46} {"each",12}  {"",14}     {"allocated",10}");
var bytes = Encoding.UTF8.GetBytes(
    "INVITE sip:+15145550100@192.0.2.1:5060 SIP/2.0\r\n" +
    "Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK776asdhds;rport\r\n" +
    "Max-Forwards: 70\r\n" +
    "From: \"Jean Tremblay\" <sip:+15145550142@192.0.2.9>;tag=1928301774\r\n" +
    "To: <sip:+15145550100@192.0.2.1>\r\n" +
    "Call-ID: a84b4c76e66710@192.0.2.9\r\n" +
    "CSeq: 314159 INVITE\r\n" +
    "Contact: <sip:trunk@192.0.2.9:5060;transport=udp>\r\n" +
    "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE\r\n" +
    "Supported: timer, 100rel\r\n" +
    "Content-Type: application/sdp\r\n" +
    "Content-Length: 0\r\n\r\n");
SipMessage Parse() => SipParser.TryParse(bytes, out var message, out var error) ? message : throw new InvalidOperationException(error.Reason);
var invite = Parse();
Measure.This("parse an INVITE", () => Parse());
Measure.This("write an INVITE", () => SipWriter.Write(invite));

var plan = configuration.DialPlans["north-american"];
var context = DialContext.Of(configuration);
Measure.This("take a number through the dial plan", () => DialPlan.Dial(plan, "(514) 555-0142", context));

var floor = new Floor(configuration, waiting: 1_000);
Measure.This("match a caller with an agent, 1,000 in line", floor.ServeOne);

var streams = new Streams(1_000);
Measure.This("beat of 20 ms, music to 1,000 legs", streams.Beat, 1_000, "leg");
var bridges = new Bridges(500);
Measure.This("relay a packet between two legs, 500 bridges", bridges.RelayAll, 1_000, "packet");

var folder = Directory.CreateTempSubdirectory("rappel-bench-").FullName;
using (var store = SqliteStore.Open(new SqliteStoreOptions(Path.Combine(folder, "bench.db"))))
{
    long number = 0;
    Batch Next() => new(++number, [new StoreRow.OfJournal(new JournalRow(TenantId.Default, DateTimeOffset.UnixEpoch, "cb-1", "requested", null, null))]);
    Measure.This("commit one batch, flushed", () => store.Apply([Next()]));
    Measure.This("commit 100 batches together, flushed", () => store.Apply([.. Enumerable.Range(0, 100).Select(_ => Next())]), 100, "batch");
}

Directory.Delete(folder, true);
