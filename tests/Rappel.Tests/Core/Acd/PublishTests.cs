using Rappel.Core.Acd;

namespace Rappel.Tests.Core.Acd;

public class PublishTests
{
    [Fact]
    public void A_new_member_is_offered_what_waits()
    {
        var world = new FloorUnderTest(FloorUnderTest.Configuration(("1001", 5, 0, 0)));
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Callback(1));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001")));
        world.Drain();
        Assert.Equal("1001", world.Offer().Agent);
    }

    [Fact]
    public void Offers_calls_and_places_outlive_a_new_version()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        var talking = world.Offer();
        world.Answer(talking, OfferOutcome.Accepted);
        world.Arrive(FloorUnderTest.Call(2, 1));
        world.Arrive(FloorUnderTest.Call(3, 2));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"), FloorUnderTest.Everywhere("1002")));
        Assert.Empty(world.Drain());
        Assert.Equal(2, world.Floor.PositionOf(FloorUnderTest.Call(3).Id));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Do(new AcdInput.WorkEnded(talking.Offer));
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.Busy), (world.Status("1001"), world.Status("1002")));
        Assert.Equal(new MembersReading(2, 0), world.Floor.ReadMembers("calls"));
    }

    [Fact]
    public void An_agent_who_is_gone_is_logged_out_and_an_offer_goes_to_the_next()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1002")));
        var told = world.Drain();
        Assert.Contains(new AcdOutput.StatusChanged("1001", AgentStatus.Offered, AgentStatus.LoggedOut, null), told);
        Assert.Null(world.Floor.ReadAgent("1001"));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void An_agent_who_is_gone_finishes_the_call()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1002")));
        Assert.Equal(AgentStatus.Busy, world.Status("1001"));
        var told = world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        Assert.Equal([new AcdOutput.StatusChanged("1001", AgentStatus.Busy, AgentStatus.LoggedOut, null)], told);
        Assert.Null(world.Floor.ReadAgent("1001"));
        Assert.Null(world.Floor.NextDeadline);
    }

    [Fact]
    public void Work_of_a_queue_that_is_gone_is_still_served_by_the_members_it_had()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1, 0, "urgent"));
        var version = FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"));
        world.Floor.Publish(world.Now, version with { InboundQueues = version.InboundQueues.Remove("urgent") });
        world.Drain();
        world.Ready("1001");
        Assert.Equal(1, world.Offer().Work.Id.Value);
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        Assert.Equal(AgentStatus.WrapUp, world.Status("1001"));
        Assert.Equal(default, world.Floor.ReadMembers("urgent"));
    }

    [Fact]
    public void Work_of_a_queue_nobody_knows_waits_until_it_is_configured()
    {
        var version = FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"));
        var world = new FloorUnderTest(version with { InboundQueues = version.InboundQueues.Remove("urgent") });
        world.Ready("1001");
        Assert.Equal(1, world.Floor.PositionOf(world.Arrive(FloorUnderTest.Call(1, 0, "urgent"))));
        world.Floor.Publish(world.Now, version);
        world.Drain();
        Assert.Equal("urgent", world.Offer().Work.Queue);
    }
}
