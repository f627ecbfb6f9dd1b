using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rappel.Server.Configuration.Editions;

namespace Rappel.Server.Web.Drafts;

/// <summary>The rows of an edition's lists, made when first asked for: paging through thousands of agents reads them once.</summary>
internal static class DraftRows
{
    private static readonly ConditionalWeakTable<Edition, ConcurrentDictionary<string, IReadOnlyList<DraftRow>>> Made = [];

    public static IReadOnlyList<DraftRow> Of(Edition edition, string section) => Made.GetOrCreateValue(edition).GetOrAdd(
        section, static (name, of) => [.. of.Document.Keys(name).Select(key => DraftRow.Of(of, name, key))], edition);
}
