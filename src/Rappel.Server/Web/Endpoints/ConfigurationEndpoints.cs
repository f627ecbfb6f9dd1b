using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Drafts;

namespace Rappel.Server.Web.Endpoints;

internal static class ConfigurationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var configuration = api.MapGroup("/configuration").WithTags("Configuration");
        configuration.MapPost("/validate", (HttpContext context, IConfigurationPort port) => RunAsync(context, port, apply: false))
            .WithSummary("Read the configuration folder and list every problem, changing nothing").Produces<ConfigurationBody>()
            .Needs(Permission.ConfigurationRead);
        configuration.MapPost("/import", (HttpContext context, IConfigurationPort port) => RunAsync(context, port, apply: true))
            .WithSummary("Read the configuration folder again and publish it")
            .WithDescription("With any problem nothing is published, the running configuration stays and the answer is 422. Calls under way keep theirs.")
            .Produces<ConfigurationBody>().Produces<ConfigurationBody>(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.ConfigurationPublish);
        DraftEndpoints.Map(configuration);
        VersionEndpoints.Map(configuration);
        ArchiveEndpoints.Map(configuration);
        FileEndpoints.Map(configuration);
        ObjectEndpoints.Map(configuration);
        ScriptPreviewEndpoint.Map(configuration);
    }

    private static async Task<IResult> RunAsync(HttpContext context, IConfigurationPort port, bool apply)
    {
        var import = await port.ImportAsync(apply, Access.Who(context), context.RequestAborted);
        if (import.Applied)
        {
            context.Audit("imported", $"configuration/versions/{import.Version}", null, null);
        }

        var body = new ConfigurationBody(import.Problems.IsEmpty, import.Applied, import.Version, import.Problems);
        return TypedResults.Json(body, statusCode: apply && !body.Valid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
