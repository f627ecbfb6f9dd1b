using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Reads what says who a person is.</summary>
internal static class PersonReading
{
    private const string NameAllowed = "1 to 64 letters a to z, digits, dots, dashes, underscores and @, beginning with a letter or digit";

    /// <summary>A name to sign in with; capitals count as small letters.</summary>
    public static string? NewName(FieldReader fields)
    {
        var name = Name(fields);
        if (name is null || (char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')))
        {
            return name;
        }

        fields.Wrong("name", $"is '{name}'", NameAllowed);
        return null;
    }

    /// <summary>A name that is looked up, whatever it is made of.</summary>
    public static string? Name(FieldReader fields) => fields.Text("name", AuthLimits.NameLength, required: true)?.ToLowerInvariant();

    /// <summary>Null where it is left out or empty.</summary>
    public static string? DisplayName(FieldReader fields) => fields.IsEmpty("displayName") ? null : fields.Text("displayName", AuthLimits.DisplayNameLength);

    /// <summary>Null for the browser's, where it is left out, null or empty.</summary>
    public static string? Language(FieldReader fields)
    {
        if (!fields.Has("language") || fields.IsEmpty("language"))
        {
            return null;
        }

        var language = fields.Text("language", AuthLimits.LanguageLength);
        if (language is not null && !(language.Split('-') is [var first, ..] && first.Length is 2 or 3 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            fields.Wrong("language", $"is '{language}'", "a language tag such as fr, en or fr-CA");
        }

        return language;
    }

    /// <summary>A password to be, that keeps the rule.</summary>
    public static string? NewPassword(FieldReader fields, string field, params string?[] names)
    {
        var password = fields.Secret(field, AuthLimits.PasswordMaximum);
        if (password is not null && PasswordRule.Problem(password, names) is { } problem)
        {
            fields.Wrong(field, problem, PasswordRule.Allowed);
            return null;
        }

        return password;
    }
}
