using System.Collections.Immutable;
using Rappel.Core.Calls;

namespace Rappel.Storage.People;

/// <summary>What a person may do, from most to least.</summary>
public enum UserRole
{
    Administrator,
    Supervisor,
    Agent,
}

/// <summary>A person who may sign in.</summary>
/// <param name="Name">What they sign in with, in small letters.</param>
/// <param name="Agent">Key of the agent they are; null for people who take no calls.</param>
/// <param name="Language">Of their pages; null for the browser's.</param>
/// <param name="PasswordHash">Null where they sign in elsewhere, or not yet.</param>
/// <param name="ExternalId">Who they are to another provider of identities; null for most.</param>
/// <param name="Stamp">Made anew by every change that must end their sessions.</param>
public sealed record UserRow(
    TenantId Tenant, string Name, string DisplayName, UserRole Role, string? Agent, string? Language, bool Enabled, string? PasswordHash,
    string? ExternalId, string Stamp, Instant CreatedAt, Instant? LastSignInAt)
{
    /// <summary>Never the hash.</summary>
    public override string ToString() => Name;
}

/// <summary>What a program sends to be let in.</summary>
/// <param name="Id">0 before it is written.</param>
/// <param name="Prefix">First characters of the token.</param>
/// <param name="Hash">SHA-256 of the token in hexadecimal.</param>
/// <param name="Scopes">What it may do, as permissions.</param>
/// <param name="Agent">Whose own things it may see and change; null for none's.</param>
/// <param name="ExpiresAt">Null for never.</param>
public sealed record TokenRow(
    TenantId Tenant, long Id, string Name, string Prefix, string Hash, ImmutableArray<string> Scopes, string? Agent, Instant CreatedAt,
    string CreatedBy, Instant? ExpiresAt, Instant? LastUsedAt)
{
    /// <summary>Never the hash.</summary>
    public override string ToString() => $"{Name} {Prefix}";
}

/// <summary>One thing that somebody did.</summary>
/// <param name="Id">0 before it is written; later ones are higher.</param>
/// <param name="Address">Where the request came from; null for what came from this machine itself.</param>
/// <param name="Before">JSON; null where there was nothing.</param>
/// <param name="After">JSON; null where there is nothing any longer.</param>
public sealed record AuditRow(
    TenantId Tenant, long Id, Instant At, string Who, string? Address, string Action, string Subject, string? Before, string? After);

/// <param name="Subject">The subject itself, or what it begins with up to a slash: <c>users</c> finds <c>users/marie</c>.</param>
/// <param name="From">Included.</param>
/// <param name="To">Not included.</param>
/// <param name="BeforeId">For paging: only ids below it.</param>
public sealed record AuditFilter(string? Subject, string? Who, string? Action, Instant? From, Instant? To, int Limit, long? BeforeId);
