using Rappel.Core.Config;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>Compares trees by what is written, not by where it stands.</summary>
internal static class NodeShape
{
    public static bool Same(ConfigNode left, ConfigNode right) => (left, right) switch
    {
        (ConfigScalar a, ConfigScalar b) => a.Text == b.Text && a.IsNull == b.IsNull && a.Faulty == b.Faulty,
        (ConfigSequence a, ConfigSequence b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(i => Same(i.First, i.Second)),
        (ConfigMap a, ConfigMap b) => a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(e => e.First.Key.Text == e.Second.Key.Text && Same(e.First.Value, e.Second.Value)),
        _ => false,
    };
}
