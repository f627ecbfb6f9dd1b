using System.Globalization;
using Rappel.Core.Callbacks;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>In which order callbacks are listed, and where a page begins.</summary>
internal static class CallbackListReading
{
    private const char Descending = '-';
    private const char Separator = '_';

    /// <summary>A word of <see cref="CallbackSort"/>, with a dash before it from the greatest down. Null where it is left out: newest first.</summary>
    /// <param name="before">The <c>next</c> of the page before.</param>
    public static CallbackOrder? Order(QueryReader query, string? sort, string? before)
    {
        if (sort is null)
        {
            return null;
        }

        var isDescending = sort.StartsWith(Descending);
        if (query.Word<CallbackSort>("sort", isDescending ? sort[1..] : sort) is not { } by)
        {
            return null;
        }

        if (before is null)
        {
            return new CallbackOrder(by, isDescending, null);
        }

        if (before.Split(Separator) is [var value, var id]
            && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && QueryReader.TryId(id, CallbackEndpoints.Prefix, out var known))
        {
            return new CallbackOrder(by, isDescending, (last, known));
        }

        query.Wrong("before", "is none of this order", "the `next` of the page before, with the same `sort`");
        return null;
    }

    /// <summary>Where the next page begins.</summary>
    public static string Next(CallbackOrder? order, CallbackRequest last) =>
        order is null ? last.Id.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Value(order.By, last)}{Separator}{last.Id}");

    private static long Value(CallbackSort by, CallbackRequest request) => by switch
    {
        CallbackSort.Place => request.LinePlace.UtcTicks,
        CallbackSort.Asked => request.RequestedAt.UtcTicks,
        CallbackSort.Expires => request.ExpiresAt.UtcTicks,
        CallbackSort.Due => request.DueAt?.UtcTicks ?? CallbackOrder.Never,
        _ => request.AttemptsUsed,
    };
}
