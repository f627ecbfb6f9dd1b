using System.ComponentModel.DataAnnotations;
using Rappel.Server.Web.Auth;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Bodies;

/// <summary>What a program sends to be let in. The token itself is shown once, when it is made.</summary>
/// <param name="Prefix">First characters of the token.</param>
/// <param name="Agent">Whose own things it sees and changes; null for none's.</param>
/// <param name="CreatedBy">The user or token that made it.</param>
/// <param name="LastUsedAt">To within five minutes; null for never.</param>
public sealed record TokenBody(
    string Id, string Name, string Prefix, IReadOnlyList<string> Scopes, string? Agent, DateTime CreatedAt, string CreatedBy, DateTime? ExpiresAt,
    DateTime? LastUsedAt)
{
    public static TokenBody Of(TokenRow token) => new(
        $"t-{token.Id}", token.Name, token.Prefix, token.Scopes, token.Agent, token.CreatedAt.UtcDateTime, token.CreatedBy,
        token.ExpiresAt?.UtcDateTime, token.LastUsedAt?.UtcDateTime);
}

/// <param name="Environment">True where API_TOKEN gives one more, with every scope.</param>
public sealed record TokensBody(IReadOnlyList<TokenBody> Items, bool Environment);

/// <param name="Token">Shown here and never again.</param>
public sealed record MadeTokenBody(TokenBody Item, string Token);

/// <summary>To make a token.</summary>
/// <param name="Name">For people to know it by.</param>
/// <param name="Scopes">What it may do; at least one.</param>
/// <param name="Agent">Key of an agent; needed for <c>own:agent</c>.</param>
/// <param name="ExpiresAt">From then on nobody comes in with it; left out: never.</param>
public sealed record MakeTokenBody(
    [property: Required, MaxLength(TokenLimits.NameLength)] string Name,
    [property: Required] IReadOnlyList<string> Scopes,
    [property: MaxLength(ApiLimits.MaximumKey)] string? Agent = null,
    DateTime? ExpiresAt = null);
