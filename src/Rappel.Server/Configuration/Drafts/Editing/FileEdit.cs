using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Yaml;

namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>
/// Edits the text of one file. Ways to write the change are tried from the smallest to the largest, and each is read back: the first whose
/// outcome is what was wanted, and nothing else, is taken.
/// </summary>
/// <param name="language">Of texts that name none.</param>
internal sealed class FileEdit(DraftFile file, SectionForm form, string? language)
{
    private readonly YamlLines lines = new(file.Text);

    /// <summary>Gives an object a value; adds it where it is not there. Null where the file cannot be brought to hold it.</summary>
    public DraftFile? Put(string key, JsonNode? value)
    {
        var wanted = WantedSection.Of(file, form.Name).With(key, value);
        return FirstRight(wanted, file.Find(form.Name)?.Find(key) is { } old ? Replacements(key, old, value) : Insertions(key, value));
    }

    /// <summary>Gives an object the value that a text of YAML has, with the comments in it.</summary>
    /// <param name="text">The key and what is under it, not indented.</param>
    /// <param name="value">What it means.</param>
    public DraftFile? PutText(string key, string text, JsonNode? value)
    {
        var wanted = WantedSection.Of(file, form.Name).With(key, value);
        var span = Places.Of(file, lines, form.Name, key);
        return FirstRight(wanted, span is { } place ? [lines.With([new LineEdit(place.From, place.To, Places.Indent(text, place.Column))])]
            : new[] { Places.Append(file, lines, form.Name, column => Places.Indent(text, column)) }.OfType<string>());
    }

    public DraftFile? Remove(string key)
    {
        var wanted = WantedSection.Of(file, form.Name).Without(key);
        return FirstRight(wanted, new[] { Places.Without(file, lines, form.Name, key, wanted.Objects.IsEmpty) }.OfType<string>());
    }

    public DraftFile? Rename(string key, string name)
    {
        var wanted = WantedSection.Of(file, form.Name).Renamed(key, name);
        return FirstRight(wanted, new[] { Places.Renamed(file, lines, form.Name, key, name) }.OfType<string>());
    }

    private IEnumerable<string> Replacements(string key, DraftObject old, JsonNode? value)
    {
        if (Places.Of(file, lines, form.Name, key) is not { } span)
        {
            yield break;
        }

        var name = form.Single ? form.Name : key;
        var shape = ShortForm.Of(form, value);
        var patch = new ShapePatch(lines);
        patch.Entry(name, old.Value, ShortForm.Of(form, old.Json(form.Record, language)), shape, span);
        yield return lines.With(patch.Edits);
        yield return lines.With([new LineEdit(span.From, span.To, YamlWriter.Entry(name, shape, span.Column))]);
        yield return lines.With([new LineEdit(span.From, span.To, YamlWriter.Entry(name, ShortForm.Of((ValueForm?)null, value), span.Column))]);
    }

    private IEnumerable<string> Insertions(string key, JsonNode? value)
    {
        if (form.Single)
        {
            yield return Places.AppendSection(lines, YamlWriter.Entry(form.Name, ShortForm.Of(form, value), 0));
            yield break;
        }

        foreach (var shape in new[] { ShortForm.Of(form, value), ShortForm.Of((ValueForm?)null, value) })
        {
            if (Places.Append(file, lines, form.Name, column => YamlWriter.Entry(key, shape, column)) is { } text)
            {
                yield return text;
            }
        }
    }

    private DraftFile? FirstRight(WantedSection wanted, IEnumerable<string> texts)
    {
        var rewrite = new FileRewrite(file, lines, form, language);
        foreach (var text in texts.Concat(rewrite.Texts(wanted)))
        {
            var outcome = DraftFile.Of(file.Path, text);
            if (IsRight(outcome, wanted))
            {
                return outcome.Like(file);
            }
        }

        return null;
    }

    private bool IsRight(DraftFile outcome, WantedSection wanted)
    {
        if (outcome.Problems.Length > file.Problems.Length)
        {
            return false;
        }

        var others = outcome.Sections.Where(s => s.Name != form.Name).ToArray();
        var before = file.Sections.Where(s => s.Name != form.Name).ToArray();
        var objects = outcome.Find(form.Name)?.Objects ?? [];
        return others.Length == before.Length && others.Zip(before).All(s => s.First.Name == s.Second.Name && IsSame(s.First, s.Second))
            && objects.Length == wanted.Objects.Length && objects.Zip(wanted.Objects).All(o => IsRight(o.First, o.Second));
    }

    private bool IsRight(DraftObject outcome, WantedObject wanted) => outcome.Key.Text == wanted.Key
        && (wanted.Kept is { } kept
            ? NodeShape.Same(kept.Value, outcome.Value) || JsonNode.DeepEquals(kept.Json(form.Record, language), outcome.Json(form.Record, language))
            : JsonNode.DeepEquals(wanted.Json, outcome.Json(form.Record, language)));

    private bool IsSame(DraftSection left, DraftSection right) => NodeShape.Same(left.Value, right.Value)
        || (left.Form is { } known && left.Objects.Length == right.Objects.Length
            && left.Objects.Zip(right.Objects).All(o => o.First.Key.Text == o.Second.Key.Text
                && JsonNode.DeepEquals(o.First.Json(known.Record, language), o.Second.Json(known.Record, language))));
}
