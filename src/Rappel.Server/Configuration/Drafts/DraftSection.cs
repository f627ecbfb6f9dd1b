using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>What one file holds of a section.</summary>
/// <param name="Form">Null for a section nobody knows.</param>
/// <param name="Objects">In the order written. A section that is one object by itself has one, with an empty key.</param>
internal sealed record DraftSection(ConfigScalar Key, ConfigNode Value, SectionForm? Form, ImmutableArray<DraftObject> Objects)
{
    public string Name => Key.Text;

    public DraftObject? Find(string key) => Objects.FirstOrDefault(o => o.Key.Text == key);

    public static DraftSection Of(ConfigEntry entry)
    {
        var form = SectionForms.Find(entry.Key.Text);
        return new DraftSection(entry.Key, entry.Value, form, entry.Value switch
        {
            _ when form is null => [],
            _ when form.Single => [new DraftObject(entry.Key with { Text = "" }, entry.Value)],
            ConfigMap map => [.. map.Entries.Select(e => new DraftObject(e.Key, e.Value))],
            _ => [],
        });
    }
}
