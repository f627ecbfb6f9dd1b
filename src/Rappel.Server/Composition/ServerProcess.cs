using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Server.Alerts;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Dtls;
using Rappel.Server.Net.Media;
using Rappel.Server.Net.Sip;
using Rappel.Server.Net.Web;
using Rappel.Server.Telemetry;
using Rappel.Server.Trying;
using Rappel.Storage;
using Rappel.Storage.Postgres;
using Rappel.Server.Web.Phone;
using Rappel.Storage.Sqlite;

namespace Rappel.Server.Composition;

/// <summary>The server from start to end: takes hold of all it needs, or says what it lacks, then serves until it is told to stop.</summary>
public sealed class ServerProcess(ServerSettings settings, IOperator person, ILoggerFactory loggers, TextWriter output, TextWriter errors)
{
    /// <summary>Exit code where a setting, a port or the data folder cannot be used.</summary>
    public const int CannotStart = 1;

    /// <summary>Exit code where there is no valid configuration to start with.</summary>
    public const int BadConfiguration = 2;

    private static readonly TenantId Tenant = TenantId.Default;

    private readonly ILogger log = loggers.CreateLogger("server");

    /// <summary>Ends with the exit code.</summary>
    public async Task<int> Run()
    {
        using var folder = DataFolder.TryHold(settings.DataFolder, out var problem);
        if (folder is null)
        {
            errors.WriteLine(problem);
            return CannotStart;
        }

        try
        {
            using var store = OpenStore(folder);
            return await Run(store);
        }
        catch (StoreException e)
        {
            errors.WriteLine(settings.Postgres is null ? $"DATA_DIR={settings.DataFolder}: {e.Message}" : $"POSTGRES: {e.Message}");
            return CannotStart;
        }
    }

    private IServerStore OpenStore(DataFolder folder) => settings.Postgres is { } connection
        ? PostgresStore.Open(new PostgresStoreOptions(connection))
        : SqliteStore.Open(new SqliteStoreOptions(Path.Combine(folder.Path, "rappel.db")));

    private async Task<int> Run(IServerStore store)
    {
        var secrets = Secrets.Settle(settings, store);
        var clock = new Clock(TimeProvider.System, text => log.LogWarning(LogKinds.ClockStepped, "{Text}", text));
        var variables = ConfigurationVariables.Of(settings, secrets);
        var book = new ConfigurationBook(store, Tenant, new EditionShelf(store, Tenant, variables), TimeProvider.System);
        var configurations = new ConfigurationDesk(settings.Configuration, book, store, Tenant, loggers.CreateLogger("configuration"));
        var trunks = new TrunkAddresses(loggers.CreateLogger("configuration"));
        var configuration = configurations.Begin(out var problems) is { } valid ? trunks.Resolve(valid) : null;
        if (problems.Length > 0)
        {
            errors.Write(Configuration.ConfigurationReport.Format(problems));
        }

        if (configuration is null)
        {
            errors.WriteLine($"CONFIG={settings.Configuration}: no valid configuration to start with");
            return BadConfiguration;
        }

        if (problems.Length > 0)
        {
            log.LogWarning(LogKinds.Configuration, "CONFIG={Source} has problems; version {Version} from before stays", settings.Configuration, configuration.Version);
        }

        using var inbox = new EngineInbox();
        using var alarms = new Alarms(TimeProvider.System);
        var setAside = new SetAside(Path.Combine(settings.DataFolder, SetAside.FileName), TimeProvider.System);
        if (setAside.HasAny)
        {
            log.LogWarning(LogKinds.BatchSetAside, "{File} holds what could not be written to the store: see what it is, mend it, and move the file away", setAside.File);
        }

        var state = new ServerState(configuration);
        using var sender = new WebSender(settings.AllowsPrivateWeb);
        using var customers = new CustomerSide(store, Tenant, () => state.Configuration, sender, alarms, loggers);
        using var commits = new CommitLoop(store, inbox, setAside, alarms, loggers.CreateLogger("store"), customers.Events);
        using var pauses = new CollectorPauses(TimeProvider.System);
        using var load = new LoadWatch(TimeProvider.System, loggers.CreateLogger("admission"));
        if (OpenSockets(inbox, load, state) is not { } sip)
        {
            return CannotStart;
        }

        using var opened = sip;
        var desk = new CommandDesk(inbox, TimeProvider.System);
        var live = new LiveDesk(inbox, TimeProvider.System);
        using var voice = new Voice(settings, store, Tenant, loggers);

        // Streams know lengths of time only: a wall clock that is set must not make a peer look silent.
        var steady = new Clock(TimeProvider.System, _ => { });
        using var identity = MakeIdentity(clock);
        using var media = new MediaLoop(
            new MediaLoopSettings(
                settings.Bind, settings.FirstRtpPort, settings.LastRtpPort, settings.DataFolder, voice.Library, steady, loggers.CreateLogger("media"))
            { Identity = identity },
            inbox.Post);
        using var questions = new WebDesk(sender, inbox.Post);
        var outlets = new EngineOutlets(sip, order => media.Post(order), commits, live, desk, questions, alarms, loggers.CreateLogger("engine"));
        var engine = new ContactCentre(
            new EngineSettings(ReachableAddress.Of(settings).ToString(), settings.SipPort)
            {
                Fingerprint = identity?.Fingerprint,
                MediaAddresses = ReachableAddress.ForMedia(settings),
            },
            configuration, store.Load(Tenant), new Entropy().Next, clock.Now);
        using var loop = new EngineLoop(engine, inbox, clock, outlets, alarms, loggers.CreateLogger("engine"));
        book.PublishTo(snapshot =>
        {
            state.Configuration = trunks.Resolve(snapshot);
            inbox.Post(new EngineInput.Published(state.Configuration));
            voice.Warm(snapshot);
            customers.Wake();
        });

        await using var web = WebServer.Build(settings, secrets, loggers, new EnginePort(desk, state, live), new HealthReport(state, live, commits, load, alarms, () => loop.Responsive), configurations, book, store,
            services =>
            {
                services.AddSingleton<IPhoneLines>(sip.Browsers).AddTrying(book, Tenant, variables, voice.Library, sender);
                customers.AddTo(services);
            });
        if (!await TryListen(web))
        {
            return CannotStart;
        }

        WebServer.TellEvents(web, commits);
        customers.TellAlerts(web.Services.GetRequiredService<AlertDesk>());
        commits.Start();
        customers.Start();
        media.Start();
        loop.Start();
        load.Watch(inbox.Measure, loop.Measure, media.Measure, new ProcessorGauge(TimeProvider.System).Measure, pauses.Measure);
        load.Start();
        sip.Start();
        voice.Warm(configuration);
        person.ReadAgain = () => _ = configurations.ImportAgainAsync();
        state.Serving = true;
        secrets.Keep(store, output);
        if (WebServer.SetupPath(web) is { } setup)
        {
            await output.WriteLineAsync($"there is no administrator yet: make one at http://{HostText()}:{settings.HttpPort}{setup}");
        }

        await output.WriteLineAsync("rappel ready");
        await output.FlushAsync();
        log.LogInformation(
            LogKinds.Lifecycle, "serving HTTP on {Bind}:{Http} and SIP on {Bind}:{Sip}, configuration version {Version}", settings.Bind, settings.HttpPort,
            settings.Bind, settings.SipPort, configuration.Version);

        await person.Stopping;
        await End(state, live, inbox, clock, outlets, web, loop, commits, sip);
        return 0;
    }

    /// <summary>As addresses of pages have it.</summary>
    private string HostText() => ReachableAddress.Of(settings) is { AddressFamily: AddressFamily.InterNetworkV6 } six ? $"[{six}]" : ReachableAddress.Of(settings).ToString();

    /// <summary>Null where OpenSSL 3 is missing: everything but phones in browsers works without.</summary>
    private DtlsIdentity? MakeIdentity(Clock clock)
    {
        try
        {
            return DtlsIdentity.Make(clock.Now);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or InvalidOperationException)
        {
            log.LogWarning(LogKinds.Lifecycle, "phones in browsers will have no calls: {Why}", e.Message);
            return null;
        }
    }

    private SipSockets? OpenSockets(EngineInbox inbox, LoadWatch load, ServerState state)
    {
        try
        {
            var intake = new SipIntake(inbox, load, user => state.Configuration.Agents.ContainsKey(user), new Entropy().Next());
            return new SipSockets(new IPEndPoint(settings.Bind, settings.SipPort), inbox, intake);
        }
        catch (SocketException e)
        {
            errors.WriteLine(e.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"SIP_PORT={settings.SipPort}: taken by another program on {settings.Bind} (UDP or TCP); free it or name another port"
                : $"BIND={settings.Bind} SIP_PORT={settings.SipPort}: cannot listen: {e.Message}");
            return null;
        }
    }

    private async Task<bool> TryListen(WebApplication web)
    {
        try
        {
            await web.StartAsync();
            return true;
        }
        catch (IOException e)
        {
            errors.WriteLine(e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
                ? $"HTTP_PORT={settings.HttpPort}: taken by another program on {settings.Bind}; free it or name another port"
                : $"BIND={settings.Bind} HTTP_PORT={settings.HttpPort}: cannot listen: {e.Message}");
        }
        catch (SocketException e)
        {
            errors.WriteLine($"BIND={settings.Bind} HTTP_PORT={settings.HttpPort}: cannot listen: {e.Message}");
        }

        return false;
    }

    // No new call from here on; calls may end until the drain time; then the last rows go to disk and the last messages out.
    private async Task End(
        ServerState state, LiveDesk live, EngineInbox inbox, Clock clock, EngineOutlets outlets, WebApplication web, EngineLoop loop, CommitLoop commits, SipSockets sip)
    {
        log.LogInformation(LogKinds.Lifecycle, "stopping: no new call is taken; {Calls} calls may end within {Seconds} s", (await live.LookAsync(person.AtOnce))?.Calls ?? 0,
            (int)HostLimits.DrainTime.TotalSeconds);
        state.Serving = false;
        inbox.Post(new EngineInput.DrainRequested(clock.Now + HostLimits.DrainTime));
        try
        {
            await outlets.AllCallsEnded.WaitAsync(HostLimits.DrainTime + HostLimits.FlushTime, person.AtOnce);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            log.LogWarning(LogKinds.Lifecycle, "stopping with calls under way");
        }

        using var patience = new System.Threading.CancellationTokenSource(HostLimits.FlushTime);
        await web.StopAsync(patience.Token);
        loop.Stop(HostLimits.FlushTime);
        if (!commits.Stop(HostLimits.FlushTime))
        {
            log.LogError(LogKinds.StoreFailed, "{Batches} batches could not be written before the end", commits.Behind);
        }

        await sip.Finish(HostLimits.FlushTime);
        log.LogInformation(LogKinds.Lifecycle, "stopped");
    }
}
