using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>Which file a new object goes to.</summary>
internal static class HomeFiles
{
    /// <summary>A file for each script, and one for the three kinds of queue; otherwise a file a section.</summary>
    public static string Own(string section, string key) => section switch
    {
        "scripts" => $"scripts/{key}.yaml",
        "inboundQueues" or "outboundQueues" or "voicemailQueues" => "queues.yaml",
        _ => $"{Dashed(section)}.yaml",
    };

    /// <summary>The last file that has the section, where scripts do not each have their own; else the section's own file.</summary>
    public static DraftFile Choose(ImmutableArray<DraftFile> files, SectionForm form, string key)
    {
        if (form.Name != "scripts" && files.LastOrDefault(f => f.IsWhole && f.Find(form.Name) is not null) is { } shared)
        {
            return shared;
        }

        var name = form.Name == "scripts" && !IsFileName(key) ? "script" : key;
        var path = Own(form.Name, name);
        for (var number = 2; ; number++)
        {
            var taken = files.FirstOrDefault(f => f.Path.Equals(path, StringComparison.OrdinalIgnoreCase));
            if (taken is null)
            {
                return DraftFile.Of(path, new string(""));
            }

            if (taken.IsWhole && (form.Name != "scripts" || taken.Find(form.Name) is null))
            {
                return taken;
            }

            path = Own(form.Name, name).Replace(".yaml", $"-{number}.yaml", StringComparison.Ordinal);
        }
    }

    /// <summary>A key that is wrong is kept, to be reported; but it makes no file's name.</summary>
    private static bool IsFileName(string key) => key.Length is > 0 and <= ConfigurationLimits.KeyLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string Dashed(string section) =>
        string.Concat(section.Select(c => char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}
