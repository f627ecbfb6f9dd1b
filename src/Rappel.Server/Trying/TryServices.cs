using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Calls;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Net.Web;
using Rappel.Server.Speech;
using Rappel.Server.Webhooks;

namespace Rappel.Server.Trying;

/// <summary>What the endpoints for trying need.</summary>
public static class TryServices
{
    public static IServiceCollection AddTrying(
        this IServiceCollection services, ConfigurationBook book, TenantId tenant, IReadOnlyDictionary<string, string> environment, AudioLibrary library, WebSender sender) =>
        services.AddSingleton(new DraftBinding(book, tenant, environment)).AddSingleton(new TrialStage(library)).AddSingleton(new TrialAudio(library))
            .AddSingleton(new WebhookTrial(sender, TimeProvider.System));
}
