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
    public void The_expected_wait_is_unknown_until_two_services_began_with_someone_waiting()
    {
        var world = new FloorUnderTest();
        for (var id = 1; id <= 4; id++)
        {
            world.Arrive(FloorUnderTest.Call(id, id));
        }

        world.Ready("1001");
        Assert.Null(world.Floor.ExpectedWait("calls", 1));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        Assert.Null(world.Floor.ExpectedWait("calls", 1));
        world.Now += TimeSpan.FromSeconds(40);
        world.Ready("1002");
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        Assert.Equal(TimeSpan.FromSeconds(80), world.Floor.ExpectedWait("calls", 2));
        Assert.Equal(TimeSpan.FromSeconds(80), world.Floor.ExpectedWait("callbacks", 2));
        Assert.Null(world.Floor.ExpectedWait("urgent", 2));
    }

    [Fact]
    public void An_idle_gap_teaches_nothing_about_the_wait()
    {
        var policy = new MeanServiceInterval();
        policy.ServiceBegan(FloorUnderTest.Start, TimeSpan.Zero, stillWaiting: 0);
        policy.ServiceBegan(FloorUnderTest.Start + TimeSpan.FromHours(1), TimeSpan.Zero, stillWaiting: 1);
        Assert.Null(policy.Estimate(1));
        policy.ServiceBegan(FloorUnderTest.Start + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(30), TimeSpan.Zero, stillWaiting: 0);
        Assert.Equal(TimeSpan.FromSeconds(30), policy.Estimate(1));
    }

    [Fact]
    public void Only_the_latest_intervals_count()
    {
        var policy = new MeanServiceInterval();
        var now = FloorUnderTest.Start;
        for (var i = 0; i <= AcdLimits.ServiceIntervals; i++, now += TimeSpan.FromSeconds(60))
        {
            policy.ServiceBegan(now, TimeSpan.Zero, 5);
        }

        now -= TimeSpan.FromSeconds(60);
        for (var i = 0; i < AcdLimits.ServiceIntervals; i++)
        {
            policy.ServiceBegan(now += TimeSpan.FromSeconds(20), TimeSpan.Zero, 5);
        }

        Assert.Equal(TimeSpan.FromSeconds(20), policy.Estimate(1));
    }
}
