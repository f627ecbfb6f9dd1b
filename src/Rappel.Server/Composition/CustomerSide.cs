using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Alerts;
using Rappel.Server.Net.Web;
using Rappel.Server.Telemetry;
using Rappel.Server.Web;
using Rappel.Server.Webhooks;
using Rappel.Storage;
using Rappel.Storage.Callers;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Composition;

/// <summary>What customers and other people's programs have to do with us by: webhooks, links, keys to ask again with.</summary>
internal sealed class CustomerSide : IDisposable
{
    private readonly IServerStore _store;
    private readonly LinkSigner _links;
    private readonly WebhookCourier _courier;

    public CustomerSide(IServerStore store, TenantId tenant, Func<ConfigurationSnapshot> configuration, WebSender sender, Alarms alarms, ILoggerFactory loggers)
    {
        _store = store;
        _links = LinkSigner.Settle(store, tenant, TimeProvider.System);
        Events = new WebhookFeed(tenant, configuration, _links, store);
        _courier = new WebhookCourier(
            tenant, configuration, store, new WebhookPost(sender), TimeProvider.System, Random.Shared.NextDouble, alarms, loggers.CreateLogger("webhooks"));
        Events.Written += _courier.Wake;
    }

    public WebhookFeed Events { get; }

    /// <summary>Begins to tell webhooks what is on disk.</summary>
    public void Start() => _courier.Start();

    /// <summary>A configuration was published: webhooks may be new, or elsewhere.</summary>
    public void Wake() => _courier.Wake();

    /// <summary>Webhooks hear of alerts too.</summary>
    public void TellAlerts(AlertDesk alerts) => alerts.Changed += (alert, isRaised) => Events.Tell(alert, isRaised, TimeProvider.System.GetUtcNow());

    public void AddTo(IServiceCollection services) => services
        .AddSingleton(_links).AddSingleton(Events).AddSingleton(_courier)
        .AddSingleton<IWebhookStore>(_store).AddSingleton<IKeptAnswers>(_store);

    public void Dispose() => _courier.Dispose();
}
