using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What an agent says about a call, in it and until the wrap-up ends.</summary>
internal static class WrapUpEndpoint
{
    public static void Map(IEndpointRouteBuilder agents) => agents.MapPut("/{agent}/wrap-up", TakeAsync)
        .WithSummary("Give codes and a note to the call an agent has or has just had, and end or extend the wrap-up")
        .WithDescription("Also during the call, but for `finish` and `extendSeconds`. Where the queue's codes are mandatory, neither time nor the agent " +
            "ends the wrap-up before one is given; a supervisor who sets the agent's status does. Refused with `no-wrap-up` for an agent without a " +
            "call of a queue, and then nothing of it is kept.")
        .Accepts<SayAfterCallBody>("application/json").Produces(StatusCodes.Status204NoContent).Fails(400, 404, 409, 422, 503)
        .NeedsOrOwn(OwnThing.Agent, Permission.AgentsWrite);

    private static SayAfterCallBody Said(AfterCall.WrapUp command) => new(
        command.Codes.IsDefault ? null : command.Codes, command.Note, command.Finish, (int?)command.Extend?.TotalSeconds);

    private static async Task<IResult> TakeAsync(
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

        var command = new AfterCall.WrapUp(agent, Access.Who(context))
        {
            Codes = fields.ShortTexts("codes", AfterCallLimits.Codes, ConfigurationLimits.CodeLength),
            Note = fields.Prose("note", AfterCallLimits.NoteLength),
            Finish = fields.Flag("finish", otherwise: false),
            Extend = fields.Has("extendSeconds")
                ? fields.Seconds("extendSeconds", AfterCallLimits.ShortestExtension, AfterCallLimits.LongestExtension, AfterCallLimits.ShortestExtension)
                : null,
        };
        fields.RefuseUnknown();
        return fields.Problems.Count > 0
            ? ProblemResults.Fields(fields.Problems)
            : await engine.ThenAsync(command, context, _ =>
            {
                if (context.User.AgentKey() != agent)
                {
                    // Agents' own words are in the journal of the call; that somebody else spoke for one is for the audit log, too.
                    audit.Record(Access.Who(context), "wrapped-up", Subjects.Agent(agent), null, AuditNodes.Of(Said(command)));
                }

                return TypedResults.NoContent();
            });
    }
}
