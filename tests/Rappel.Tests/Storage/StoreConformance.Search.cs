using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage;

namespace Rappel.Tests.Storage;

public abstract partial class StoreConformance
{
    private static readonly Instant Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("cb-2", "2")]
    [InlineData("(514) 555-0003", "3")]
    [InlineData("ÉVA", "1")]
    [InlineData("slowly", "3")]
    [InlineData("marie", "")]
    [InlineData("%", "")]
    public void Requests_are_found_by_id_number_name_or_note(string search, string expected)
    {
        Apply([
            new StoreRow.OfCallback(Listed(1) with { CustomerName = "Éva Roy" }),
            new StoreRow.OfCallback(Listed(2)),
            new StoreRow.OfCallback(Listed(3) with { Handling = CallbackHandling.None with { Notes = [new CallbackNote(Noon, "marie", "Speak SLOWLY.")] } }),
        ]);

        Assert.Equal(expected, string.Join(' ', Find(Everything with { Search = search })));
    }

    [Fact]
    public void Requests_are_listed_in_the_order_of_the_line_and_of_their_other_moments()
    {
        Apply([
            new StoreRow.OfCallback(Listed(1) with { Place = Noon.AddMinutes(1), ExpiresAt = Noon.AddHours(3), DueAt = null, AttemptsUsed = 2 }),
            new StoreRow.OfCallback(Listed(2) with { Place = Noon.AddMinutes(2), ExpiresAt = Noon.AddHours(1), DueAt = Noon.AddMinutes(9), AttemptsUsed = 0 }),
            new StoreRow.OfCallback(Listed(3) with
            {
                Place = Noon.AddMinutes(3),
                ExpiresAt = Noon.AddHours(2),
                DueAt = Noon.AddMinutes(7),
                AttemptsUsed = 2,
                Handling = CallbackHandling.None with { MovedTo = Noon },
            }),
        ]);

        Assert.Equal([3L, 1L, 2L], Sorted(CallbackSort.Place));
        Assert.Equal([2L, 1L, 3L], Sorted(CallbackSort.Place, descending: true));
        Assert.Equal([2L, 3L, 1L], Sorted(CallbackSort.Expires));
        Assert.Equal([3L, 2L, 1L], Sorted(CallbackSort.Due));
        Assert.Equal([3L, 1L, 2L], Sorted(CallbackSort.Attempts, descending: true));
    }

    [Fact]
    public void A_page_goes_on_after_the_last_of_the_page_before_whatever_came_between()
    {
        Apply([.. Enumerable.Range(1, 6).Select(i => new StoreRow.OfCallback(Listed(i) with { Place = Noon.AddMinutes(i / 2) }))]);
        Assert.Equal([1L, 2L, 3L], Find(Everything with { Limit = 3, Order = new CallbackOrder(CallbackSort.Place, false, null) }));
        Apply([new StoreRow.OfCallback(Listed(7) with { Place = Noon })]);

        var after = (Noon.AddMinutes(1).UtcTicks, 3L);

        Assert.Equal([4L, 5L, 6L], Find(Everything with { Limit = 9, Order = new CallbackOrder(CallbackSort.Place, false, after) }));
        Assert.Equal([2L, 7L, 1L], Find(Everything with { Limit = 9, Order = new CallbackOrder(CallbackSort.Place, true, after) }));
    }

    [Fact]
    public void Requests_are_found_by_the_queue_that_the_caller_waited_in()
    {
        Apply([new StoreRow.OfCallback(Listed(1) with { InboundQueue = "nurse-line" }), new StoreRow.OfCallback(Listed(2) with { InboundQueue = null })]);

        Assert.Equal([1L], Find(Everything with { InboundQueue = "nurse-line" }));
    }

    private static CallbackFilter Everything => new(null, false, null, null, 100, null);

    private static CallbackRequest Listed(long id) => new RandomRows((int)id, Tenant).Callback(id, CallbackStatus.Waiting) with
    {
        Number = $"+151455500{id:00}",
        CustomerName = null,
        Handling = null,
        Variables = ImmutableDictionary<string, string>.Empty,
    };

    private IEnumerable<long> Sorted(CallbackSort by, bool descending = false) => Find(Everything with { Order = new CallbackOrder(by, descending, null) });
}
