using Rappel.Core.Config.Binding;

namespace Rappel.Core.Config.Forms;

/// <summary>Short words for the forms of values, so that the tables read as tables.</summary>
internal static class Values
{
    public static readonly ScalarForm Flag = Of(ScalarKind.Flag);
    public static readonly ScalarForm PhoneNumber = Of(ScalarKind.PhoneNumber);
    public static readonly ScalarForm Language = new(ScalarKind.Language) { Choices = ConfigurationLimits.Languages };
    public static readonly ScalarForm TimeZone = Of(ScalarKind.TimeZone);
    public static readonly ScalarForm Name = Text(ConfigurationLimits.NameLength);
    public static readonly ScalarForm Secret = new(ScalarKind.Secret) { Longest = ConfigurationLimits.NameLength };
    public static readonly ScalarForm Url = new(ScalarKind.Url) { Longest = ConfigurationLimits.UrlLength };
    public static readonly ScalarForm Expression = Of(ScalarKind.Expression);
    public static readonly ScalarForm Variable = new(ScalarKind.Variable) { Longest = ConfigurationLimits.VariableLength };

    public static ScalarForm Of(ScalarKind kind) => new(kind);

    public static ScalarForm Text(int longest) => new(ScalarKind.Text) { Longest = longest };

    public static ScalarForm Integer(IntegerLimit limit) => new(ScalarKind.Integer) { Integer = limit };

    public static ScalarForm Duration(DurationLimit limit) => new(ScalarKind.Duration) { Duration = limit };

    public static ScalarForm Choice(params ReadOnlySpan<string> words) => new(ScalarKind.Choice) { Choices = [.. words] };

    public static ScalarForm Reference(params ReadOnlySpan<NamedKind> kinds) =>
        new(ScalarKind.Reference) { To = [.. kinds.ToArray().Select(k => k.Section())] };

    public static FieldForm Required(string name, ValueForm value) => new(name, value) { Required = true };

    public static FieldForm Optional(string name, ValueForm value, string? otherwise = null) => new(name, value) { Default = otherwise };
}
