using System.Collections.Immutable;
using System.Globalization;

namespace Rappel.Core.Config.Binding;

/// <content>Values by kind. Each gives its fallback where the key is not given, and where it is wrong (then with a problem).</content>
internal sealed partial class MapReader
{
    private static readonly Said NameWords = TextWords(ConfigurationLimits.NameLength);
    private static readonly Said FlagWords = new("true or false", "true (oui) ou false (non)");

    /// <summary>A scalar as written; null where missing, not a scalar (reported) or already reported.</summary>
    private ConfigScalar? Scalar(string key, bool required, Said allowed)
    {
        var node = required ? Require(key, allowed) : Find(key);
        if (node is null)
        {
            return null;
        }

        if (node is ConfigScalar scalar)
        {
            return scalar.Faulty ? null : scalar;
        }

        WrongKind(key, node, allowed);
        return null;
    }

    /// <summary>Text that must be given, of at most <paramref name="longest"/> characters.</summary>
    public string Text(string key, int longest = ConfigurationLimits.NameLength) => TextOf(key, true, longest) ?? "";

    public string? OptionalText(string key, int longest = ConfigurationLimits.NameLength) => TextOf(key, false, longest);

    private string? TextOf(string key, bool required, int longest)
    {
        if (!required && !Has(key))
        {
            return null;
        }

        var allowed = longest == ConfigurationLimits.NameLength ? NameWords : TextWords(longest);
        if (Scalar(key, required, allowed) is not { } scalar)
        {
            return null;
        }

        if (scalar.Text.Length == 0 || scalar.Text.Length > longest)
        {
            Scope.Report(ProblemCode.OutOfRange, PathOf(key), scalar.Mark,
                new($"`{key}` has {scalar.Text.Length} characters", $"« {key} » a {scalar.Text.Length} caractères"), allowed);
            return null;
        }

        return scalar.Text;
    }

    /// <summary>A scalar to be judged by the caller, with its mark.</summary>
    public ConfigScalar? OptionalScalar(string key, Said allowed) => Scalar(key, false, allowed);

    public ConfigScalar? RequiredScalar(string key, Said allowed) => Scalar(key, true, allowed);

    /// <summary>A whole number. Required where there is no fallback.</summary>
    public int Integer(string key, IntegerLimit limit, int? fallback = null)
    {
        var otherwise = fallback ?? limit.Minimum;
        if (Scalar(key, fallback is null, limit.Allowed) is not { } scalar)
        {
            return otherwise;
        }

        if (!long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Scope.Report(ProblemCode.BadValue, PathOf(key), scalar.Mark, new($"`{key}` is `{Shorten(scalar.Text)}`, not a whole number",
                $"« {key} » vaut « {Shorten(scalar.Text)} », qui n'est pas un nombre entier"), limit.Allowed);
            return otherwise;
        }

        if (!limit.Holds(number))
        {
            Scope.Report(ProblemCode.OutOfRange, PathOf(key), scalar.Mark, new($"`{key}` is {number}", $"« {key} » vaut {number}"), limit.Allowed);
            return otherwise;
        }

        return (int)number;
    }

    /// <summary>A length of time. Required where there is no fallback.</summary>
    public TimeSpan Duration(string key, DurationLimit limit, TimeSpan? fallback = null)
    {
        var otherwise = fallback ?? limit.Minimum;
        if (Scalar(key, fallback is null, limit.Allowed) is not { } scalar)
        {
            return otherwise;
        }

        if (!DurationText.TryParse(scalar.Text, out var duration))
        {
            var reason = scalar.Text.Length > 0 && scalar.Text.All(char.IsAsciiDigit)
                ? new Said("it has no unit", "il y manque l'unité") : new Said("it is not a length of time", "ce n'est pas une durée");
            Scope.Report(ProblemCode.BadDuration, PathOf(key), scalar.Mark,
                new($"`{key}` is `{Shorten(scalar.Text)}`: {reason.English}; write {DurationText.Grammar.English}",
                    $"« {key} » vaut « {Shorten(scalar.Text)} »\u00a0: {reason.French}; écrire {DurationText.Grammar.French}"), limit.Allowed);
            return otherwise;
        }

        if (!limit.Holds(duration))
        {
            Scope.Report(ProblemCode.OutOfRange, PathOf(key), scalar.Mark, new($"`{key}` is {scalar.Text}", $"« {key} » vaut {scalar.Text}"), limit.Allowed);
            return otherwise;
        }

        return duration;
    }

    /// <summary>A duration that may be left out.</summary>
    public TimeSpan? OptionalDuration(string key, DurationLimit limit) => Has(key) ? Duration(key, limit) : null;

    public bool Flag(string key, bool fallback)
    {
        if (Scalar(key, false, FlagWords) is not { } scalar)
        {
            return fallback;
        }

        switch (scalar.Text)
        {
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            default:
                Scope.Report(ProblemCode.BadValue, PathOf(key), scalar.Mark,
                    new($"`{key}` is `{Shorten(scalar.Text)}`", $"« {key} » vaut « {Shorten(scalar.Text)} »"), FlagWords);
                return fallback;
        }
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, T fallback, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (!Has(key))
        {
            return fallback;
        }

        var words = choices.ToArray().Select(c => c.Word).ToArray();
        var allowed = Said.Listed(words);
        if (Scalar(key, false, allowed) is not { } scalar)
        {
            return fallback;
        }

        foreach (var choice in choices)
        {
            if (choice.Word == scalar.Text)
            {
                return choice.Value;
            }
        }

        Scope.Report(ProblemCode.BadValue, PathOf(key), scalar.Mark,
            new Said($"`{key}` is `{Shorten(scalar.Text)}`", $"« {key} » vaut « {Shorten(scalar.Text)} »") + NearestWord.Hint(scalar.Text, words),
            allowed);
        return fallback;
    }

    /// <summary>Key of another object, which must exist. Null where not given or wrong.</summary>
    public string? Reference(string key, bool required, params ReadOnlySpan<NamedKind> kinds)
    {
        if (Find(key) is ConfigScalar { Faulty: false } given && Scope.HasAny(given.Text, kinds))
        {
            return given.Text;
        }

        if (!required && !Has(key))
        {
            return null;
        }

        var allowed = new Said("key of ", "la clé d'") + kinds[0].WithArticle();
        return Scalar(key, required, allowed) is { } scalar && Scope.CheckReference(scalar, PathOf(key), kinds) ? scalar.Text : null;
    }

    public string Language(string key, string fallback)
    {
        if (!Has(key))
        {
            return fallback;
        }

        var allowed = Said.Listed(ConfigurationLimits.Languages);
        if (Scalar(key, false, allowed) is not { } scalar)
        {
            return fallback;
        }

        if (ConfigurationLimits.Languages.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        Scope.Report(ProblemCode.UnknownLanguage, PathOf(key), scalar.Mark,
            new($"`{Shorten(scalar.Text)}` is not a language we speak", $"« {Shorten(scalar.Text)} » n'est pas une langue que nous parlons"), allowed);
        return fallback;
    }

    /// <summary>A map of the author's own keys, to be read one by one; null where it is not given, no map or too large.</summary>
    public MapReader? Table(string key, Said allowed, int most)
    {
        var node = Find(key);
        if (node is not ConfigMap inner)
        {
            if (node is not null)
            {
                WrongKind(key, node, allowed);
            }

            return null;
        }

        if (inner.Entries.Length > most)
        {
            ReportTooMany(key, inner, inner.Entries.Length, most);
            return null;
        }

        return new MapReader(Scope, inner, PathOf(key), inner.Mark);
    }

    /// <summary>The items of a list, each with its path. A single value is a list of one.</summary>
    public ImmutableArray<(ConfigNode Node, string Path)> Items(string key, int most)
    {
        var node = Find(key);
        if (node is null or ConfigScalar { Faulty: true })
        {
            return [];
        }

        if (node is not ConfigSequence sequence)
        {
            return [(node, $"{PathOf(key)}/0")];
        }

        if (sequence.Items.Length > most)
        {
            ReportTooMany(key, node, sequence.Items.Length, most);
            return [];
        }

        return [.. sequence.Items.Select((item, index) => (item, $"{PathOf(key)}/{index}"))];
    }

    private static Said TextWords(int longest) => new($"text of 1 to {longest} characters", $"un texte de 1 à {longest} caractères");

    private void ReportTooMany(string key, ConfigNode node, int count, int most) => Scope.Report(ProblemCode.TooLarge, PathOf(key), node.Mark,
        new($"`{key}` has {count} items", $"« {key} » a {count} éléments"), new($"at most {most}", $"au plus {most}"));
}
