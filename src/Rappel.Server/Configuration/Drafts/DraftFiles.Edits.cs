using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Drafts.Editing;

namespace Rappel.Server.Configuration.Drafts;

/// <content>Edits. Each rewrites no more of a file's text than it must.</content>
public sealed partial class DraftFiles
{
    private static readonly Said Unwritable = new(
        "this does not fit into the files of the configuration", "ceci n'entre pas dans les fichiers de la configuration");

    /// <summary>Gives an object a value; adds it where there is none.</summary>
    /// <param name="value">
    /// JSON as it came in: short forms and wrong types are taken, the latter for the binder to report. A mask stands for the secret that is there.
    /// </param>
    public DraftEdit Put(string section, string key, JsonNode? value)
    {
        var form = Form(section);
        var canonical = Unmasked(form, key, CanonicalJson.Canonical(form.Record, value, Language));
        return PutCanonical(form, key, canonical) is { } put ? Done(put) : Refused(section, key);
    }

    /// <summary>Gives an object the value that a text of YAML has, comments and all; adds it where there is none.</summary>
    /// <param name="text">The key and what is under it, as <see cref="Text"/> gives it.</param>
    public DraftEdit PutText(string section, string key, string text)
    {
        var form = Form(section);
        var problems = new List<ConfigurationProblem>();
        var root = YamlFile.Read("", text, problems);
        if (problems.Count > 0)
        {
            return new DraftEdit(this, [.. problems]);
        }

        var name = form.Single ? form.Name : key;
        if (root is not ConfigMap { Entries: [var entry] } || entry.Key.Text != name)
        {
            return new DraftEdit(this, [new ConfigurationProblem(ProblemCode.WrongKind, $"{section}/{key}".TrimEnd('/'), root?.Mark ?? SourceMark.None,
                new($"the text is not that of `{name}`", $"le texte n'est pas celui de « {name} »"),
                new($"`{name}:` and what is under it", $"« {name}: » et ce qui est dessous"))]);
        }

        var value = CanonicalJson.Of(form.Record, new LongForm(Language).Value(form.Record, entry.Value));
        var home = Home(form, key);
        return new FileEdit(home, form, Language).PutText(key, text, value) is { } written && With(home, written).PutCanonical(form, key, Unmasked(form, key, value)) is { } files
            ? Done(files) : Refused(section, key);
    }

    /// <summary>Takes an object out. What names it is left as it is, for the binder to report.</summary>
    public DraftEdit Remove(string section, string key)
    {
        var form = Form(section);
        var rest = this;
        while (rest.Find(section, key) is var (_, file))
        {
            if (new FileEdit(file, form, Language).Remove(key) is not { } written)
            {
                return Refused(section, key);
            }

            rest = written.Sections.IsEmpty ? rest.Without(file) : rest.With(file, written);
        }

        return Done(rest);
    }

    /// <summary>Gives an object another key. What names it follows.</summary>
    public DraftEdit Rename(string section, string key, string name)
    {
        var form = Form(section);
        if (key == name)
        {
            return Done(this);
        }

        if (Find(section, key) is not var (_, file) || Has(section, name))
        {
            return Taken(section, key, name);
        }

        if (new FileEdit(file, form, Language).Rename(key, name) is not { } renamed)
        {
            return Refused(section, key);
        }

        var files = With(file, renamed);
        foreach (var group in UsedBy(section, key).GroupBy(u => (u.Section, Key: u.Section == section && u.Key == key ? name : u.Key)))
        {
            var user = Form(group.Key.Section);
            var value = files.Get(group.Key.Section, group.Key.Key);
            foreach (var use in group)
            {
                Set(value, use.Pointer.Split('/').Skip(user.Single ? 2 : 3), name);
            }

            if (files.PutCanonical(user, group.Key.Key, value) is not { } followed)
            {
                return Refused(section, key);
            }

            files = followed;
        }

        return Done(files.Moved(section, key, name));
    }

    /// <summary>Adds an object that is as another, under a key of its own.</summary>
    public DraftEdit Copy(string section, string key, string name)
    {
        if (Find(section, key) is null || Has(section, name))
        {
            return Taken(section, key, name);
        }

        return Put(section, name, Get(section, key));
    }

    private JsonNode? Unmasked(SectionForm form, string key, JsonNode? value) => SecretMask.Restore(form.Record, value, Get(form.Name, key));

    private DraftFiles? PutCanonical(SectionForm form, string key, JsonNode? canonical)
    {
        if (Find(form.Name, key) is var (old, file) && JsonNode.DeepEquals(old.Json(form.Record, Language), canonical))
        {
            return this;
        }

        var home = Home(form, key);
        return new FileEdit(home, form, Language).Put(key, canonical) is { } written ? With(home, written) : null;
    }

    /// <summary>The file an object stands in, or is to stand in.</summary>
    private DraftFile Home(SectionForm form, string key) =>
        Find(form.Name, key) is var (_, file) ? file : HomeFiles.Choose(files, form, key);

    private DraftFiles With(DraftFile before, DraftFile after) =>
        new(Texts.SetItem(after.Path, after.Text), files.Contains(before) ? files.Replace(before, after) : [.. files.Add(after).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    private DraftFiles Without(DraftFile file) => new(Texts.Remove(file.Path), files.Remove(file));

    /// <summary>A file that is named after the object, and has nothing else in it, follows its name.</summary>
    private DraftFiles Moved(string section, string key, string name)
    {
        if (Find(section, name) is not var (_, file) || file.Path != HomeFiles.Own(section, key) || Texts.ContainsKey(HomeFiles.Own(section, name))
            || file.Sections is not [{ Objects.Length: 1 }])
        {
            return this;
        }

        var moved = DraftFile.Of(HomeFiles.Own(section, name), new string(file.Text.AsSpan())).Like(file);
        return Without(file).With(moved, moved);
    }

    private static void Set(JsonNode? value, IEnumerable<string> steps, string name)
    {
        var path = steps.Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        foreach (var step in path.SkipLast(1))
        {
            value = value is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : value![step];
        }

        if (value is JsonArray list)
        {
            list[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = name;
        }
        else
        {
            value![path[^1]] = name;
        }
    }

    private static DraftEdit Done(DraftFiles files) => new(files, []);

    private DraftEdit Refused(string section, string key) => new(this,
    [
        new ConfigurationProblem(ProblemCode.TooLarge, $"{section}/{key}".TrimEnd('/'), SourceMark.None, Unwritable,
            new($"files of at most {YamlLimits.FileCharacters} characters, {YamlLimits.Nodes} values and {YamlLimits.Depth} levels",
                $"des fichiers d'au plus {YamlLimits.FileCharacters} caractères, {YamlLimits.Nodes} valeurs et {YamlLimits.Depth} niveaux")),
    ]);

    private DraftEdit Taken(string section, string key, string name) => new(this,
    [
        Has(section, name)
            ? new ConfigurationProblem(ProblemCode.DuplicateKey, $"{section}/{name}", SourceMark.None,
                new($"there is a `{name}` already", $"il y a déjà « {name} »"), Said.Nothing)
            : new ConfigurationProblem(ProblemCode.UnknownReference, $"{section}/{key}", SourceMark.None,
                new($"there is no `{key}`", $"il n'y a pas de « {key} »"), Said.Nothing),
    ]);
}
