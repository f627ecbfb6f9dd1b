using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class ZoneHoursTests
{
    private const string Toronto = "America/Toronto";
    private const string Vancouver = "America/Vancouver";

    private static CallbackId AskFrom(BookUnderTest world, long id, string? zone)
    {
        world.Do(BookUnderTest.Request(id, $"+1514555{id:0000}") with { TimeZone = zone });
        return new CallbackId(id);
    }

    private static IReadOnlyList<CallbackOutput> Hours(BookUnderTest world, string? zone, bool open) =>
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, open) { TimeZone = zone });

    [Fact]
    public void Each_customer_is_called_by_the_hours_of_the_zone_they_are_in()
    {
        var world = new BookUnderTest();
        Hours(world, null, true);
        Hours(world, Toronto, true);
        Hours(world, Vancouver, false);
        var here = AskFrom(world, 1, null);
        var east = AskFrom(world, 2, Toronto);
        var west = AskFrom(world, 3, Vancouver);
        Assert.Equal([here, east], world.Line.OrderBy(i => i.Value));
        Assert.DoesNotContain(world.Told, t => t is CallbackOutput.HoursWanted);
        world.Refused("closed", new CallbackInput.OfferBegan(west, BookUnderTest.Agent), west);

        Hours(world, Vancouver, true);
        Hours(world, Toronto, false);
        Assert.Equal([here, west], world.Line.OrderBy(i => i.Value));
        Assert.Equal((true, false, true), (
            world.Book.IsOpen(BookUnderTest.Queue), world.Book.IsOpen(BookUnderTest.Queue, Toronto), world.Book.IsOpen(BookUnderTest.Queue, Vancouver)));
    }

    [Fact]
    public void A_zone_not_named_is_closed_and_asked_for_once()
    {
        var world = new BookUnderTest();
        Hours(world, null, true);
        var first = AskFrom(world, 1, Vancouver);
        AskFrom(world, 2, Vancouver);
        Assert.Empty(world.Line);
        Assert.Single(world.Told, new CallbackOutput.HoursWanted(BookUnderTest.Queue, Vancouver));
        Hours(world, Vancouver, true);
        Assert.Contains(first, world.Line);
        Assert.Equal(2, world.Line.Count);
    }

    [Fact]
    public void A_queue_never_named_is_open_everywhere_until_the_first_word()
    {
        var world = new BookUnderTest();
        var here = AskFrom(world, 1, null);
        var west = AskFrom(world, 2, Vancouver);
        Assert.Equal(2, world.Line.Count);
        world.Offer(west);
        var told = Hours(world, null, true);
        Assert.Contains(new CallbackOutput.HoursWanted(BookUnderTest.Queue, Vancouver), told);
        Assert.Contains(new CallbackOutput.LeftLine(west), told);
        Assert.Equal(AttemptOutcome.Withdrawn, world.Attempts[(west, 1)].Outcome);
        Assert.Equal([here], world.Line);
    }

    [Fact]
    public void The_zones_to_keep_true_are_those_of_requests_and_those_named()
    {
        var world = new BookUnderTest();
        Assert.Empty(world.Book.ZonesOf(BookUnderTest.Queue));
        var east = AskFrom(world, 1, Toronto);
        AskFrom(world, 2, null);
        Assert.Equal([null, Toronto], world.Book.ZonesOf(BookUnderTest.Queue));
        Hours(world, Vancouver, true);
        world.Do(new CallbackInput.Cancel(east, "api", "asked"));
        Assert.Equal([null, Vancouver], world.Book.ZonesOf(BookUnderTest.Queue));
    }

    [Fact]
    public void After_a_restart_zones_not_named_before_are_asked_for_once_each()
    {
        var world = new BookUnderTest();
        AskFrom(world, 1, Toronto);
        AskFrom(world, 2, Toronto);
        AskFrom(world, 3, Vancouver);
        var after = new BookUnderTest();
        after.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, true));
        after.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, true) { TimeZone = Vancouver });
        after.Book.Restore(after.Now, world.Rows.Values, []);
        Assert.Equal([new CallbackOutput.HoursWanted(BookUnderTest.Queue, Toronto)], after.Drain().OfType<CallbackOutput.HoursWanted>());
        Assert.Equal([new CallbackId(3)], after.Line);
    }

    [Fact]
    public void Transferred_to_where_its_zone_is_not_known_it_waits_for_the_word()
    {
        var world = new BookUnderTest();
        var id = AskFrom(world, 1, Toronto);
        world.Do(new CallbackInput.HoursChanged("other", true));
        var told = world.Do(new CallbackInput.Transfer(id, "other", 10, "s", "w"));
        Assert.Contains(new CallbackOutput.HoursWanted("other", Toronto), told);
        Assert.Empty(world.Line);
        world.Do(new CallbackInput.HoursChanged("other", true) { TimeZone = Toronto });
        Assert.Equal([id], world.Line);
    }
}
