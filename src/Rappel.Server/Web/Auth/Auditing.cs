using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Rappel.Server.Web.Auth;

internal static class Auditing
{
    /// <summary>Records a change that whoever sent this request has made.</summary>
    public static void Audit(this HttpContext context, string action, string subject, JsonNode? before, JsonNode? after) =>
        context.RequestServices.GetService<IAuditTrail>()?.Record(Access.Who(context), action, subject, before, after);
}
