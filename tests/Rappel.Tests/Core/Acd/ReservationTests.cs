using Rappel.Core.Acd;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Acd;

public class ReservationTests
{
    private static readonly TimeSpan Reservation = TimeSpan.FromSeconds(90);

    [Fact]
    public void A_reserved_agent_is_offered_and_gets_nothing_else()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(Reserved(1));
        world.Arrive(FloorUnderTest.Call(2, 0, "urgent"));
        Assert.Equal((1, world.Now + Reservation), (world.Offer().Work.Id.Value, world.Offer().Deadline));
        Assert.Equal(AgentStatus.Offered, world.Status("1001"));
    }

    [Fact]
    public void Rung_the_agent_has_the_whole_offer_timeout()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(Reserved(1));
        world.After(TimeSpan.FromSeconds(89));
        world.Do(new AcdInput.ReservationRung(world.Offer().Offer));
        Assert.Equal(world.Now + FloorUnderTest.OfferTimeout, world.Floor.NextDeadline);
        Assert.Empty(world.After(FloorUnderTest.OfferTimeout - TimeSpan.FromTicks(1)));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        Assert.Equal(AgentStatus.Busy, world.Status("1001"));
    }

    [Fact]
    public void Rung_and_not_answered_is_an_offer_like_any_other()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        var work = world.Arrive(Reserved(1));
        world.Do(new AcdInput.ReservationRung(world.Offer().Offer));
        var told = world.After(FloorUnderTest.OfferTimeout);
        Assert.Equal(OfferOutcome.TimedOut, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
        Assert.Equal(0, world.Floor.PositionOf(work));
    }

    [Fact]
    public void Once_rung_the_next_agent_is_rung_at_once()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(Reserved(1));
        world.Do(new AcdInput.ReservationRung(world.Offer().Offer));
        world.Answer(world.Offer(), OfferOutcome.Rejected);
        var next = world.Offer();
        Assert.Equal(("1002", null, world.Now + FloorUnderTest.OfferTimeout), (next.Agent, next.Work.Reservation, next.Deadline));
    }

    [Fact]
    public void A_reservation_whose_time_is_up_leaves_the_agent_as_they_were()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Now += TimeSpan.FromSeconds(7);
        var work = world.Arrive(Reserved(1));
        var told = world.After(Reservation);
        Assert.Equal(OfferOutcome.Withdrawn, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        Assert.DoesNotContain(told, t => t is AcdOutput.OfferMade);
        var agent = world.Floor.ReadAgent("1001")!;
        Assert.Equal((AgentStatus.Available, FloorUnderTest.Start), (agent.Status, agent.IdleSince));
        Assert.Equal(0, world.Floor.PositionOf(work));
    }

    [Fact]
    public void Work_that_left_frees_the_reserved_agent_who_takes_the_next()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        var work = world.Arrive(Reserved(1));
        world.Arrive(FloorUnderTest.Call(2, 5));
        var told = world.Do(new AcdInput.WorkLeft(work));
        Assert.Equal(OfferOutcome.Withdrawn, told.OfType<AcdOutput.OfferEnded>().Single().Outcome);
        Assert.Equal(2, world.Offer().Work.Id.Value);
        Assert.Equal(FloorUnderTest.Start, world.Floor.ReadAgent("1001")!.IdleSince);
    }

    [Theory]
    [InlineData(AgentStatus.OnBreak)]
    [InlineData(AgentStatus.LoggedOut)]
    [InlineData(AgentStatus.WorkingOffline)]
    public void An_agent_who_goes_while_reserved_is_followed_by_the_next(AgentStatus asked)
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(Reserved(1));
        world.Do(new AcdInput.StatusRequested("1001", asked));
        Assert.Equal((asked, "1002", Reservation), (world.Status("1001"), world.Offer().Agent, world.Offer().Work.Reservation));
    }

    [Fact]
    public void A_reserved_agent_whose_phone_goes_keeps_the_status_and_is_followed_by_the_next()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(Reserved(1));
        world.Do(new AcdInput.ReachabilityChanged("1001", false));
        Assert.Equal((AgentStatus.Available, "1002"), (world.Status("1001"), world.Offer().Agent));
    }

    [Fact]
    public void An_agent_configured_away_while_reserved_is_followed_by_the_next()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(Reserved(1));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1002")));
        world.Drain();
        Assert.Equal("1002", world.Offer().Agent);
        Assert.Null(world.Floor.ReadAgent("1001"));
    }

    [Fact]
    public void A_new_version_leaves_reservations_alone()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(Reserved(1));
        world.Floor.Publish(world.Now, FloorUnderTest.Configuration(FloorUnderTest.Everywhere("1001"), FloorUnderTest.Everywhere("1002")));
        Assert.Empty(world.Drain());
        Assert.Empty(world.After(Reservation - TimeSpan.FromTicks(1)));
    }

    [Theory]
    [InlineData(OfferOutcome.Accepted)]
    [InlineData(OfferOutcome.Rejected)]
    [InlineData(OfferOutcome.TimedOut)]
    public void Nobody_answers_a_phone_that_has_not_rung(OfferOutcome answer)
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(Reserved(1));
        Assert.Equal([new AcdOutput.CommandRefused(world.Offer().Offer.ToString(), "not-rung")], world.Answer(world.Offer(), answer));
        Assert.Equal(AgentStatus.Offered, world.Status("1001"));
    }

    [Fact]
    public void Only_a_reservation_can_be_rung()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        var offer = world.Offer().Offer;
        Assert.Equal([new AcdOutput.CommandRefused(offer.ToString(), "not-reserved")], world.Do(new AcdInput.ReservationRung(offer)));
        Assert.Equal([new AcdOutput.CommandRefused("o-9", "unknown-offer")], world.Do(new AcdInput.ReservationRung(new OfferId(9))));
    }

    [Fact]
    public void A_pause_withdraws_no_reservation()
    {
        var world = new FloorUnderTest();
        world.Ready("1001", "1002");
        world.Arrive(Reserved(1));
        world.Arrive(FloorUnderTest.Call(2, 5));
        var told = world.Do(new AcdInput.OffersPaused(true));
        Assert.Equal(2, told.OfType<AcdOutput.OfferEnded>().Single().Work.Id.Value);
        Assert.Equal(AgentStatus.Offered, world.Status("1001"));
    }

    private static WorkItem Reserved(long id) => FloorUnderTest.Callback(id) with { Reservation = Reservation };
}
