using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What an agent does with a call, whatever phone it is on.</summary>
internal static class CallEndpoints
{
    private const string NotNow = " `no-call` where there is none, `not-in-state` where `may` in the agent's work does not list it.";

    public static void Map(RouteGroupBuilder agents)
    {
        Post(agents, "call/hold", (_, agent, who) => new CallControl.Hold(agent, who), "Put the customer on hold", "They hear the queue's music." + NotNow);
        Post(agents, "call/resume", (_, agent, who) => new CallControl.Resume(agent, who), "Take the customer back", NotNow.TrimStart());
        Post(agents, "call/hang-up", (_, agent, who) => new CallControl.HangUp(agent, who), "Hang up the agent's phone",
            "While somebody is asked or joined in, they go on with the customer: nobody is left alone." + NotNow);
        Post<KeysBody>(agents, "call/keys", CallReading.Keys, "Send keys to whom the agent talks with", "As telephone-events." + NotNow);
        Post<TransferCallBody>(agents, "call/transfer", CallReading.Transfer, "Hand the customer over without a word",
            "The agent is free at once. A queue takes the customer at the place they had first. Where an agent or number does not answer, is busy or refuses, the " +
            "customer is back in line of the queue they came from, at their old place. `unknown-target`, `target-busy`, `target-unreachable`, " +
            "`queue-closed`, `queue-full`, `refused-number`, `no-trunk`: then nothing has changed." + NotNow);
        Post<TransferCallBody>(agents, "call/consult", CallReading.Consult, "Ask a colleague or somebody outside while the customer waits",
            "The customer hears the queue's music. A queue cannot be asked (`not-a-person`); otherwise as a transfer is refused." + NotNow);
        Post(agents, "call/consult/complete", (_, agent, who) => new CallControl.Complete(agent, who), "Hand the customer over to whom the agent asked",
            "Also while that phone still rings." + NotNow);
        Post(agents, "call/consult/cancel", (_, agent, who) => new CallControl.Cancel(agent, who), "Back to the customer, without whom the agent asked", NotNow.TrimStart());
        Post(agents, "call/consult/swap", (_, agent, who) => new CallControl.Swap(agent, who), "Talk with the other of the two", NotNow.TrimStart());
        Post(agents, "call/consult/join", (_, agent, who) => new CallControl.Join(agent, who), "Let all three hear each other", NotNow.TrimStart());
        Post<PauseRecordingBody>(agents, "call/recording", CallReading.Record, "Pause the recording of the call, or go on with it",
            "Silence is written in the place of what is said. `not-recorded` where the call is not.");
        Post<DialBody>(agents, "call/dial", CallReading.Dial, "Make a call",
            "The agent's phone rings first, then the number is dialled or the colleague rung. Refused as a transfer is, with `agent-busy` while the agent is in " +
            "a call or offered one, and with `agent-unreachable`.");
        Post(agents, "offer/reject", (_, agent, who) => new CallControl.RejectOffer(agent, who), "Reject what rings",
            "As the phone's own key does. `no-offer` where nothing rings, `not-permitted` where the agent has no right to reject.");
        TargetsEndpoint.Map(agents);
    }

    private static void Post(RouteGroupBuilder agents, string path, Func<FieldReader, string, string, CallControl?> read, string summary, string description) =>
        Describe(agents.MapPost($"/{{agent}}/{path}", ([Description("Key of the agent.")] string agent, HttpContext context, IEnginePort engine, IAuditTrail audit) =>
            ActAsync(agent, read, context, engine, audit)), summary, description);

    private static void Post<TBody>(
        RouteGroupBuilder agents, string path, Func<FieldReader, string, string, CallControl?> read, string summary, string description) where TBody : notnull =>
        Describe(agents.MapPost($"/{{agent}}/{path}", ([Description("Key of the agent.")] string agent, HttpContext context, IEnginePort engine, IAuditTrail audit) =>
            ActAsync(agent, read, context, engine, audit)).Accepts<TBody>("application/json"), summary, description);

    private static void Describe(RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary).WithDescription(description).Produces(204).Fails(400, 404, 409, 422, 503).NeedsOrOwn(OwnThing.Agent, Permission.AgentsWrite);

    private static async Task<IResult> ActAsync(
        string agent, Func<FieldReader, string, string, CallControl?> read, HttpContext context, IEnginePort engine, IAuditTrail audit)
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

        var who = Access.Who(context);
        var control = read(fields, agent, who);
        fields.RefuseUnknown();
        return fields.Problems.Count > 0 || control is null
            ? ProblemResults.Fields(fields.Problems)
            : await engine.ThenAsync(control, context, _ =>
            {
                // What agents do with their own calls stands in the calls' journals.
                if (context.User.AgentKey() != agent)
                {
                    audit.Record(who, "call-controlled", Subjects.Agent(agent), null, CallReading.Told(control));
                }

                return TypedResults.NoContent();
            });
    }
}
