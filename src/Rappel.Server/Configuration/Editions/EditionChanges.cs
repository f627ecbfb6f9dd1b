using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Editions;

/// <summary>How far one edition is from another.</summary>
public static class EditionChanges
{
    /// <summary>Objects and recordings that differ. How a text is laid out, and what comments say, does not count.</summary>
    public static int Count(Edition before, Edition after)
    {
        if (before.Mark == after.Mark)
        {
            return 0;
        }

        var (one, other) = (before.Document, after.Document);
        var objects = SectionForms.All.Sum(form => one.Keys(form.Name).Union(other.Keys(form.Name)).Count(key => one.Etag(form.Name, key) != other.Etag(form.Name, key)));
        return objects + Recordings(before, after).Count();
    }

    /// <summary>Paths of recordings that differ.</summary>
    public static IEnumerable<string> Recordings(Edition before, Edition after) => before.Recordings.Concat(after.Recordings).Select(r => r.Key).Distinct()
        .Where(path => before.Files.GetValueOrDefault(path) != after.Files.GetValueOrDefault(path));
}
