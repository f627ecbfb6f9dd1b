using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;

namespace Rappel.Acceptance.Staging;

/// <summary>All that one scene plays with: a server, ports, a folder, phones, and the timeline on which everything is written down.</summary>
internal sealed class Stage : IDisposable
{
    /// <summary>Channels of the example.</summary>
    public const string French = "+15145550100";

    public const string English = "+15145550101";

    // Far from the built-in music and from each other.
    public const int AgentTone = 1810;
    public const int CustomerTone = 1270;
    public const int CallerTone = 1510;

    /// <summary>For what should happen at once, on a busy machine.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    private readonly List<IDisposable> props = [];

    /// <param name="variants">Of the example; null to begin with nothing.</param>
    public Stage(string title, string folder, IEnumerable<Variant>? variants)
    {
        Directory.CreateDirectory(folder);
        Folder = folder;
        Timeline = new Timeline(title);
        Ports = PortBlock.Take();
        Server = new RappelServer(Ports, folder, variants is null ? RappelServer.NoConfiguration : Variant.Prepare(folder, variants));
    }

    public string Folder { get; }

    public Timeline Timeline { get; }

    public PortBlock Ports { get; }

    public RappelServer Server { get; }

    public RappelApi Api => Server.Api;

    public void Note(string who, string what) => Timeline.Add(who, what);

    public void Check(bool right, string what)
    {
        if (right)
        {
            Timeline.Right(what);
        }
        else
        {
            Timeline.Wrong(what);
        }
    }

    public void Equal<T>(T expected, T found, string what) =>
        Check(EqualityComparer<T>.Default.Equals(expected, found), Equals(expected, found) ? $"{what} is {found}" : $"{what} is {found}, not {expected}");

    /// <summary>Goes on with what must be there.</summary>
    public static T Need<T>(T? found, string what)
        where T : class => found ?? throw new SceneOverException(what);

    public static void Need(bool holds, string what)
    {
        if (!holds)
        {
            throw new SceneOverException(what);
        }
    }

    public async Task StartServer()
    {
        await Server.Start();
        Note("server", "ready");
    }

    /// <summary>An agent's phone, registered by digest.</summary>
    public async Task<BaresipPhone> Agent(string key, bool available, string transport = "udp", string codec = "PCMU", int tone = AgentTone)
    {
        var phone = Keep(await BaresipPhone.Start(
            $"agent{key}",
            $"<sip:{key}@127.0.0.1:{Server.SipPort};transport={transport}>;auth_user={key};auth_pass={RappelServer.AgentPassword};regint=60;answermode=manual;audio_codecs={codec}",
            tone, Ports, Folder));
        // Asked of the server: the phone may have registered before its control channel could tell.
        Need(await Api.AgentRegisters(key, Soon), $"the phone of agent {key} did not register over {transport}");
        Note($"agent", $"{key} registered over {transport}");
        await Api.SetAgent(key, available ? "available" : "on-break");
        return phone;
    }

    /// <summary>A caller who is a person with a phone: presses keys and hangs up when told.</summary>
    public async Task<BaresipPhone> CallerPhone(string name, string number) =>
        Keep(await BaresipPhone.Start(name, $"<sip:{number}@127.0.0.1>;regint=0;audio_codecs=PCMU", CallerTone, Ports, Folder));

    /// <summary>A caller of SIPp's, with a voice: stays until the server hangs up, or this long.</summary>
    public SippEndpoint Caller(string name, string from, string to, bool tcp = false, TimeSpan? hangsUpAfter = null)
    {
        Note(name, $"{from} calls {to} over {(tcp ? "TCP" : "UDP")}");
        return Keep(SippEndpoint.Call(name, from, to, Server.SipPort, tcp, CallerTone, hangsUpAfter ?? TimeSpan.FromSeconds(120), Ports, Folder));
    }

    /// <summary>The carrier, ready for one call to a customer.</summary>
    public SippEndpoint Carrier(string name, Func<int, string> script) =>
        Keep(SippEndpoint.Await(name, Server.CarrierPort, script, CustomerTone, Ports, Folder));

    public T Keep<T>(T prop)
        where T : IDisposable
    {
        props.Add(prop);
        return prop;
    }

    public void Dispose()
    {
        props.AsEnumerable().Reverse().ToList().ForEach(p => p.Dispose());
        Server.Dispose();
        Ports.Dispose();
    }
}
