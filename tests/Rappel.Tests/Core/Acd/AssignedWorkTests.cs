using Rappel.Core.Acd;

namespace Rappel.Tests.Core.Acd;

public class AssignedWorkTests
{
    [Fact]
    public void Only_the_agent_it_is_for_is_offered_it()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1003");
        world.Arrive(For("1002", FloorUnderTest.Callback(1)));
        Assert.Empty(world.All.OfType<AcdOutput.OfferMade>());
        world.Ready("1002");
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void That_agent_need_not_be_a_member()
    {
        var world = new FloorUnderTest(FloorUnderTest.Configuration(("1001", 5, 0, 0), ("1002", 0, 5, 0)));
        world.Ready("1001", "1002");
        world.Arrive(For("1001", FloorUnderTest.Callback(1)));
        Assert.Equal("1001", world.Offer().Agent);
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        Assert.Equal(AgentStatus.WrapUp, world.Status("1001"));
    }

    [Fact]
    public void One_unavailable_agent_holds_up_nobody()
    {
        var world = new FloorUnderTest();
        var own = world.Arrive(For("1003", FloorUnderTest.Callback(1, 0)));
        world.Arrive(FloorUnderTest.Callback(2, 10));
        world.Arrive(FloorUnderTest.Call(3, 20));
        world.Ready("1001", "1002");
        Assert.Equal([2, 3], world.All.OfType<AcdOutput.OfferMade>().Select(o => o.Work.Id.Value));
        Assert.Equal(1, world.Floor.PositionOf(own));
    }

    [Theory]
    [InlineData(5, 10, 1)]
    [InlineData(10, 5, 2)]
    public void Its_place_counts_against_everything_else_the_agent_may_take(int own, int other, long first)
    {
        var world = new FloorUnderTest();
        world.Arrive(For("1001", FloorUnderTest.Callback(1, own)));
        world.Arrive(FloorUnderTest.Call(2, other));
        world.Ready("1001");
        Assert.Equal(first, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void A_higher_priority_still_goes_first()
    {
        var world = new FloorUnderTest();
        world.Arrive(For("1001", FloorUnderTest.Callback(1, 0)));
        world.Arrive(FloorUnderTest.Call(2, 50, "urgent"));
        world.Ready("1001");
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void A_rejection_offers_it_to_nobody_else()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002", "1003");
        world.Arrive(For("1001", FloorUnderTest.Callback(1)));
        world.Answer(world.Offer(), OfferOutcome.Rejected);
        Assert.Single(world.All.OfType<AcdOutput.OfferMade>());
        world.Ready("1001");
        Assert.Equal(2, world.All.OfType<AcdOutput.OfferMade>().Count());
    }

    [Fact]
    public void It_stands_in_the_line_of_its_queue()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Callback(1, 0));
        var own = world.Arrive(For("1001", FloorUnderTest.Callback(2, 5)));
        world.Arrive(FloorUnderTest.Callback(3, 10));
        Assert.Equal([1, 2, 3], world.Floor.ReadLine("callbacks").InOrder.Select(w => w.Value));
        Assert.Equal(2, world.Floor.PositionOf(own));
        Assert.Equal(0, world.Floor.ReadMembers("callbacks").LoggedIn);
    }

    [Fact]
    public void An_agent_configured_later_gets_what_waits_for_them()
    {
        var world = new FloorUnderTest(FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001")));
        world.Arrive(For("1002", FloorUnderTest.Callback(1)));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"), ("1002", 5, 0, 0)));
        world.Ready("1002");
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void A_new_version_keeps_it_for_its_agent()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        var talking = world.Offer();
        world.Answer(talking, OfferOutcome.Accepted);
        world.Arrive(For("1001", FloorUnderTest.Callback(2)));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"), FloorUnderTest.Everywhere("1002")));
        Assert.Empty(world.Drain());
        world.Do(new AcdInput.WorkEnded(talking.Offer));
        world.Do(new AcdInput.WrapUpEnded("1001"));
        Assert.Equal(("1001", 2), (world.Offer().Agent, world.Offer().Work.Id.Value));
    }

    [Fact]
    public void An_agent_who_is_gone_is_offered_it_no_more_and_nobody_else_is()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(For("1001", FloorUnderTest.Callback(1)));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1002")));
        world.Drain();
        Assert.Equal(AgentStatus.Available, world.Status("1002"));
        Assert.Single(world.All.OfType<AcdOutput.OfferMade>());
    }

    [Fact]
    public void Assigned_to_another_it_leaves_and_comes_back_for_them()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        var work = world.Arrive(For("1001", FloorUnderTest.Callback(1)));
        world.Do(new AcdInput.WorkLeft(work));
        world.Arrive(For("1002", FloorUnderTest.Callback(1)));
        Assert.Equal("1002", world.Offer().Agent);
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
    }

    private static WorkItem For(string agent, WorkItem work) => work with { Agent = agent };
}
