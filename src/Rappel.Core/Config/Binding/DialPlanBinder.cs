using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rappel.Core.Numbers;
using Rappel.Core.Schedules;

namespace Rappel.Core.Config.Binding;

internal static class DialPlanBinder
{
    private static readonly Said RuleWords = new("a map with `pattern` and `dial` or `refuse`", "une table avec « pattern », et « dial » ou « refuse »");

    private static readonly Said PatternWords = new("a regular expression over the whole number, without look-around or back-references",
        "une expression régulière sur le numéro entier, sans assertion avant ou arrière ni référence arrière");

    private static readonly Said RewriteWords = new("digits, + and groups $1 to $9 that the pattern has",
        "des chiffres, + et les groupes $1 à $9 que le motif contient");

    public static DialPlanSnapshot Bind(string key, MapReader reader)
    {
        var name = reader.OptionalText("name") ?? key;
        var rules = ImmutableArray.CreateBuilder<DialRuleSnapshot>();
        reader.Require("rules", new Said("a list of rules, each ", "une liste de règles, chacune ") + RuleWords);
        foreach (var (node, path) in reader.Items("rules", ConfigurationLimits.RulesPerPlan))
        {
            if (node is not ConfigMap map)
            {
                MapReader.WrongKind(reader.Scope, path, node, RuleWords);
                continue;
            }

            var rule = new MapReader(reader.Scope, map, path, map.Mark);
            rules.Add(Rule(rule));
            rule.End();
        }

        return new DialPlanSnapshot(key, name, rules.ToImmutable());
    }

    private static DialRuleSnapshot Rule(MapReader reader)
    {
        var (pattern, expression) = Pattern(reader);
        var dials = reader.Has("dial");
        var refuses = reader.Has("refuse");
        if (dials == refuses)
        {
            reader.Scope.Report(ProblemCode.BadValue, reader.Path, reader.Mark,
                dials ? new("a rule cannot both dial and refuse", "une règle ne peut à la fois composer et refuser")
                    : new("the rule neither dials nor refuses", "la règle ne compose ni ne refuse rien"), RuleWords);
        }

        var rewrite = Rewrite(reader, expression);
        var refusal = reader.OptionalText("refuse", ConfigurationLimits.NameLength);
        var trunk = reader.Reference("trunk", false, NamedKind.Trunk);
        return new DialRuleSnapshot(pattern, rewrite, refusal, TimeZone(reader, "timeZone", false), trunk, reader.Flag("allowReserved", false));
    }

    private static (string Pattern, Regex? Expression) Pattern(MapReader reader)
    {
        if (reader.RequiredScalar("pattern", PatternWords) is not { } scalar)
        {
            return ("", null);
        }

        if (scalar.Text.Length is 0 or > ConfigurationLimits.PatternLength)
        {
            reader.Scope.Report(ProblemCode.OutOfRange, reader.PathOf("pattern"), scalar.Mark, new($"`pattern` has {scalar.Text.Length} characters", $"« pattern » a {scalar.Text.Length} caractères"),
                new($"1 to {ConfigurationLimits.PatternLength} characters", $"de 1 à {ConfigurationLimits.PatternLength} caractères"));
            return ("", null);
        }

        if (DialPattern.TryCompile(scalar.Text, out var error) is { } expression)
        {
            return (scalar.Text, expression);
        }

        reader.Scope.Report(ProblemCode.BadExpression, reader.PathOf("pattern"), scalar.Mark,
            new($"the regular expression `{MapReader.Shorten(scalar.Text)}` is refused: {error.English}",
                $"l'expression régulière « {MapReader.Shorten(scalar.Text)} » est refusée\u00a0: {error.French}"), PatternWords);
        return ("", null);
    }

    /// <summary>Null keeps the number: written <c>dial: as-is</c>.</summary>
    private static string? Rewrite(MapReader reader, Regex? expression)
    {
        if (reader.OptionalScalar("dial", RewriteWords) is not { } scalar || scalar.Text == "as-is")
        {
            return null;
        }

        var text = scalar.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var group = text[i] == '$' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) ? text[++i] - '0' : -1;
            if (group >= 0 && (expression is null || expression.GetGroupNumbers().Contains(group)))
            {
                continue;
            }

            if (group >= 0 || (!char.IsAsciiDigit(text[i]) && text[i] != '+'))
            {
                reader.Scope.Report(ProblemCode.BadRewrite, reader.PathOf("dial"), scalar.Mark,
                    group >= 0 ? new($"`{MapReader.Shorten(text)}` uses ${group}, and the pattern has no such group",
                            $"« {MapReader.Shorten(text)} » emploie ${group}, et le motif n'a pas ce groupe")
                        : new($"`{MapReader.Shorten(text)}` has `{text[i]}` in it", $"« {MapReader.Shorten(text)} » contient « {text[i]} »"),
                    new Said("as-is, or ", "as-is, ou ") + RewriteWords);
                return null;
            }
        }

        return text;
    }

    public static string? TimeZone(MapReader reader, string key, bool required)
    {
        var allowed = new Said("an IANA time zone, such as America/Toronto", "un fuseau horaire IANA, tel America/Toronto");
        var scalar = required ? reader.RequiredScalar(key, allowed) : reader.OptionalScalar(key, allowed);
        if (scalar is null || LocalTime.FindZone(scalar.Text) is not null)
        {
            return scalar?.Text;
        }

        reader.Scope.Report(ProblemCode.UnknownTimeZone, reader.PathOf(key), scalar.Mark,
            new($"`{MapReader.Shorten(scalar.Text)}` is not a time zone this machine knows",
                $"« {MapReader.Shorten(scalar.Text)} » n'est pas un fuseau horaire que ce serveur connaît"), allowed);
        return null;
    }
}
