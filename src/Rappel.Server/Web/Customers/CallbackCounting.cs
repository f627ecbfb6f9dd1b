using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Engine;

namespace Rappel.Server.Web.Customers;

/// <summary>Counts requests for callbacks, by who asks and by the number.</summary>
internal static class CallbackCounting
{
    /// <param name="source">Who asks.</param>
    /// <returns>How long to wait; null where it may be asked for now.</returns>
    public static TimeSpan? Take(HttpContext context, EngineCommand.CreateCallback command, ConfigurationSnapshot configuration, (string, Allowance) source) =>
        context.RequestServices.GetRequiredService<CallerThrottle>().Take(source, ($"number {Dialled(command, configuration)}", CallerLimits.PerNumber));

    /// <summary>What is dialled, however it is written.</summary>
    private static string Dialled(EngineCommand.CreateCallback command, ConfigurationSnapshot configuration) =>
        configuration.DialPlans.TryGetValue(command.Terms.DialPlan, out var plan)
        && DialPlan.Dial(plan, command.Number, DialContext.Of(configuration)) is DialVerdict.Dial dial ? dial.Number.Value : command.Number;
}
