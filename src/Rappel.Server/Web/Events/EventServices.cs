using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rappel.Server.Web.Events;

internal static class EventServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<EventJson>().AddSingleton<CommittedRows>().AddSingleton<EventSources>();
        services.AddSingleton(s => new EventListeners(s.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        services.AddSingleton<ListenerAccess>();
        services.AddSingleton<EventFeed>();
        services.AddHostedService(s => s.GetRequiredService<EventFeed>());
    }
}
