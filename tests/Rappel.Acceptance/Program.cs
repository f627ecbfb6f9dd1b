using System.IO;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

var folder = Directory.CreateTempSubdirectory("rappel-lab-").FullName;
Console.WriteLine(folder);
using var ports = PortBlock.Take();
using var phone = await BaresipPhone.Start("agent", "<sip:1001@127.0.0.1>;regint=0;audio_codecs=PCMU,PCMA", 500, ports, folder);
var sip = int.Parse(File.ReadAllLines(Path.Combine(folder, "agent", "config")).First(l => l.StartsWith("sip_listen")).Split(':')[1]);
foreach (var tcp in new[] { false, true })
{
    using var caller = SippEndpoint.Call("caller" + tcp, "+15145550199", "1001", sip, tcp, 700, TimeSpan.FromSeconds(5), ports, folder);
    Console.WriteLine(await phone.Rings(TimeSpan.FromSeconds(5)));
    await phone.Accept();
    Console.WriteLine(await phone.Talks(TimeSpan.FromSeconds(5)));
    caller.Voice.Press("1#5");
    for (var i = 0; i < 3; i++) Console.WriteLine(await phone.Events.Next(e => e.Type == "CALL_DTMF_START", TimeSpan.FromSeconds(3)));
    Console.WriteLine(await phone.Ends(TimeSpan.FromSeconds(8)));
    Console.WriteLine("well " + await caller.EndedWell(TimeSpan.FromSeconds(5)));
    Console.WriteLine($"caller heard 500: {Tone.SecondsOf(500, caller.Voice.Heard())} of {caller.Voice.Heard().Length / 8000.0}; 700: {Tone.SecondsOf(700, caller.Voice.Heard())}");
    Console.WriteLine(string.Join("\n", caller.Messages.Select(m => (m.Sent ? "> " : "< ") + m.FirstLine)));
}
Console.WriteLine("agent heard " + string.Join(", ", phone.Heard().Select(h => $"{Tone.SecondsOf(700, h)} of {h.Length / 8000.0}")));
var carrierPort = ports.Next(2);
foreach (var (name, script) in new (string, Func<int, string>)[] {
    ("answers-bye", m => SippScript.Answers(m, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3))),
    ("answers-wait", m => SippScript.Answers(m, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30))),
    ("busy", _ => SippScript.Busy()), ("never", _ => SippScript.NeverAnswers()) })
{
    using var carrier = SippEndpoint.Await(name, carrierPort, script, 900, ports, folder);
    await Waiting.Pass(TimeSpan.FromSeconds(0.5));
    await phone.Dial($"sip:+15145550123@127.0.0.1:{carrierPort}");
    if (name == "answers-wait") { await phone.Talks(TimeSpan.FromSeconds(4)); await Waiting.Pass(TimeSpan.FromSeconds(2)); await phone.HangUp(); }
    if (name == "never") { await Waiting.Pass(TimeSpan.FromSeconds(2)); await phone.HangUp(); }
    Console.WriteLine(name + " " + await phone.Ends(TimeSpan.FromSeconds(8)));
    Console.WriteLine("well " + await carrier.EndedWell(TimeSpan.FromSeconds(5)));
    Console.WriteLine(string.Join("\n", carrier.Messages.Select(m => (m.Sent ? "> " : "< ") + m.FirstLine)));
    Console.WriteLine($"heard 500 {Tone.SecondsOf(500, carrier.Voice.Heard())}");
}
Console.WriteLine(phone.LastCallerShown);
