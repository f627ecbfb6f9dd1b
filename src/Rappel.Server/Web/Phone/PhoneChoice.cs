using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Phone;

/// <summary>Whose phone a page wants to be: nobody's in particular is one's own.</summary>
/// <param name="Agent">Key of an agent; null where none is named.</param>
/// <param name="Customer">Number of a test phone; null where none is named.</param>
internal sealed record PhoneChoice(string? Agent, string? Customer)
{
    /// <summary>As the address has it, behind the question mark; empty for one's own.</summary>
    public string Query => Agent is not null ? $"?agent={Uri.EscapeDataString(Agent)}" : Customer is not null ? $"?customer={Uri.EscapeDataString(Customer)}" : "";

    /// <summary>Whether it is the phone of the one who asks, or somebody else's: that is audited.</summary>
    public bool IsOwn(ClaimsPrincipal caller) => Customer is null && (Agent is null || Agent == caller.AgentKey());

    public static PhoneChoice Of(HttpContext context) => new(One(context, "agent"), One(context, "customer"));

    /// <summary>Who they are on the line; or why they cannot be.</summary>
    public (FlowIdentity? Identity, IResult? Refusal) Decide(ClaimsPrincipal caller, ConfigurationSnapshot configuration)
    {
        if (Customer is not null)
        {
            return !caller.May(Permission.ConfigurationWrite) ? No("not-permitted", "A test phone is for those who may change the configuration.")
                : NumberForm.IsE164(Customer) ? (new FlowIdentity.Customer(new PhoneNumber(Customer)), null)
                : No("bad-number", $"'{Short(Customer)}' is not {NumberForm.E164Words.English}.");
        }

        var key = Agent ?? caller.AgentKey();
        if (key is null)
        {
            return (new FlowIdentity.Person(caller.Identity?.Name ?? ""), null);
        }

        if (Agent is not null && Agent != caller.AgentKey() && !caller.May(Permission.PeopleWrite))
        {
            return No("not-permitted", "Another agent's phone is for administrators.");
        }

        return configuration.Agents.GetValueOrDefault(key) switch
        {
            null => No("unknown-agent", $"No agent has the key '{Short(key)}'."),
            { Connection: AgentConnection.Phone } => No("desk-phone-only", $"Agent {key} is configured to have a desk phone, and none in the browser."),
            _ => (new FlowIdentity.Agent(key), null),
        };
    }

    private static string? One(HttpContext context, string name) => context.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private static (FlowIdentity?, IResult) No(string code, string detail) => (null, ProblemResults.Of(409, code, "This phone cannot be had", detail));
}
