using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Hosting;
using Rappel.Server.Web;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Events;
using Rappel.Server.Web.Recordings;
using Rappel.Storage;
using Rappel.Storage.People;
using Rappel.Storage.Queries;

namespace Rappel.Server.Composition;

/// <summary>The HTTP side: Kestrel on the bound address, with the ports of the rest put in. Nothing of it reads settings of its own.</summary>
internal static class WebServer
{
    private const long MaximumBody = 4 * 1024 * 1024;

    public static WebApplication Build(
        ServerSettings settings, Secrets secrets, ILoggerFactory loggers, IEnginePort engine, IHealthPort health, IConfigurationPort configuration, ConfigurationBook book,
        IServerStore store, Action<IServiceCollection> more)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, SignalsAreOurs>());
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
            kestrel.Listen(settings.Bind, settings.HttpPort);
        });
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton(health);
        builder.Services.AddSingleton(configuration).AddSingleton(book);
        builder.Services.AddSingleton<IStore>(store).AddSingleton<IPeopleStore>(store).AddSingleton<IReportStore>(store);
        builder.Services.AddSingleton<IRecordingStore>(store).AddSingleton(new RecordingFolder(settings.DataFolder)).AddHostedService<RecordingSweep>();
        builder.Services.AddRappelApi(new RappelApiOptions(secrets.ApiToken, secrets.AdminPassword)
        {
            DataFolder = settings.DataFolder,
            KeyFolder = Path.Combine(settings.DataFolder, "keys"),
            TrustedProxies = settings.TrustedProxies,
            ApplicationFolder = Path.Combine(AppContext.BaseDirectory, "web"),
        });
        more(builder.Services);
        var web = builder.Build();
        web.MapRappelApi();
        return web;
    }

    /// <summary>The page that makes the first administrator, with its code; null where there is one.</summary>
    public static string? SetupPath(WebApplication web) => web.Services.GetRequiredService<FirstAdministrator>().SetupPath;

    /// <summary>What is on disk is told to those who listen. Before the commits begin.</summary>
    public static void TellEvents(WebApplication web, CommitLoop commits) => commits.Written += web.Services.GetRequiredService<CommittedRows>().Post;

    /// <summary>The host's own lifetime would stop HTTP at the first signal, before the calls are over.</summary>
    private sealed class SignalsAreOurs : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
