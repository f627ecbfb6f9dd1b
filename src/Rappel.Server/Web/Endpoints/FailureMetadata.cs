using Microsoft.AspNetCore.Builder;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

internal static class FailureMetadata
{
    /// <summary>Says in the OpenAPI document which problems an operation answers with.</summary>
    public static TBuilder Fails<TBuilder>(this TBuilder builder, params ReadOnlySpan<int> statuses) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            builder.WithMetadata(new Microsoft.AspNetCore.Http.ProducesResponseTypeMetadata(status, typeof(Problem), [ProblemResults.ContentType]));
        }

        return builder;
    }
}
