using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Endpoints;

/// <summary>One call of SIPp, with a voice.</summary>
internal sealed class SippEndpoint : IDisposable
{
    public const string Program = "sipp";

    private readonly ChildProcess process;
    private readonly string trace;

    private SippEndpoint(string name, ChildProcess process, RtpPeer voice, string trace)
    {
        Name = name;
        Voice = voice;
        this.process = process;
        this.trace = trace;
    }

    public string Name { get; }

    public RtpPeer Voice { get; }

    public IReadOnlyList<TracedMessage> Messages => SipTrace.Read(trace);

    /// <summary>Begins a call.</summary>
    /// <param name="from">User part of the caller's URI.</param>
    /// <param name="to">Number called.</param>
    public static SippEndpoint Call(
        string name, string from, string to, int server, bool tcp, int hertz, TimeSpan hangsUpAfter, PortBlock ports, string sceneFolder)
    {
        var media = ports.Next(2);
        return Start(name, SippScript.Caller(from, to, media, hangsUpAfter), ports.Next(2), media, hertz, tcp, [$"127.0.0.1:{server}"], ports, sceneFolder);
    }

    /// <summary>Waits for one call.</summary>
    /// <param name="port">SIP port, UDP.</param>
    /// <param name="script">From the media port, what to do.</param>
    public static SippEndpoint Await(string name, int port, Func<int, string> script, int hertz, PortBlock ports, string sceneFolder)
    {
        var media = ports.Next(2);
        return Start(name, script(media), port, media, hertz, false, [], ports, sceneFolder);
    }

    /// <summary>The first message that fits, sent or received; null where none came in time.</summary>
    public Task<TracedMessage?> Message(Func<TracedMessage, bool> fits, TimeSpan within) =>
        Waiting.For(() => Task.FromResult(Messages.FirstOrDefault(fits)), within);

    public Task<TracedMessage?> Received(string firstLineBegins, TimeSpan within) =>
        Message(m => !m.Sent && m.FirstLine.StartsWith(firstLineBegins, StringComparison.Ordinal), within);

    public Task<TracedMessage?> Sent(string firstLineBegins, TimeSpan within) =>
        Message(m => m.Sent && m.FirstLine.StartsWith(firstLineBegins, StringComparison.Ordinal), within);

    /// <summary>True where the scenario ran to its end as written.</summary>
    public async Task<bool> EndedWell(TimeSpan within) => await process.Exited(within) == 0;

    public bool HasEnded => process.HasExited;

    public void Dispose()
    {
        process.Dispose();
        Voice.Dispose();
    }

    private static SippEndpoint Start(
        string name, string script, int port, int media, int hertz, bool tcp, IEnumerable<string> remote, PortBlock ports, string sceneFolder)
    {
        var folder = Path.Combine(sceneFolder, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "scenario.xml"), script.ReplaceLineEndings("\n"));
        var trace = Path.Combine(folder, "messages.txt");
        var voice = new RtpPeer(media, hertz);
        var process = new ChildProcess(name, Program,
        [
            .. remote, "-sf", "scenario.xml", "-m", "1", "-i", "127.0.0.1", "-p", $"{port}", "-cp", $"{ports.Next(2)}", "-t", tcp ? "t1" : "u1",
            "-nostdin", "-timeout", "300s", "-default_behaviors", "bye,abortunexp",
            "-trace_msg", "-message_file", trace, "-trace_err", "-error_file", Path.Combine(folder, "errors.txt"),
        ], folder);
        return new SippEndpoint(name, process, voice, trace);
    }
}
