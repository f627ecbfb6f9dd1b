using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Drafts.Editing;
using Rappel.Server.Configuration.Yaml;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>
/// The YAML files of a configuration, seen as one document of sections and keyed objects. Never changes: an edit gives another. A section
/// that is one object by itself (<c>tenant</c>) has it under an empty key.
/// </summary>
public sealed partial class DraftFiles
{
    private readonly ImmutableArray<DraftFile> files;
    private readonly Lazy<Dictionary<string, OrderedDictionary<string, (DraftObject Object, DraftFile File)>>> sections;
    private readonly Lazy<string?> language;

    private DraftFiles(ImmutableSortedDictionary<string, string> texts, ImmutableArray<DraftFile> files)
    {
        Texts = texts;
        this.files = files;
        sections = new(Index);
        language = new(FindLanguage);
    }

    /// <summary>Texts by path. Those that an edit did not touch are the same strings as before.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; }

    /// <summary>Language of texts that name none; null where the tenant's is not a plain word.</summary>
    public string? Language => language.Value;

    public static DraftFiles Of(ImmutableSortedDictionary<string, string> texts) => new(texts, [.. texts.Select(t => DraftFile.Of(t.Key, t.Value))]);

    /// <summary>Keys of a section, in the order written.</summary>
    public IReadOnlyList<string> Keys(string section) => [.. In(section).Select(o => o.Object.Key.Text)];

    /// <summary>An object in canonical form; null where there is none.</summary>
    public JsonNode? Get(string section, string key) =>
        Find(section, key) is var (item, _) ? item.Json(Form(section).Record, Language)?.DeepClone() : null;

    /// <summary>As <see cref="Get"/>, with a mask for each secret.</summary>
    public JsonNode? GetMasked(string section, string key) =>
        Find(section, key) is var (item, _) ? SecretMask.Hide(Form(section).Record, item.Json(Form(section).Record, Language)) : null;

    public bool Has(string section, string key) => Find(section, key) is not null;

    /// <summary>The same for the same content, however and wherever it is written; null where there is no such object.</summary>
    public string? Etag(string section, string key) => Find(section, key) is var (item, _) ? item.Etag(Form(section).Record, Language) : null;

    /// <summary>Path of the file an object stands in; null where there is none.</summary>
    public string? FileOf(string section, string key) => Find(section, key) is var (_, file) ? file.Path : null;

    /// <summary>An object as it is written: its key and what is under it, not indented. Null where there is none.</summary>
    public string? Text(string section, string key)
    {
        if (Find(section, key) is not var (item, file))
        {
            return null;
        }

        var form = Form(section);
        var lines = new YamlLines(file.Text);
        return Places.Of(file, lines, section, key) is { } span
            ? Unindent(lines.Text(span.From, span.To), span.Column)
            : YamlWriter.Entry(form.Single ? form.Name : key, ShortForm.Of(form, item.Json(form.Record, Language)), 0);
    }

    /// <summary>As <see cref="Text"/>, with a mask for each secret.</summary>
    public string? TextMasked(string section, string key) => PutCanonical(Form(section), key, GetMasked(section, key))?.Text(section, key);

    /// <summary>The places that name an object. Those of the object itself count too.</summary>
    public IReadOnlyList<ObjectUse> UsedBy(string section, string key) => Mentions(m => m.Of(section, key));

    /// <summary>The places that name a file.</summary>
    public IReadOnlyList<ObjectUse> UsesOfFile(string path) => Mentions(m => m.Form.Type == ScalarKind.File && m.Text == path);

    private List<ObjectUse> Mentions(Func<Mention, bool> meant)
    {
        var uses = new List<ObjectUse>();
        foreach (var form in SectionForms.All)
        {
            foreach (var (item, _) in In(form.Name))
            {
                var at = form.Single ? $"/{form.Name}" : $"/{form.Name}/{FormWalk.Escape(item.Key.Text)}";
                uses.AddRange(item.Mentions(form.Record, Language).Where(meant).Select(m => new ObjectUse(form.Name, item.Key.Text, at + m.Pointer)));
            }
        }

        return uses;
    }

    private static SectionForm Form(string section) =>
        SectionForms.Find(section) ?? throw new ArgumentException($"There is no section `{section}`.", nameof(section));

    private IEnumerable<(DraftObject Object, DraftFile File)> In(string section) =>
        sections.Value.TryGetValue(section, out var objects) ? objects.Values : Enumerable.Empty<(DraftObject, DraftFile)>();

    private (DraftObject Object, DraftFile File)? Find(string section, string key) =>
        sections.Value.GetValueOrDefault(section)?.TryGetValue(key, out var found) == true ? found : null;

    // A key that is there twice is reported by the binder; the first counts, as there.
    private Dictionary<string, OrderedDictionary<string, (DraftObject Object, DraftFile File)>> Index()
    {
        var index = new Dictionary<string, OrderedDictionary<string, (DraftObject, DraftFile)>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var section in file.Sections.Where(s => s.Form is not null))
            {
                if (!index.TryGetValue(section.Name, out var objects))
                {
                    index[section.Name] = objects = new(StringComparer.Ordinal);
                }

                foreach (var item in section.Objects)
                {
                    objects.TryAdd(item.Key.Text, (item, file));
                }
            }
        }

        return index;
    }

    private string? FindLanguage() => LongForm.DefaultLanguage(new ConfigMap(
        SourceMark.None, [.. files.SelectMany(f => f.Sections).Where(s => s.Name == SectionForms.Tenant).Take(1).Select(s => new ConfigEntry(s.Key, s.Value))]));

    private static string Unindent(string text, int column) => string.Concat(
        text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => (line.Length >= column ? line[column..] : line.TrimStart()) + "\n"));
}
