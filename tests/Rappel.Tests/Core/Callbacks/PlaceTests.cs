using Rappel.Core.Callbacks;

namespace Rappel.Tests.Core.Callbacks;

public class PlaceTests
{
    [Fact]
    public void A_callback_keeps_its_callers_place()
    {
        var world = new BookUnderTest { Now = BookUnderTest.Start + TimeSpan.FromMinutes(20) };
        var place = BookUnderTest.Start + TimeSpan.FromMinutes(2);
        var id = world.Ask(1, place: place);
        world.Fail(id, AttemptOutcome.RingNoAnswer);
        world.After(BookUnderTest.Terms.RetryDelay);

        var entered = world.Told.OfType<CallbackOutput.EnteredLine>().ToList();
        Assert.Equal(2, entered.Count);
        Assert.All(entered, e => Assert.Equal(place, e.Request.Place));
        Assert.Equal(place, world.Restart().Book.Get(id)!.Place);
    }

    [Fact]
    public void Who_entered_first_is_first_though_asking_last()
    {
        var world = new BookUnderTest { Now = BookUnderTest.Start + TimeSpan.FromMinutes(20) };
        var late = world.Ask(1, "+15145550001", place: BookUnderTest.Start + TimeSpan.FromMinutes(9));
        var early = world.Ask(2, "+15145550002", place: BookUnderTest.Start);
        Assert.Equal(1, world.Book.PositionOf(early));
        Assert.Equal(2, world.Book.PositionOf(late));
        Assert.Equal(BookUnderTest.Start, world.Book.OldestPlace(BookUnderTest.Queue));
    }

    [Fact]
    public void A_delayed_request_still_holds_its_place()
    {
        var world = new BookUnderTest();
        var first = world.Ask(1, "+15145550001");
        var second = world.Ask(2, "+15145550002");
        world.Fail(first);
        Assert.Equal(1, world.Book.PositionOf(first));
        Assert.Equal(2, world.Book.PositionOf(second));
    }

    [Fact]
    public void Who_is_being_rung_has_no_position_and_the_next_moves_up()
    {
        var world = new BookUnderTest();
        var first = world.Ask(1, "+15145550001");
        var second = world.Ask(2, "+15145550002");
        world.Ring(first);
        Assert.Equal(0, world.Book.PositionOf(first));
        Assert.Equal(1, world.Book.PositionOf(second));
    }

    [Fact]
    public void A_place_ahead_of_the_clock_is_now()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1, place: BookUnderTest.Start + TimeSpan.FromHours(1));
        Assert.Equal(world.Now, world.Rows[id].Place);
    }
}
