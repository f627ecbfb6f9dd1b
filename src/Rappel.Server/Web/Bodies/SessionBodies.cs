using System.ComponentModel.DataAnnotations;
using Rappel.Server.Web.Auth;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Bodies;

/// <summary>Who is signed in here.</summary>
/// <param name="Setup">True while there is no user: the first administrator is still to be made.</param>
/// <param name="User">Null where nobody is.</param>
public sealed record SessionBody(bool Setup, SessionUserBody? User);

/// <summary>The person who is signed in.</summary>
/// <param name="Agent">Key of the agent they are; null for people who take no calls.</param>
/// <param name="Language">Of their pages; null for the browser's.</param>
/// <param name="Permissions">What they may do, in the words that tokens have as scopes.</param>
public sealed record SessionUserBody(
    string Name, string DisplayName, UserRole Role, string? Agent, string? Language, IReadOnlyList<string> Permissions)
{
    public static SessionUserBody Of(UserRow user) =>
        new(user.Name, user.DisplayName, user.Role, user.Agent, user.Language, Roles.PermissionsOf(user.Role));
}

/// <summary>To sign in.</summary>
public sealed record SignInBody(
    [property: Required, MaxLength(AuthLimits.NameLength)] string Name, [property: Required, MaxLength(AuthLimits.PasswordMaximum)] string Password);

/// <summary>To make the first administrator.</summary>
/// <param name="Code">Of the link that the server prints at its start.</param>
/// <param name="DisplayName">As others see it; the name where it is left out.</param>
public sealed record SetupBody(
    [property: Required] string Code,
    [property: Required, MaxLength(AuthLimits.NameLength)] string Name,
    [property: Required, MinLength(AuthLimits.PasswordMinimum), MaxLength(AuthLimits.PasswordMaximum)] string Password,
    [property: MaxLength(AuthLimits.DisplayNameLength)] string? DisplayName = null);

/// <summary>What is left out stays.</summary>
/// <param name="Language">A language tag such as <c>fr</c>; null or empty for the browser's.</param>
public sealed record ChangeMeBody(
    [property: MaxLength(AuthLimits.DisplayNameLength)] string? DisplayName = null, [property: MaxLength(AuthLimits.LanguageLength)] string? Language = null);

/// <param name="Current">The password as it is.</param>
/// <param name="New">The one from now on.</param>
public sealed record ChangePasswordBody(
    [property: Required] string Current,
    [property: Required, MinLength(AuthLimits.PasswordMinimum), MaxLength(AuthLimits.PasswordMaximum)] string New);
