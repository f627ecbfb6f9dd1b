using System.ComponentModel.DataAnnotations;
using Rappel.Server.Web.Auth;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Bodies;

/// <summary>A person who may sign in.</summary>
/// <param name="Name">What they sign in with, in small letters.</param>
/// <param name="Agent">Key of the agent they are; null for people who take no calls.</param>
/// <param name="Language">Of their pages; null for the browser's.</param>
/// <param name="HasPassword">False for people who sign in elsewhere, or cannot yet.</param>
/// <param name="FromEnvironment">True where ADMIN_PASSWORD says what this user is; then it is changed there alone.</param>
public sealed record UserBody(
    string Name, string DisplayName, UserRole Role, string? Agent, string? Language, bool Enabled, bool HasPassword, bool FromEnvironment,
    DateTime CreatedAt, DateTime? LastSignInAt)
{
    public static UserBody Of(UserRow user, bool fromEnvironment) => new(
        user.Name, user.DisplayName, user.Role, user.Agent, user.Language, user.Enabled, user.PasswordHash is not null, fromEnvironment,
        user.CreatedAt.UtcDateTime, user.LastSignInAt?.UtcDateTime);
}

/// <param name="Total">All that were asked for, on this page or not.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; null on the last.</param>
public sealed record UsersBody(IReadOnlyList<UserBody> Items, int Total, string? Next);

/// <summary>To make a user, or, without a name and with only what changes, to change one.</summary>
/// <param name="Name">1 to 64 letters, digits, dots, dashes, underscores and @. It cannot be changed.</param>
/// <param name="Agent">Key of the agent they are: needed for the role <c>agent</c>. Null takes it away.</param>
/// <param name="Password">Never given back. Left out: it stays, and whoever is new cannot sign in.</param>
public sealed record ChangeUserBody(
    [property: MaxLength(AuthLimits.NameLength)] string? Name = null,
    [property: MaxLength(AuthLimits.DisplayNameLength)] string? DisplayName = null,
    UserRole? Role = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? Agent = null,
    [property: MaxLength(AuthLimits.LanguageLength)] string? Language = null,
    bool? Enabled = null,
    [property: MinLength(AuthLimits.PasswordMinimum), MaxLength(AuthLimits.PasswordMaximum)] string? Password = null);
