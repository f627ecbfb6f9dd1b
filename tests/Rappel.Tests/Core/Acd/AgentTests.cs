using Rappel.Core.Acd;

namespace Rappel.Tests.Core.Acd;

public class AgentTests
{
    private static FloorUnderTest Talking()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        Assert.Equal(AgentStatus.Busy, world.Status("1001"));
        return world;
    }

    private static FloorUnderTest WrappingUp()
    {
        var world = Talking();
        world.Now += TimeSpan.FromMinutes(3);
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        Assert.Equal(AgentStatus.WrapUp, world.Status("1001"));
        return world;
    }

    [Fact]
    public void Log_in_lands_on_break()
    {
        var world = new FloorUnderTest();
        var told = world.Do(new AcdInput.StatusRequested("1001", AgentStatus.Available));
        Assert.Equal(
            [
                new AcdOutput.StatusChanged("1001", AgentStatus.LoggedOut, AgentStatus.OnBreak, null),
                new AcdOutput.StatusChanged("1001", AgentStatus.OnBreak, AgentStatus.Available, null),
            ],
            told);
    }

    [Fact]
    public void Wrap_up_lasts_as_long_as_the_queue_says_and_restarts_the_idle_clock()
    {
        var world = WrappingUp();
        world.Arrive(FloorUnderTest.Call(2));
        Assert.Empty(world.After(FloorUnderTest.WrapUp - TimeSpan.FromTicks(1)));
        world.After(TimeSpan.FromTicks(1));
        Assert.Equal(world.Now, world.Floor.ReadAgent("1001")!.IdleSince);
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void A_queue_without_wrap_up_frees_the_agent_at_once()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(new WorkItem(new WorkId(WorkKind.Voicemail, 1), "messages", FloorUnderTest.Start, true));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Now += TimeSpan.FromSeconds(5);
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
        Assert.Equal(world.Now, world.Floor.ReadAgent("1001")!.IdleSince);
    }

    [Fact]
    public void Wrap_up_can_be_ended_early()
    {
        var world = WrappingUp();
        world.Do(new AcdInput.WrapUpEnded("1001"));
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
        Assert.Null(world.Floor.NextDeadline);
        Assert.Equal([new AcdOutput.CommandRefused("1001", "not-in-wrap-up")], world.Do(new AcdInput.WrapUpEnded("1001")));
    }

    [Fact]
    public void A_break_asked_for_during_a_call_begins_after_wrap_up()
    {
        var world = Talking();
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.OnBreak));
        Assert.Equal((AgentStatus.Busy, AgentStatus.OnBreak), (world.Status("1001"), world.Floor.ReadAgent("1001")!.NextStatus));
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer));
        Assert.Equal(AgentStatus.WrapUp, world.Status("1001"));
        world.After(FloorUnderTest.WrapUp);
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
        Assert.Null(world.Floor.ReadAgent("1001")!.NextStatus);
    }

    [Fact]
    public void A_break_does_not_shed_the_idle_clock()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Now += TimeSpan.FromMinutes(1);
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.OnBreak));
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.Available));
        Assert.Equal(FloorUnderTest.Start, world.Floor.ReadAgent("1001")!.IdleSince);
    }

    [Fact]
    public void A_direct_call_keeps_offers_away_and_then_the_agent_goes_on()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Do(new AcdInput.Occupied("1001", true));
        world.Arrive(FloorUnderTest.Call(1));
        Assert.Empty(world.All.OfType<AcdOutput.OfferMade>());
        world.Do(new AcdInput.Occupied("1001", false));
        Assert.Equal("1001", world.Offer().Agent);
    }

    [Fact]
    public void A_direct_call_takes_the_agent_out_of_an_offer()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        world.Do(new AcdInput.Occupied("1001", true));
        Assert.Equal((AgentStatus.Busy, "1002"), (world.Status("1001"), world.Offer().Agent));
    }

    [Fact]
    public void A_direct_call_on_a_break_ends_on_the_break()
    {
        var world = new FloorUnderTest();
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.OnBreak));
        world.Do(new AcdInput.Occupied("1001", true));
        world.Do(new AcdInput.Occupied("1001", false));
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
    }

    [Fact]
    public void A_direct_call_during_wrap_up_leaves_the_rest_of_it()
    {
        var world = WrappingUp();
        var end = world.Floor.NextDeadline;
        world.Do(new AcdInput.Occupied("1001", true));
        Assert.Null(world.Floor.NextDeadline);
        world.Now += TimeSpan.FromSeconds(10);
        world.Do(new AcdInput.Occupied("1001", false));
        Assert.Equal((AgentStatus.WrapUp, end), (world.Status("1001"), world.Floor.NextDeadline));
    }

    [Fact]
    public void A_second_call_does_not_occupy_a_busy_agent()
    {
        var world = Talking();
        Assert.Equal([new AcdOutput.CommandRefused("1001", "agent-busy")], world.Do(new AcdInput.Occupied("1001", true)));
        Assert.Equal([new AcdOutput.CommandRefused("1001", "not-occupied")], world.Do(new AcdInput.Occupied("1001", false)));
    }

    [Theory]
    [InlineData(AgentStatus.Offered)]
    [InlineData(AgentStatus.Busy)]
    [InlineData(AgentStatus.WrapUp)]
    public void Nobody_can_ask_for_a_status_that_only_work_gives(AgentStatus status) =>
        Assert.Equal(
            [new AcdOutput.CommandRefused("1001", "not-requestable")],
            new FloorUnderTest().Do(new AcdInput.StatusRequested("1001", status)));

    [Fact]
    public void An_unknown_agent_or_offer_is_refused()
    {
        var world = new FloorUnderTest();
        Assert.Equal([new AcdOutput.CommandRefused("9", "unknown-agent")], world.Do(new AcdInput.StatusRequested("9", AgentStatus.OnBreak)));
        Assert.Equal([new AcdOutput.CommandRefused("o-9", "unknown-offer")], world.Do(new AcdInput.WorkEnded(new(9))));
    }

    [Fact]
    public void A_restart_frees_whoever_was_in_a_call_and_keeps_who_was_on_break()
    {
        var world = new FloorUnderTest();
        var before = FloorUnderTest.Start - TimeSpan.FromHours(1);
        world.Floor.Restore(world.Now, [
            new RestoredAgent("1001", AgentStatus.Busy, before, before),
            new RestoredAgent("1002", AgentStatus.OnBreak, before, before),
            new RestoredAgent("1003", AgentStatus.Available, before, before),
            new RestoredAgent("gone", AgentStatus.Available, before, before),
        ]);
        Assert.Equal([new AcdOutput.StatusChanged("1001", AgentStatus.Busy, AgentStatus.Available, null)], world.Drain());
        Assert.Equal(new AgentReading("1002", AgentStatus.OnBreak, false, before, before, null, null), world.Floor.ReadAgent("1002"));
        Assert.Equal(3, world.Floor.ReadMembers("calls").LoggedIn);
        world.Arrive(FloorUnderTest.Call(1));
        world.Do(new AcdInput.ReachabilityChanged("1001", true));
        Assert.Equal("1001", world.Offer().Agent);
    }
}
