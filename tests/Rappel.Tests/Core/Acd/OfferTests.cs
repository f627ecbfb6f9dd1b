using Rappel.Core.Acd;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Acd;

public class OfferTests
{
    [Fact]
    public void An_agent_who_does_not_answer_goes_on_break_and_the_call_to_the_next()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        var first = world.Offer();
        Assert.Equal(world.Now + FloorUnderTest.OfferTimeout, world.Floor.NextDeadline);
        Assert.Empty(world.After(FloorUnderTest.OfferTimeout - TimeSpan.FromTicks(1)));

        var told = world.After(TimeSpan.FromTicks(1));
        Assert.Contains(new AcdOutput.OfferEnded(first.Offer, "1001", first.Work, OfferOutcome.TimedOut), told);
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
        Assert.Equal(("1002", first.Work.Id), (world.Offer().Agent, world.Offer().Work.Id));
    }

    [Fact]
    public void A_callback_whose_agent_did_not_answer_leaves_the_line()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        var work = world.Arrive(FloorUnderTest.Callback(1));
        world.After(FloorUnderTest.OfferTimeout);
        Assert.Single(world.All.OfType<AcdOutput.OfferMade>());
        Assert.Equal(0, world.Floor.PositionOf(work));
        world.Arrive(FloorUnderTest.Callback(1));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Theory]
    [InlineData(WorkKind.LiveCall)]
    [InlineData(WorkKind.Callback)]
    public void A_rejection_puts_the_agent_on_break_and_offers_it_to_the_next(WorkKind kind)
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(kind == WorkKind.LiveCall ? FloorUnderTest.Call(1) : FloorUnderTest.Callback(1));
        var told = world.Answer(world.Offer(), OfferOutcome.Rejected);
        Assert.Equal(OfferOutcome.Rejected, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void Without_the_right_to_reject_a_rejection_is_no_answer()
    {
        var configuration = FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"));
        configuration = configuration with { Agents = configuration.Agents.SetItem("1001", configuration.Agents["1001"] with { MayReject = false }) };
        var world = new FloorUnderTest(configuration);
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        var told = world.Answer(world.Offer(), OfferOutcome.Rejected);
        Assert.Equal(OfferOutcome.TimedOut, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
    }

    [Fact]
    public void Work_returned_goes_back_to_its_place()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1, 0));
        world.Arrive(FloorUnderTest.Call(2, 5));
        world.Answer(world.Offer(), OfferOutcome.Rejected);
        world.Ready("1002");
        Assert.Equal(1, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void A_caller_who_hangs_up_ends_the_ringing_and_the_idle_clock_goes_on()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Now += TimeSpan.FromSeconds(9);
        var work = world.Arrive(FloorUnderTest.Call(1));
        var told = world.Do(new AcdInput.WorkLeft(work));
        Assert.Equal(OfferOutcome.Withdrawn, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        var agent = world.Floor.ReadAgent("1001")!;
        Assert.Equal((AgentStatus.Available, FloorUnderTest.Start), (agent.Status, agent.IdleSince));
        Assert.Null(world.Floor.NextDeadline);
    }

    [Theory]
    [InlineData(AgentStatus.OnBreak)]
    [InlineData(AgentStatus.LoggedOut)]
    [InlineData(AgentStatus.WorkingOffline)]
    public void Asking_for_a_break_while_it_rings_passes_the_call_to_the_next(AgentStatus asked)
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        world.Do(new AcdInput.StatusRequested("1001", asked));
        Assert.Equal(asked, world.Status("1001"));
        Assert.Equal("1002", world.Offer().Agent);
    }

    [Fact]
    public void An_unreachable_phone_keeps_the_status_and_is_left_alone_for_a_while()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        var told = world.Answer(world.Offer(), OfferOutcome.Unreachable);
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
        Assert.DoesNotContain(told, t => t is AcdOutput.OfferMade);
        Assert.Equal(world.Now + AcdLimits.UnreachableBackOff, world.Floor.NextDeadline);
        Assert.Single(world.After(AcdLimits.UnreachableBackOff).OfType<AcdOutput.OfferMade>());
    }

    [Fact]
    public void A_phone_that_registers_ends_its_back_off()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        world.Answer(world.Offer(), OfferOutcome.Unreachable);
        Assert.Single(world.Do(new AcdInput.ReachabilityChanged("1001", true)).OfType<AcdOutput.OfferMade>());
    }

    [Fact]
    public void A_phone_that_is_gone_gets_no_offer_and_loses_the_one_it_has()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        var told = world.Do(new AcdInput.ReachabilityChanged("1001", false));
        Assert.Equal(OfferOutcome.Unreachable, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
        Assert.Empty(world.After(TimeSpan.FromHours(1)));
        Assert.Single(world.Do(new AcdInput.ReachabilityChanged("1001", true)).OfType<AcdOutput.OfferMade>());
    }

    [Fact]
    public void An_answer_at_the_very_deadline_is_too_late()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        var offer = world.Offer();
        world.Now += FloorUnderTest.OfferTimeout;
        var told = world.Answer(offer, OfferOutcome.Accepted);
        Assert.Contains(new AcdOutput.CommandRefused(offer.Offer.ToString(), "unknown-offer"), told);
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
    }

    [Fact]
    public void Two_agents_cannot_accept_one_call()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1));
        var first = world.Offer();
        world.Answer(first, OfferOutcome.Rejected);
        var second = world.Offer();
        world.Answer(first, OfferOutcome.Accepted);
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
        world.Answer(second, OfferOutcome.Accepted);
        Assert.Equal(AgentStatus.Busy, world.Status("1002"));
        Assert.Equal([new AcdOutput.CommandRefused(second.Offer.ToString(), "already-accepted")], world.Answer(second, OfferOutcome.Accepted));
    }

    [Fact]
    public void One_agent_who_does_not_answer_does_not_hold_up_the_queue()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(FloorUnderTest.Call(1, 0));
        world.Arrive(FloorUnderTest.Call(2, 1));
        Assert.Equal([1, 2], world.All.OfType<AcdOutput.OfferMade>().Select(o => o.Work.Id.Value));
    }

    [Fact]
    public void A_pause_withdraws_offers_and_makes_none_until_it_ends()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1, 5));
        var told = world.Do(new AcdInput.OffersPaused(true));
        Assert.Equal(OfferOutcome.Withdrawn, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
        world.Ready("1002");
        world.Arrive(FloorUnderTest.Call(2, 0));
        Assert.Empty(world.After(TimeSpan.FromHours(1)));

        told = world.Do(new AcdInput.OffersPaused(false));
        Assert.Equal([2, 1], told.OfType<AcdOutput.OfferMade>().Select(o => o.Work.Id.Value));
    }

    [Fact]
    public void Offers_are_numbered_on_from_the_first()
    {
        var floor = new Distributor(FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001")), 41);
        floor.Handle(FloorUnderTest.Start, new AcdInput.ReachabilityChanged("1001", true));
        floor.Handle(FloorUnderTest.Start, new AcdInput.StatusRequested("1001", AgentStatus.Available));
        floor.Handle(FloorUnderTest.Start, new AcdInput.WorkArrived(FloorUnderTest.Call(1)));
        Assert.Equal(new OfferId(41), floor.ReadAgent("1001")!.Offer);
    }
}
