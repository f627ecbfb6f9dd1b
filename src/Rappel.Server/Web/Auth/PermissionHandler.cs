using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Callbacks;
using Rappel.Server.Web.Endpoints;
using Rappel.Storage;

namespace Rappel.Server.Web.Auth;

/// <summary>Decides whether a caller may do what an endpoint does.</summary>
internal sealed class PermissionHandler(IStore store, IEnginePort engine) : AuthorizationHandler<NeededPermission>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, NeededPermission requirement)
    {
        var caller = context.User;
        if (requirement.AnyOf.Any(caller.May) || (context.Resource is HttpContext http && await IsOwnAsync(http, requirement.Own)))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> IsOwnAsync(HttpContext context, OwnThing thing) =>
        context.User.May(Permission.OwnAgent) && context.User.AgentKey() is { } agent && thing switch
        {
            OwnThing.Agent => context.GetRouteValue("agent") as string == agent,
            OwnThing.Callback => context.GetRouteValue("id") is string id
                && CallbackEndpoints.Existing(id, store, engine.Configuration.Tenant) is { } callback && IsGivenTo(callback, agent),

            // Of a list there is no id: whoever lists looks for the agent's own queues only.
            OwnThing.Voicemail => context.GetRouteValue("id") is not string id
                || (VoicemailReading.Existing(id, store, engine.Configuration.Tenant) is { } voicemail
                    && (await MembershipReading.VoicemailQueuesAsync(engine, agent, context.RequestAborted)).Contains(voicemail.Queue)),
            _ => false,
        };

    private static bool IsGivenTo(CallbackRequest callback, string agent) =>
        callback.Handling?.AssignedAgent == agent
        || (callback.Agent == agent && callback.Status is CallbackStatus.Offering or CallbackStatus.Dialling or CallbackStatus.Connected);
}
