using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>Pages of a section's objects.</summary>
internal static class ObjectList
{
    public static IResult Find(
        string section, HttpContext context, ConfigurationBook book,
        [Description("A part of the key, the name or the number; capitals and accents do not matter.")] string? search,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? after,
        [Description("`written` (the default), `key` or `name`.")] string? sort)
    {
        if (SectionForms.Find(section) is not { Single: false })
        {
            return ObjectEndpoints.Unknown(section, "");
        }

        var query = new QueryReader();
        var (size, wanted) = (query.Limit(limit), query.Text("search", search, ApiLimits.MaximumName));
        if (sort is not (null or "written" or "key" or "name"))
        {
            query.Wrong("sort", $"is '{sort}'", "written, key, name");
        }

        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var reading = book.Look();
        var rows = Sorted(DraftRows.Of(reading.Edited, section).Where(r => wanted is null || r.Matches(wanted)), sort);
        var from = after is null ? 0 : rows.FindIndex(r => r.Key == after) + 1;
        var page = rows.Skip(from).Take(size).ToList();
        var view = new DraftView(context, reading);
        return TypedResults.Ok(new DraftItemsBody(
            [.. page.Select(r => view.Item(section, r.Key, r.Name))], rows.Count, from + page.Count < rows.Count ? page[^1].Key : null));
    }

    private static List<DraftRow> Sorted(IEnumerable<DraftRow> rows, string? sort) => sort switch
    {
        "key" => [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal)],
        "name" => [.. rows.OrderBy(r => DraftRow.Fold(r.Name), StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal)],
        _ => [.. rows],
    };
}
