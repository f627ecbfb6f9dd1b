using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Rappel.Core.Config.Forms;

namespace Rappel.Core.Config.Canonical;

/// <summary>
/// Writes out what people wrote short: one spelling for everything, so that a place has one address whoever wrote it and however.
/// Marks stay. What is wrong stays as it is, for the binder to report; nothing is lost.
/// </summary>
/// <param name="language">The language of a text that names none; null where it is not known, and such texts are left alone.</param>
public sealed class LongForm(string? language)
{
    private static readonly ConditionalWeakTable<ConfigNode, Made> Known = [];

    /// <summary>The whole configuration.</summary>
    public static ConfigMap Of(ConfigMap root)
    {
        var form = new LongForm(DefaultLanguage(root));
        return root with { Entries = [.. root.Entries.Select(e => e with { Value = form.Section(e) })] };
    }

    /// <summary>The language texts are in that name none; null where the tenant's language is not a plain word.</summary>
    public static string? DefaultLanguage(ConfigMap root)
    {
        var tenant = root.Entries.FirstOrDefault(e => e.Key.Text == SectionForms.Tenant)?.Value as ConfigMap;
        var written = tenant?.Entries.FirstOrDefault(e => e.Key.Text == "language")?.Value as ConfigScalar;
        if (written is not null && IsOfEnvironment(written))
        {
            return null;
        }

        return written is not null && ConfigurationLimits.Languages.Contains(written.Text) ? written.Text : ConfigurationLimits.Languages[0];
    }

    /// <summary>A value of a form. Of a key with nothing after it nothing is made.</summary>
    public ConfigNode Value(ValueForm? form, ConfigNode node)
    {
        if (node is ConfigScalar { IsNull: true } nothing)
        {
            return form is SequenceForm ? new ConfigSequence(nothing.Mark, []) : node;
        }

        if (node is ConfigScalar { Faulty: true })
        {
            return node;
        }

        return form switch
        {
            ScalarForm scalar => Scalar(scalar, node),
            RecordForm record => Record(record, node),
            ListForm list => List(node, item => Value(list.Item, item)),
            UtterancesForm utterances => List(node, item => Utterance(utterances.Item, item)),
            SequenceForm => List(node, Object),
            ScriptObjectForm => Object(node),
            ExitsForm exits when node is ConfigMap map => Map(map, exits.Names, _ => SequenceForm.Instance),
            MapForm any when node is ConfigMap map => map with { Entries = [.. map.Entries.Select(e => e with { Value = Value(any.Value, e.Value) })] },
            DaysForm days when node is ConfigMap map => new LongDays(this, days).Of(map),
            _ => node,
        };
    }

    internal static bool IsOfEnvironment(ConfigScalar scalar) => scalar.Text.Contains("${", StringComparison.Ordinal);

    /// <summary>An object of a section. The same tree is not gone through twice: what was made of it is kept as long as it is at hand.</summary>
    public ConfigNode Object(SectionForm section, ConfigNode node)
    {
        if (Known.TryGetValue(node, out var known) && known.Language == language)
        {
            return known.Node;
        }

        var made = Value(section.Record, node);
        Known.AddOrUpdate(node, new Made(language, made));
        Known.AddOrUpdate(made, new Made(language, made));
        return made;
    }

    private ConfigNode Section(ConfigEntry entry)
    {
        if (SectionForms.Find(entry.Key.Text) is not { } section || entry.Value is not ConfigMap map)
        {
            return entry.Value;
        }

        return section.Single
            ? Object(section, map)
            : map with { Entries = [.. map.Entries.Select(e => e with { Value = Object(section, e.Value) })] };
    }

    private static ConfigNode Scalar(ScalarForm form, ConfigNode node)
    {
        // `[current channel]` without quotes is a list of one text in YAML.
        var word = node is ConfigSequence { Items: [ConfigScalar only] } ? only : node as ConfigScalar;
        var bracketed = word is null ? "" : $"[{word.Text}]";
        return word is not null && form.Choices.Contains(bracketed) ? new ConfigScalar(node.Mark, bracketed, true) : node;
    }

    private ConfigNode Record(RecordForm form, ConfigNode node) => node switch
    {
        ConfigMap map => Map(map, form.Fields.Select(f => f.Name).ToArray(), name => form.Field(name)?.Value),
        ConfigScalar scalar when form.Principal is { } principal => new ConfigMap(scalar.Mark, [Entry(scalar.Mark, principal, scalar)]),
        _ => node,
    };

    /// <summary>Known keys first, in their order and without those that have nothing after them; then the others as they stand.</summary>
    private ConfigMap Map(ConfigMap map, IReadOnlyList<string> names, Func<string, ValueForm?> form)
    {
        var known = new List<ConfigEntry>(map.Entries.Length);
        var unknown = new List<ConfigEntry>();
        for (var index = 0; index < names.Count; index++)
        {
            foreach (var entry in map.Entries)
            {
                if (entry.Key.Text == names[index] && Value(form(names[index]), entry.Value) is not ConfigScalar { IsNull: true } and var value)
                {
                    known.Add(entry with { Value = value });
                }
            }
        }

        foreach (var entry in map.Entries)
        {
            if (!names.Contains(entry.Key.Text, StringComparer.Ordinal))
            {
                unknown.Add(form(entry.Key.Text) is { } other ? entry with { Value = Value(other, entry.Value) } : entry);
            }
        }

        return map with { Entries = [.. known, .. unknown] };
    }

    internal static ConfigSequence List(ConfigNode node, Func<ConfigNode, ConfigNode> item) => node is ConfigSequence sequence
        ? sequence with { Items = [.. sequence.Items.Select(item)] }
        : new ConfigSequence(node.Mark, [item(node)]);

    private ConfigNode Utterance(RecordForm form, ConfigNode node)
    {
        if (node is ConfigScalar { IsNull: false, Faulty: false } text)
        {
            return language is null ? text : new ConfigMap(text.Mark, [Entry(text.Mark, language, text)]);
        }

        return Value(form, node);
    }

    private ConfigNode Object(ConfigNode node)
    {
        switch (node)
        {
            case ConfigScalar { IsNull: false, Faulty: false } word:
                return new ConfigMap(word.Mark, [Entry(word.Mark, ObjectForms.Type, word)]);
            case ConfigMap map when map.Entries.Any(e => e.Key.Text == ObjectForms.Type):
                return Whole(map);
            case ConfigMap { Entries: [var only] } map when Parameters(only) is { } parameters:
                return Whole(map with { Entries = [Entry(only.Key.Mark, ObjectForms.Type, only.Key), .. parameters] });
            default:
                return node;
        }
    }

    private ConfigMap Whole(ConfigMap map)
    {
        var type = map.Entries.First(e => e.Key.Text == ObjectForms.Type).Value as ConfigScalar;
        return ObjectForms.Find(type?.Text ?? "") is { } form ? (ConfigMap)Record(form.Whole, map) : map;
    }

    /// <summary>The parameters of an object of one key; null where what is written cannot be any.</summary>
    private static ImmutableArray<ConfigEntry>? Parameters(ConfigEntry only)
    {
        var form = ObjectForms.Find(only.Key.Text);
        return only.Value switch
        {
            ConfigScalar { IsNull: true } => [],
            ConfigScalar { Faulty: true } => null,
            var value when form?.IsShort(value) == true => [Entry(value.Mark, form.Record.Principal!, value)],
            ConfigMap map when !map.Entries.Any(e => e.Key.Text == ObjectForms.Type) => map.Entries,
            _ => null,
        };
    }

    private sealed record Made(string? Language, ConfigNode Node);

    internal static ConfigEntry Entry(SourceMark mark, string key, ConfigNode value) => new(new ConfigScalar(mark, key, false), value);
}
