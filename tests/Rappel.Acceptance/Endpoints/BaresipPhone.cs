using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Endpoints;

/// <summary>A phone: baresip with a tone for a voice, steered over its control channel. It keeps what it hears.</summary>
internal sealed class BaresipPhone : IDisposable
{
    public const string Program = "baresip";
    private const string Ringing = "Incoming call from:";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(15);

    private readonly string folder;
    private readonly ChildProcess process;
    private readonly BaresipControl control = new();

    private BaresipPhone(string name, string folder, int hertz, ChildProcess process)
    {
        Name = name;
        Hertz = hertz;
        this.folder = folder;
        this.process = process;
    }

    public string Name { get; }

    /// <summary>The tone it says.</summary>
    public int Hertz { get; }

    public EventFeed<BaresipEvent> Events => control.Events;

    /// <param name="account">baresip account line: URI and parameters.</param>
    /// <param name="hertz">The tone it says while it talks.</param>
    public static async Task<BaresipPhone> Start(string name, string account, int hertz, PortBlock ports, string sceneFolder)
    {
        var folder = Path.Combine(sceneFolder, name);
        Directory.CreateDirectory(folder);
        var tone = Path.Combine(folder, "tone.wav");
        WavFile.Write(tone, Tone.Make(hertz, TimeSpan.FromSeconds(240)));
        // It listens for UDP, TCP and, on the next port, TLS.
        var sip = ports.Next(2);
        var steering = ports.Next(2);
        var rtp = ports.Next(8);
        await File.WriteAllTextAsync(Path.Combine(folder, "accounts"), account + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "contacts"), "");
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), $"""
            poll_method epoll
            net_interface 127.0.0.1
            sip_listen 127.0.0.1:{sip}
            call_max_calls 4
            call_local_timeout 300
            audio_source aufile,{tone}
            audio_player none,none
            audio_alert none,none
            auplay_srate 8000
            ausrc_srate 8000
            auplay_channels 1
            ausrc_channels 1
            ausrc_format s16
            auplay_format s16
            audio_txmode thread
            rtp_ports {rtp}-{rtp + 7}
            rtcp_mux no
            module_path {ModuleFolder()}
            module g711.so
            module aufile.so
            module sndfile.so
            snd_path {folder}
            module ctrl_tcp.so
            ctrl_tcp_listen 127.0.0.1:{steering}
            module_app account.so
            module_app menu.so

            """);
        var phone = new BaresipPhone(name, folder, hertz, new ChildProcess(name, Program, ["-f", folder, "-v"], folder));
        if (await Waiting.For(async () => await phone.control.TryConnect(steering) ? "yes" : null, StartTime) is null)
        {
            phone.Dispose();
            throw new InvalidOperationException($"baresip did not start: see {folder}/{name}.log");
        }

        return phone;
    }

    public bool HasNotRung => Events.All.All(e => e.Type != "CALL_INCOMING");

    public Task<BaresipEvent?> Rings(TimeSpan within) => Events.Next(e => e.Type == "CALL_INCOMING", within);

    public Task<BaresipEvent?> Talks(TimeSpan within) => Events.Next(e => e.Type == "CALL_ESTABLISHED", within);

    public Task<BaresipEvent?> Ends(TimeSpan within) => Events.Next(e => e.Type == "CALL_CLOSED", within);

    public Task Dial(string uri) => control.Command("dial", uri);

    public Task Accept() => control.Command("accept");

    /// <summary>Ends the call; refuses it (486) where it still rings.</summary>
    public Task HangUp() => control.Command("hangup");

    /// <summary>The transfer key: whom it talks with is sent to this URI (REFER).</summary>
    public Task Transfer(string uri) => control.Command("transfer", uri);

    /// <summary>Keys one after another, as a person presses them.</summary>
    public async Task Press(string keys)
    {
        foreach (var key in keys)
        {
            await control.Command("sndcode", $"{key}");
            await Waiting.Pass(TimeSpan.FromMilliseconds(350));
        }
    }

    /// <summary>
    /// The name the last caller came with, as baresip showed it; null where none rang. The screen and the control channel are two
    /// streams: the line of a call may come after its event, so the screen is waited for.
    /// </summary>
    public async Task<string?> LastCallerShown()
    {
        var calls = Events.All.Count(e => e.Type == "CALL_INCOMING");
        await Waiting.Until(() => Shown().Count >= calls, Stage.Soon);
        return Shown().LastOrDefault();
    }

    private List<string> Shown() =>
        [.. process.Lines.Where(l => l.Contains(Ringing, StringComparison.Ordinal)).Select(l => l.Split(Ringing)[1].Split(" sip:")[0].Trim())];

    /// <summary>All it heard, call by call, of calls that are over.</summary>
    public IReadOnlyList<short[]> Heard() => [.. Directory.EnumerateFiles(folder, "dump-*-dec.wav").Order(StringComparer.Ordinal).Select(WavFile.Read)];

    public void Dispose()
    {
        process.Dispose();
        control.Dispose();
    }

    // Debian has modules in the folder of the architecture or in the plain one, by release.
    private static string ModuleFolder() =>
        new[] { "/usr/lib/baresip/modules", "/usr/lib/x86_64-linux-gnu/baresip/modules", "/usr/lib/aarch64-linux-gnu/baresip/modules" }
            .FirstOrDefault(Directory.Exists) ?? throw new InvalidOperationException("baresip's modules are not where Debian puts them");
}
