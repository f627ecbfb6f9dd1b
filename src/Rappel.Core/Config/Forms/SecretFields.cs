using System.Collections.Frozen;

namespace Rappel.Core.Config.Forms;

/// <summary>Fields that nobody may read back.</summary>
public static class SecretFields
{
    /// <summary>Their names, wherever they stand. Of a map of secrets every value is one.</summary>
    public static readonly FrozenSet<string> Names = SectionForms.All.SelectMany(s => s.Record.Fields)
        .Concat(ObjectForms.All.SelectMany(o => o.Record.Fields))
        .Where(f => f.Value is ScalarForm { Type: ScalarKind.Secret } or MapForm { Value: ScalarForm { Type: ScalarKind.Secret } }).Select(f => f.Name).ToFrozenSet(StringComparer.Ordinal);
}
