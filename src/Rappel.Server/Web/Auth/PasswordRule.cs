namespace Rappel.Server.Web.Auth;

/// <summary>What a password must be. Length counts; rules about kinds of characters only make people write it down.</summary>
internal static class PasswordRule
{
    public const string Allowed = "10 to 200 characters, at least 4 of them different, and not a name";

    /// <summary>What is wrong with it, to follow its name; null where it will do.</summary>
    public static string? Problem(string password, params string?[] names) =>
        password.Length < AuthLimits.PasswordMinimum ? $"has {password.Length} characters"
        : password.Length > AuthLimits.PasswordMaximum ? $"has {password.Length} characters"
        : password.Distinct().Count() < AuthLimits.PasswordVariety ? "repeats the same few characters"
        : names.Any(n => string.Equals(n, password.Trim(), StringComparison.OrdinalIgnoreCase)) ? "is the name"
        : null;
}
