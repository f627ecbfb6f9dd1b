using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Rappel.Server.Web.Auth;

/// <summary>What a caller of an endpoint must be permitted: any one of these.</summary>
/// <param name="Own">What an agent may do without them, with <see cref="Permission.OwnAgent"/>.</param>
internal sealed record NeededPermission(ImmutableArray<string> AnyOf, OwnThing Own) : IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    /// <summary>For people: <c>`callbacks:read`, or `own:agent` for one's own</c>.</summary>
    public override string ToString() =>
        string.Join(" or ", AnyOf.Select(p => $"`{p}`")) + (Own == OwnThing.None ? "" : $", or `{Permission.OwnAgent}` for one's own");
}

internal static class PermissionMetadata
{
    /// <summary>Says who may call an endpoint. One that does not say it is called by nobody.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, params string[] anyOf) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeededPermission([.. anyOf], OwnThing.None));

    /// <summary>As <see cref="Needs"/>; besides, agents may call it about what is their own.</summary>
    public static TBuilder NeedsOrOwn<TBuilder>(this TBuilder builder, OwnThing own, params string[] anyOf) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeededPermission([.. anyOf], own));
}
