using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What an agent decides of a callback.</summary>
internal static class OutcomeEndpoint
{
    /// <summary>Takes back what was decided.</summary>
    private const string AsUsual = "completed";

    public static void Map(IEndpointRouteBuilder agents) => agents.MapPost("/{agent}/callback-outcome", DecideAsync)
        .WithSummary("Say what came of the callback an agent has or has just had")
        .WithDescription("From the moment the line is answered until the wrap-up ends, when it holds; until then it may be decided otherwise, and " +
            "`completed` takes it back. `voicemail-reached` ends the attempt as one that met a machine: what its terms say then comes next. " +
            "`wrong-number` ends the request as `bad-number`. `call-again` opens it again from `at` on, in its place, without an attempt used. " +
            "Refused with `no-callback` where the agent has none, or it reached nobody.")
        .Accepts<DecideOutcomeBody>("application/json").Produces<CallbackBody>().Fails(400, 404, 409, 422, 503)
        .NeedsOrOwn(OwnThing.Agent, Permission.AgentsWrite);

    private static async Task<IResult> DecideAsync(
        [Description("Key of the agent.")] string agent, HttpContext context, IEnginePort engine, IAuditTrail audit)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        if (!engine.Configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        var command = Read(fields, agent, Access.Who(context));
        return fields.Problems.Count > 0
            ? ProblemResults.Fields(fields.Problems)
            : await engine.ThenAsync(command, context, answer =>
            {
                if (context.User.AgentKey() != agent)
                {
                    audit.Record(Access.Who(context), "outcome-decided", Subjects.Agent(agent), null, AuditNodes.Of(Said(command)));
                }

                return answer.Callback is { } callback ? TypedResults.Ok(CallbackBody.Of(callback)) : TypedResults.NoContent();
            });
    }

    private static AfterCall.Decide Read(FieldReader fields, string agent, string who)
    {
        var word = fields.Text("outcome", ApiLimits.MaximumKey, required: true);
        var outcome = default(DecidedOutcome);
        if (word is not null && word != AsUsual && !Words.TryParse(word, out outcome))
        {
            fields.Wrong("outcome", $"is '{word}'", string.Join(", ", Words.All<DecidedOutcome>().Append(AsUsual)));
        }

        foreach (var field in new[] { "at", "number" }.Where(f => word is not null && fields.Has(f) && outcome != DecidedOutcome.CallAgain))
        {
            fields.Wrong(field, $"is given with {word}", "only with call-again");
        }

        var command = new AfterCall.Decide(agent, word == AsUsual ? null : outcome, who)
        {
            At = fields.Moment("at"),
            Number = fields.Text("number", ApiLimits.MaximumNumber),
            Why = fields.Text("why", ApiLimits.MaximumReason),
        };
        fields.RefuseUnknown();
        return command;
    }

    private static DecideOutcomeBody Said(AfterCall.Decide command) => new(
        command.Outcome is { } outcome ? Words.Of(outcome) : AsUsual, command.At?.UtcDateTime, command.Number, command.Why);
}
