using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks;

public class RequestTests
{
    [Fact]
    public void A_request_is_stored_before_it_is_accepted_and_in_line()
    {
        var world = new BookUnderTest();
        var told = world.Do(BookUnderTest.Request(1));
        var row = Assert.IsType<CallbackOutput.Changed>(told[0]).Request;
        Assert.Equal(row, Assert.IsType<CallbackOutput.Accepted>(told[1]).Request);
        Assert.Equal(row, Assert.IsType<CallbackOutput.EnteredLine>(told[2]).Request);
        Assert.Equal(3, told.Count);
        Assert.Equal((1, CallbackStatus.Waiting), (row.Revision, row.Status));
        Assert.Equal(world.Now + BookUnderTest.Terms.CancelAfter, row.ExpiresAt);
    }

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Dialling)]
    [InlineData(CallbackStatus.Connected)]
    [InlineData(CallbackStatus.Delayed)]
    public void A_second_request_for_the_same_number_and_queue_is_already_pending(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        var told = world.Do(BookUnderTest.Request(2, world.Rows[id].Number));
        Assert.Equal([new CallbackOutput.AlreadyPending(new CallbackId(2), world.Rows[id])], told);
        Assert.Equal(1, world.Book.OpenCount(BookUnderTest.Queue));
    }

    [Fact]
    public void The_same_number_may_wait_in_two_queues()
    {
        var world = new BookUnderTest();
        world.Ask(1);
        world.Ask(2, terms: BookUnderTest.Terms with { Queue = "other" });
        Assert.Equal(2, world.Book.Count);
        Assert.Equal(new CallbackId(2), world.Book.FindOpen("other", "+15145550001")?.Id);
    }

    [Fact]
    public void A_number_may_ask_again_when_its_request_is_over()
    {
        var world = new BookUnderTest();
        var first = world.Ask(1);
        world.Do(new CallbackInput.Cancel(first, "api", "asked"));
        Assert.Null(world.Book.FindOpen(BookUnderTest.Queue, "+15145550001"));
        var second = world.Ask(2);
        Assert.Equal(CallbackStatus.Waiting, world.Rows[second].Status);
    }

    [Fact]
    public void One_more_than_the_cap_is_refused_but_a_duplicate_is_pending()
    {
        var world = new BookUnderTest();
        world.Do(BookUnderTest.Request(1, "+15145550001", cap: 1));
        Assert.Equal(
            [new CallbackOutput.Refused(new CallbackId(2), "pending-cap")], world.Do(BookUnderTest.Request(2, "+15145550002", cap: 1)));
        Assert.IsType<CallbackOutput.AlreadyPending>(Assert.Single(world.Do(BookUnderTest.Request(3, "+15145550001", cap: 1))));
    }

    public static TheoryData<CallbackTerms, bool> Ranges => new()
    {
        { BookUnderTest.Terms with { Attempts = 0 }, false },
        { BookUnderTest.Terms with { Attempts = 1 }, true },
        { BookUnderTest.Terms with { Attempts = 10 }, true },
        { BookUnderTest.Terms with { Attempts = 11 }, false },
        { BookUnderTest.Terms with { RetryDelay = TimeSpan.FromSeconds(39) }, false },
        { BookUnderTest.Terms with { RetryDelay = TimeSpan.FromSeconds(40) }, true },
        { BookUnderTest.Terms with { RetryDelay = TimeSpan.FromMinutes(90) }, true },
        { BookUnderTest.Terms with { RetryDelay = TimeSpan.FromMinutes(91) }, false },
        { BookUnderTest.Terms with { CancelAfter = TimeSpan.FromSeconds(119) }, false },
        { BookUnderTest.Terms with { CancelAfter = TimeSpan.FromSeconds(120) }, true },
        { BookUnderTest.Terms with { CancelAfter = TimeSpan.FromHours(72) }, true },
        { BookUnderTest.Terms with { CancelAfter = TimeSpan.FromHours(73) }, false },
        { BookUnderTest.Terms with { RingTime = TimeSpan.FromSeconds(4) }, false },
        { BookUnderTest.Terms with { RingTime = TimeSpan.FromSeconds(121) }, false },
    };

    [Theory]
    [MemberData(nameof(Ranges), DisableDiscoveryEnumeration = true)]
    public void Terms_out_of_range_are_refused(CallbackTerms terms, bool taken)
    {
        var told = new BookUnderTest().Do(BookUnderTest.Request(1, terms: terms));
        Assert.Equal(taken, told.Any(t => t is CallbackOutput.Accepted));
        Assert.Equal(!taken, told.Contains(new CallbackOutput.Refused(new CallbackId(1), "out-of-range")));
    }

    [Fact]
    public void An_empty_number_or_a_used_id_is_refused()
    {
        var world = new BookUnderTest();
        world.Ask(1);
        Assert.Equal([new CallbackOutput.Refused(new CallbackId(2), "no-number")], world.Do(BookUnderTest.Request(2, " ")));
        Assert.Equal([new CallbackOutput.Refused(new CallbackId(1), "id-in-use")], world.Do(BookUnderTest.Request(1, "+15145550009")));
    }
}
