using Rappel.Core.Acd;

namespace Rappel.Tests.Core.Acd;

public class MatchingTests
{
    [Fact]
    public void The_oldest_place_goes_first_live_caller_and_callback_alike()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1, enteredAt: 20));
        world.Arrive(FloorUnderTest.Callback(2, enteredAt: 10));
        world.Arrive(FloorUnderTest.Call(3, enteredAt: 15));
        world.Ready("1001", "1002", "1003");
        Assert.Equal([2, 3, 1], world.All.OfType<AcdOutput.OfferMade>().Select(o => o.Work.Id.Value));
    }

    [Fact]
    public void The_higher_priority_goes_before_the_older_place()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1, enteredAt: 0));
        world.Arrive(FloorUnderTest.Call(2, enteredAt: 50, queue: "urgent"));
        world.Ready("1001");
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void Of_equal_places_the_first_to_arrive_goes_first()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(9));
        world.Arrive(FloorUnderTest.Call(3));
        world.Ready("1001");
        Assert.Equal(9, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void The_best_skilled_agent_is_asked_first()
    {
        var world = new FloorUnderTest(FloorUnderTest.Configuration(
            FloorUnderTest.Everywhere("1001", 3), FloorUnderTest.Everywhere("1002", 8), FloorUnderTest.Everywhere("1003", 5)));
        world.Ready("1001", "1002", "1003");
        world.Arrive(FloorUnderTest.Call(1));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void Of_equal_skill_the_longest_idle_is_asked_first()
    {
        var world = new FloorUnderTest();
        world.Ready("1003");
        world.Now += TimeSpan.FromSeconds(1);
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        Assert.Equal("1003", world.Offer().Agent);
    }

    [Fact]
    public void Skill_counts_in_the_queue_of_the_work()
    {
        var world = new FloorUnderTest(FloorUnderTest.Configuration(("1001", 9, 1, 5), ("1002", 1, 9, 5)));
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Callback(1));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void Who_is_not_a_member_is_not_asked()
    {
        var world = new FloorUnderTest(FloorUnderTest.Configuration(("1001", 5, 0, 0)));
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Callback(1));
        Assert.Empty(world.All.OfType<AcdOutput.OfferMade>());
        world.Arrive(FloorUnderTest.Call(2));
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void Protected_work_is_passed_over_and_keeps_its_place()
    {
        var world = new FloorUnderTest();
        var first = world.Arrive(FloorUnderTest.Call(1, 0, eligible: false));
        world.Arrive(FloorUnderTest.Call(2, 5));
        world.Ready("1001");
        Assert.Equal(2, world.Offer().Work.Id.Value);
        world.Arrive(FloorUnderTest.Call(3, 6));
        Assert.Equal(1, world.Floor.PositionOf(first));

        world.Do(new AcdInput.EligibilityChanged(first, true));
        world.Ready("1002");
        Assert.Equal(first, world.Offer().Work.Id);
    }

    [Fact]
    public void Becoming_protected_withdraws_the_offer()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        var work = world.Arrive(FloorUnderTest.Call(1));
        var told = world.Do(new AcdInput.EligibilityChanged(work, false));
        Assert.Equal(OfferOutcome.Withdrawn, Assert.Single(told.OfType<AcdOutput.OfferEnded>()).Outcome);
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
        Assert.Single(world.Do(new AcdInput.EligibilityChanged(work, true)).OfType<AcdOutput.OfferMade>());
    }

    [Fact]
    public void A_message_is_offered_like_a_call()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(new WorkItem(new WorkId(WorkKind.Voicemail, 7), "messages", FloorUnderTest.Start, true));
        Assert.Equal(WorkKind.Voicemail, world.Offer().Work.Id.Kind);
    }

    [Fact]
    public void No_work_is_in_line_twice_or_while_an_agent_has_it()
    {
        var world = new FloorUnderTest();
        world.Arrive(FloorUnderTest.Call(1));
        Assert.Equal([new AcdOutput.CommandRefused("LiveCall-1", "already-in-line")], world.Do(new AcdInput.WorkArrived(FloorUnderTest.Call(1))));
        world.Ready("1001", "1002");
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        Assert.Equal([new AcdOutput.CommandRefused("LiveCall-1", "in-service")], world.Do(new AcdInput.WorkArrived(FloorUnderTest.Call(1))));
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        world.Arrive(FloorUnderTest.Call(1));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void Work_that_left_is_offered_no_more()
    {
        var world = new FloorUnderTest();
        var gone = world.Arrive(FloorUnderTest.Call(1));
        world.Do(new AcdInput.WorkLeft(gone));
        world.Ready("1001");
        Assert.Empty(world.All.OfType<AcdOutput.OfferMade>());
        Assert.Empty(world.Do(new AcdInput.WorkLeft(gone)));
    }

    [Fact]
    public void Nothing_of_a_paused_line_is_offered_and_its_oldest_is_first_afterwards()
    {
        var world = new FloorUnderTest();
        world.Do(new AcdInput.LinePaused(WorkKind.Callback, "callbacks", true));
        world.Arrive(FloorUnderTest.Callback(2, enteredAt: 20));
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Callback(1, enteredAt: 10));
        Assert.Empty(world.All.OfType<AcdOutput.OfferMade>());

        world.Do(new AcdInput.LinePaused(WorkKind.Callback, "callbacks", false));
        Assert.Equal(1, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void An_agents_own_work_waits_while_its_line_is_paused_too()
    {
        var world = new FloorUnderTest();
        world.Do(new AcdInput.LinePaused(WorkKind.Callback, "callbacks", true));
        world.Arrive(FloorUnderTest.Callback(1) with { Agent = "1001" });
        world.Ready("1001");
        Assert.Empty(world.All.OfType<AcdOutput.OfferMade>());

        world.Do(new AcdInput.LinePaused(WorkKind.Callback, "callbacks", false));
        Assert.Equal("1001", world.Offer().Agent);
    }
}
