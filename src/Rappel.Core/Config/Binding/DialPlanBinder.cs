using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rappel.Core.Numbers;
using Rappel.Core.Schedules;

namespace Rappel.Core.Config.Binding;

internal static class DialPlanBinder
{
    private const string RuleWords = "a map with `pattern` and `dial` or `refuse`";
    private const string PatternWords = "a regular expression over the whole number, without look-around or back-references";
    private const string RewriteWords = "digits, + and groups $1 to $9 that the pattern has";

    public static DialPlanSnapshot Bind(string key, MapReader reader)
    {
        var name = reader.OptionalText("name") ?? key;
        var rules = ImmutableArray.CreateBuilder<DialRuleSnapshot>();
        reader.Require("rules", $"a list of rules, each {RuleWords}");
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
                dials ? "a rule cannot both dial and refuse" : "the rule neither dials nor refuses", RuleWords);
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
            reader.Scope.Report(ProblemCode.OutOfRange, reader.PathOf("pattern"), scalar.Mark, $"`pattern` has {scalar.Text.Length} characters",
                $"1 to {ConfigurationLimits.PatternLength} characters");
            return ("", null);
        }

        if (DialPattern.TryCompile(scalar.Text, out var error) is { } expression)
        {
            return (scalar.Text, expression);
        }

        reader.Scope.Report(ProblemCode.BadExpression, reader.PathOf("pattern"), scalar.Mark,
            $"the regular expression `{MapReader.Shorten(scalar.Text)}` is refused: {error}", PatternWords);
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
                    group >= 0 ? $"`{MapReader.Shorten(text)}` uses ${group}, and the pattern has no such group"
                        : $"`{MapReader.Shorten(text)}` has `{text[i]}` in it", $"as-is, or {RewriteWords}");
                return null;
            }
        }

        return text;
    }

    public static string? TimeZone(MapReader reader, string key, bool required)
    {
        const string allowed = "an IANA time zone, such as America/Toronto";
        var scalar = required ? reader.RequiredScalar(key, allowed) : reader.OptionalScalar(key, allowed);
        if (scalar is null || LocalTime.FindZone(scalar.Text) is not null)
        {
            return scalar?.Text;
        }

        reader.Scope.Report(ProblemCode.UnknownTimeZone, reader.PathOf(key), scalar.Mark,
            $"`{MapReader.Shorten(scalar.Text)}` is not a time zone this machine knows", allowed);
        return null;
    }
}
