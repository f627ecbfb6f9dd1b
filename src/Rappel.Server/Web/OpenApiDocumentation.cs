using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiDocumentation
{
    private const string Bearer = "bearer";
    private const string Session = "session";

    private const string Description = """
        Agents, live queues, callback requests and records of a Rappel contact centre.

        Times are ISO 8601 in UTC, lengths are whole seconds, enumerations are words. Errors are `application/problem+json`
        (RFC 9457): `code` is a stable word, `errors` lists everything wrong with the request with what is allowed. Pages are
        newest first: give `next` as `before`. Too many requests are answered with 429 and `Retry-After`.
        """;

    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Rappel", Version = "v1", Description = Description };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The API token." },
                [Session] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = Access.Cookie,
                    Description = "A session of somebody signed in in the browser.",
                },
            };
            ConfigurationSchemas.AddTo(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // Read as texts, so that a wrong one is told together with all other problems; a number all the same.
            foreach (var limit in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.Name == "limit"))
            {
                limit.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = $"{ApiLimits.MaximumPage}",
                    Default = ApiLimits.DefaultPage,
                };
            }

            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (!metadata.OfType<IAllowAnonymous>().Any() && metadata.OfType<IAuthorizeData>().Any())
            {
                operation.Security =
                [
                    new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] },
                    new() { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] },
                ];
            }

            return Task.CompletedTask;
        });
    });
}
