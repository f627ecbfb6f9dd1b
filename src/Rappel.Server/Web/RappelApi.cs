using System.Globalization;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rappel.Server.Net.Sip;
using Rappel.Server.Alerts;
using Rappel.Server.Web.Application;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Customers;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Events;
using Rappel.Server.Web.Phone;
using Rappel.Server.Web.Problems;
using Rappel.Server.Web.Recordings;
using Rappel.Server.Web.Reports;
using Rappel.Storage;

namespace Rappel.Server.Web;

/// <summary>
/// The HTTP interface and the browser application. The host registers <see cref="IEnginePort"/>, <see cref="IHealthPort"/>,
/// <see cref="IConfigurationPort"/>, <see cref="IPhoneLines"/> and <see cref="IStore"/>, calls <see cref="AddRappelApi"/>, builds, and calls <see cref="MapRappelApi"/>.
/// </summary>
public static class RappelApi
{
    public static IServiceCollection AddRappelApi(this IServiceCollection services, RappelApiOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddSingleton(options);
        services.AddSingleton<Listenings>();
        services.AddSingleton(new BrowserApplication(options.ApplicationFolder));
        Access.Add(services, options);
        services.AddSingleton<CallerThrottle>().AddSingleton<Idempotency>();
        EventServices.Add(services);
        services.AddSingleton<AlertDesk>();
        services.AddHostedService(s => s.GetRequiredService<AlertDesk>());
        OpenApiDocumentation.Add(services);
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(Origin.Of(context), options));
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                return new ValueTask(ProblemResults.WriteAsync(
                    context.HttpContext, ProblemResults.Of(429, "too-many-requests", "Too many requests", "Wait a moment and try again.")));
            };
        });
        return services;
    }

    public static void MapRappelApi(this WebApplication app)
    {
        ProxyTrust.Use(app, app.Services.GetRequiredService<RappelApiOptions>().TrustedProxies);
        app.Use(HeadIsGet);
        app.UseRouting();
        app.UseExceptionHandler(failure => failure.Run(TellFailureAsync));
        app.Use(PageSecurity.AddHeaders);
        app.UseStatusCodePages(context => TellBareStatusAsync(context.HttpContext));
        app.UseRateLimiter();
        app.Use(app.Services.GetRequiredService<BrowserApplication>().AnswerAsync);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = WsLimits.PingInterval, KeepAliveTimeout = WsLimits.PingPatience });
        app.UseAuthentication();
        app.UseAuthorization();

        var api = app.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter(RefusalWriter.RefuseUnnamedAsync)
            .AddEndpointFilter(ForgeryGuard.CheckAsync).Fails(401, 403, 429);
        HealthEndpoints.Map(app, api);
        AgentEndpoints.Map(api);
        QueueEndpoints.Map(api);
        CallbackEndpoints.Map(api);
        InteractionEndpoints.Map(api);
        RecordingEndpoints.Map(api);
        WatchEndpoints.Map(api);
        ReportEndpoints.Map(api);
        FiguresEndpoint.Map(api);
        MembershipEndpoints.Map(api);
        VoicemailEndpoints.Map(api);
        ConfigurationEndpoints.Map(api);
        TryEndpoints.Map(api);
        MeEndpoints.Map(api);
        UserEndpoints.Map(api);
        TokenEndpoints.Map(api);
        AuditEndpoint.Map(api);
        WebhookEndpoints.Map(api);
        EventEndpoint.Map(api);
        AlertEndpoint.Map(api);
        SessionEndpoints.Map(app);
        PhoneEndpoints.Map(app, api);
        SetupEndpoint.Map(app);
        PublicRequestEndpoints.Map(app);
        PublicWidgetEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }

    private static RateLimitPartition<string> Bucket(string origin, RappelApiOptions options) => RateLimitPartition.GetTokenBucketLimiter(
        origin, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, (int)(options.RequestsPerSecond * ApiLimits.RequestBurstSeconds)),
            TokensPerPeriod = Math.Max(1, (int)(options.RequestsPerSecond / 5)),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(200),
            QueueLimit = 0,
        });

    /// <summary>HEAD is answered as GET would be, without the body (RFC 9110 §9.3.2): the server itself remembers to leave that out.</summary>
    private static Task HeadIsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>What nobody caught. Its text may name files and is not shown, but for the store's own words.</summary>
    private static Task TellFailureAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return ProblemResults.WriteAsync(context, failure switch
        {
            StoreException => ProblemResults.Of(503, "store-failed", "The store does not answer", "The server's log says why."),
            TimeoutException => ProblemResults.Of(503, "busy", "Not now", "Too many wait for this; try again in a moment."),
            BadHttpRequestException bad => ProblemResults.Of(bad.StatusCode, "bad-request", "The request cannot be read", null),
            _ => ProblemResults.Of(500, "internal", "Something went wrong here", "The server's log says what."),
        });
    }

    /// <summary>Gives 404, 405 and their like a body.</summary>
    private static Task TellBareStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return ProblemResults.WriteAsync(context, status switch
        {
            404 => ProblemResults.NotFound("The OpenAPI document at /openapi/v1.json lists what there is."),
            405 => ProblemResults.Of(405, "method-not-allowed", "This method is not for this address", null),
            _ => ProblemResults.Of(status, status.ToString(CultureInfo.InvariantCulture), "The request failed", null),
        });
    }
}
