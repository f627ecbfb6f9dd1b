using Rappel.Core.Acd;

namespace Rappel.Tests.Core.Acd;

public class ReadingTests
{
    [Fact]
    public void A_position_counts_callers_and_the_callbacks_that_go_before_them()
    {
        var world = new FloorUnderTest();
        var first = world.Arrive(FloorUnderTest.Callback(1, 0));
        var second = world.Arrive(FloorUnderTest.Call(2, 10));
        var third = world.Arrive(FloorUnderTest.Callback(3, 20));
        var fourth = world.Arrive(FloorUnderTest.Call(4, 30));
        world.Arrive(FloorUnderTest.Call(5, 0, "urgent"));
        Assert.Equal([1, 2, 3, 4], new[] { first, second, third, fourth }.Select(world.Floor.PositionOf));
        Assert.Equal(5, world.Floor.NextPosition(WorkKind.LiveCall, "calls"));
        Assert.Equal(2, world.Floor.NextPosition(WorkKind.LiveCall, "urgent"));
        Assert.Equal(0, world.Floor.PositionOf(new WorkId(WorkKind.LiveCall, 99)));
    }

    [Fact]
    public void A_line_reads_in_order_with_what_is_offered()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1, 30));
        world.Arrive(FloorUnderTest.Call(2, 10));
        world.Arrive(FloorUnderTest.Call(3, 20));
        world.Ready("1001");
        var line = world.Floor.ReadLine("calls");
        Assert.Equal((2, 1, FloorUnderTest.Start + TimeSpan.FromSeconds(10)), (line.Waiting, line.Offered, line.Oldest!.Value));
        Assert.Equal([2, 3, 1], line.InOrder.Select(w => w.Value));
        Assert.Equal(2, world.Floor.ReadLine("calls", first: 1).InOrder.Single().Value);
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        Assert.Equal((2, 0), (world.Floor.ReadLine("calls").Waiting, world.Floor.ReadLine("calls").Offered));
    }

    [Fact]
    public void Members_are_counted_by_log_in_and_freedom()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Do(new AcdInput.StatusRequested("1003", AgentStatus.OnBreak));
        Assert.Equal(new MembersReading(3, 2), world.Floor.ReadMembers("calls"));
        world.Do(new AcdInput.StatusRequested("1002", AgentStatus.LoggedOut));
        world.Do(new AcdInput.ReachabilityChanged("1001", false));
        Assert.Equal(new MembersReading(2, 0), world.Floor.ReadMembers("calls"));
    }

    [Fact]
    public void The_expected_wait_is_unknown_until_a_service_began()
    {
        var world = new FloorUnderTest();
        for (var id = 1; id <= 4; id++)
        {
            world.Arrive(FloorUnderTest.Call(id, 0));
        }

        Assert.Null(world.Floor.ExpectedWait(world.Now, "calls", 1));
        world.Now += TimeSpan.FromSeconds(40);
        world.Ready("1001");
        world.Answer(world.Offer(), OfferOutcome.Accepted);

        // The first of three has waited 40 s, and whoever enters now is the fourth.
        Assert.Equal(TimeSpan.FromSeconds(40), world.Floor.ExpectedWait(world.Now, "calls", 4));
        Assert.Equal(TimeSpan.FromSeconds(20), world.Floor.ExpectedWait(world.Now, "calls", 2));
        Assert.Equal(TimeSpan.FromSeconds(40), world.Floor.ExpectedWait(world.Now, "callbacks", 4));
        Assert.Null(world.Floor.ExpectedWait(world.Now, "urgent", 2));
    }

    [Fact]
    public void Nobody_is_told_to_wait_while_an_agent_is_free()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        Assert.Equal(TimeSpan.Zero, world.Floor.ExpectedWait(world.Now, "calls", 2));
        Assert.Null(world.Floor.ExpectedWait(world.Now, "calls", 3));
    }

    [Fact]
    public void A_service_that_ends_teaches_how_fast_the_agents_on_duty_are()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1, 0));
        world.Ready("1001");
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Now += TimeSpan.FromSeconds(90);
        world.Arrive(FloorUnderTest.Call(2, 90));
        world.Do(new AcdInput.WorkEnded(world.All.OfType<AcdOutput.OfferMade>().First().Offer));

        // 90 s and 30 s of wrap-up a call, one agent, second in line; nobody who counts has waited at all.
        Assert.Equal(TimeSpan.FromSeconds(120), world.Floor.ExpectedWait(world.Now, "calls", 2));
    }

    [Fact]
    public void A_retried_callback_does_not_make_the_line_look_slow()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1, 0));
        world.Ready("1001");
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Now += TimeSpan.FromHours(1);
        world.Arrive(new WorkItem(new WorkId(WorkKind.Callback, 9), "callbacks", FloorUnderTest.Start, true) { IsReturning = true });
        Assert.Equal(TimeSpan.Zero, world.Floor.ExpectedWait(world.Now, "calls", 2));
    }
}
