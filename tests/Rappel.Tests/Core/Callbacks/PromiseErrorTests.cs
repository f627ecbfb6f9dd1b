using Rappel.Core.Callbacks;

namespace Rappel.Tests.Core.Callbacks;

public class PromiseErrorTests
{
    [Fact]
    public void The_first_ringing_is_held_against_what_was_told()
    {
        var world = new BookUnderTest();
        world.Do(BookUnderTest.Request(1) with { ToldWait = 120 });
        world.After(TimeSpan.FromSeconds(300));
        world.Ring(new(1));
        Assert.Equal(180, world.Rows[new(1)].PromiseError);
    }

    [Fact]
    public void A_retry_does_not_change_it()
    {
        var world = new BookUnderTest();
        world.Do(BookUnderTest.Request(1) with { ToldWait = 120 });
        world.After(TimeSpan.FromSeconds(100));
        world.Fail(new(1));
        world.After(BookUnderTest.Terms.RetryDelay);
        world.Ring(new(1));
        Assert.Equal(-20, world.Rows[new(1)].PromiseError);
    }

    [Fact]
    public void Where_nothing_was_told_there_is_no_error()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Ring(id);
        Assert.Null(world.Rows[id].PromiseError);
    }
}
