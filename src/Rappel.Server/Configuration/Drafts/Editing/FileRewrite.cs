using System.Text;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Yaml;

namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>Writes a section, or a whole file, anew: for files in spellings that cannot be edited line by line.</summary>
internal sealed class FileRewrite(DraftFile file, YamlLines lines, SectionForm form, string? language)
{
    /// <summary>From the smallest change to the largest.</summary>
    public IEnumerable<string> Texts(WantedSection wanted)
    {
        foreach (var brief in new[] { true, false })
        {
            if (Places.OfSection(file, lines, form.Name) is { } span)
            {
                yield return lines.With([new LineEdit(span.From, span.To, Section(wanted, brief))]);
            }
        }

        yield return Whole(wanted, true);
        yield return Whole(wanted, false);
    }

    private string Whole(WantedSection wanted, bool brief)
    {
        var sections = file.Sections.Select(s => s.Name == form.Name ? Section(wanted, brief) : Section(s, brief));
        var all = file.Find(form.Name) is null ? sections.Append(Section(wanted, brief)) : sections;
        return string.Join('\n', all.Where(s => s.Length > 0));
    }

    private string Section(DraftSection section, bool brief) => section.Form is { } known && section.Value is ConfigMap
        ? Section(known, WantedSection.Of(file, section.Name), brief)
        : YamlWriter.Entry(section.Name, ShortForm.Of((ValueForm?)null, CanonicalJson.Of(null, section.Value)), 0);

    private string Section(WantedSection wanted, bool brief) => Section(form, wanted, brief);

    private string Section(SectionForm known, WantedSection wanted, bool brief)
    {
        if (wanted.Objects.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var item in wanted.Objects)
        {
            var json = item.Kept is { } kept ? kept.Json(known.Record, language) : item.Json;
            var shape = brief ? ShortForm.Of(known, json) : ShortForm.Of((ValueForm?)null, json);
            if (known.Single)
            {
                return YamlWriter.Entry(known.Name, shape, 0);
            }

            text.Append(text.Length == 0 ? $"{known.Name}:\n" : "\n").Append(YamlWriter.Entry(item.Key, shape, Places.Step));
        }

        return text.ToString();
    }
}
