using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Net.Sip;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Phone;

/// <summary>A phone in the browser: what it needs to know, and the WebSocket it speaks SIP over (RFC 7118).</summary>
internal static class PhoneEndpoints
{
    public const string SocketPath = "/sip";
    private const string Subprotocol = "sip";

    public static void Map(WebApplication app, IEndpointRouteBuilder api)
    {
        api.MapGet("/phone", Show).WithTags("Phone")
            .WithSummary("What a page needs to be a phone")
            .WithDescription("One's own without parameters: an agent's, or for others one to listen with. `agent`: that agent's, for administrators. " +
                "`customer`: a test phone with this number, for those who may change the configuration. Refused with `not-permitted`, `unknown-agent`, " +
                "`desk-phone-only` or `bad-number`.")
            .Produces<PhoneBody>().Fails(409).Needs(Permission.OwnAccount);
        app.MapGroup(SocketPath).RequireAuthorization().AddEndpointFilter(RefusalWriter.RefuseUnnamedAsync)
            .MapGet("/", OpenAsync).ExcludeFromDescription().Needs(Permission.OwnAccount);
    }

    private static IResult Show(HttpContext context, IEnginePort engine, string? agent = null, string? customer = null)
    {
        var choice = PhoneChoice.Of(context);
        var configuration = engine.Configuration;
        return choice.Decide(context.User, configuration) is ({ } identity, _)
            ? TypedResults.Ok(new PhoneBody(
                identity.User, $"sip:{Uri.EscapeDataString(identity.User)}@{context.Request.Host.Host}", SocketPath + choice.Query, configuration.Name, [], ["PCMU", "PCMA"]))
            : choice.Decide(context.User, configuration).Refusal!;
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context, IEnginePort engine, IPhoneLines lines, UserDirectory users, PhoneSessions sessions, IAuditTrail audit, TimeProvider clock)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol))
        {
            return ProblemResults.Of(400, "websocket-wanted", "This address is for a WebSocket", $"It is opened with the subprotocol `{Subprotocol}`.");
        }

        if (!IsSameOrigin(context.Request))
        {
            return ProblemResults.Of(403, "foreign-origin", "The request comes from another site", "A phone is opened by a page of this server.");
        }

        var choice = PhoneChoice.Of(context);
        if (choice.Decide(context.User, engine.Configuration) is not ({ } identity, _))
        {
            return choice.Decide(context.User, engine.Configuration).Refusal!;
        }

        using var end = new CancellationTokenSource();
        using var watch = new Timer(_ => End(end, () => MayHave(context, choice, identity, engine, users, clock)), null, WsLimits.SessionLook, WsLimits.SessionLook);
        sessions.Add(context.User, end);
        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(Subprotocol);
            if (!choice.IsOwn(context.User))
            {
                audit.Record(Access.Who(context), "phone-opened", Subjects.Phone(identity.User), null, null);
            }

            var peer = new IPEndPoint(context.Connection.RemoteIpAddress ?? IPAddress.None, context.Connection.RemotePort);
            if (!await lines.ServeAsync(socket, peer, identity, end.Token))
            {
                await socket.CloseOutputAsync(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, "too many", context.RequestAborted);
            }
        }
        finally
        {
            sessions.Remove(end);
        }

        return Results.Empty;
    }

    /// <summary>
    /// RFC 6455 §10.2: browsers say which site opens a connection, and any site could with this one's cookie but for that. The host decides: a
    /// proxy that ends TLS changes the scheme.
    /// </summary>
    private static bool IsSameOrigin(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
        && HostString.FromUriComponent(origin) is var theirs && theirs.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (request.Host.Port ?? origin.Port) == origin.Port;

    /// <summary>The session may have ended, the person be disabled, or the agent be another's since.</summary>
    private static bool MayHave(
        HttpContext context, PhoneChoice choice, Rappel.Engine.FlowIdentity identity, IEnginePort engine, UserDirectory users, TimeProvider clock) =>
        Caller.Unsealed(context.User, users, clock.GetUtcNow()) is { } caller && caller.May(Permission.OwnAccount)
        && choice.Decide(caller, engine.Configuration).Identity == identity;

    private static void End(CancellationTokenSource end, Func<bool> mayGoOn)
    {
        try
        {
            if (!mayGoOn())
            {
                end.Cancel();
            }
        }
        catch (ObjectDisposedException)
        {
            // The connection has closed meanwhile.
        }
    }
}
