using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class InFlightListTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Those_in_flight_are_read_longest_first_and_those_that_wait_are_not()
    {
        var world = new BookUnderTest();
        world.Into(CallbackStatus.Waiting, 1);
        world.Into(CallbackStatus.Delayed, 2);
        var connected = world.Into(CallbackStatus.Connected, 5);
        world.Now += Minute;
        var dialling = world.Into(CallbackStatus.Dialling, 4);
        var offering = world.Into(CallbackStatus.Offering, 3);
        Assert.Equal(
            [(connected, BookUnderTest.Start), (offering, world.Now), (dialling, world.Now)],
            world.Book.ReadInFlight().Select(f => (f.Request.Id, f.Since)));
    }

    [Fact]
    public void Since_is_when_this_status_began()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Now += Minute;
        world.Do(new CallbackInput.OfferAccepted(id));
        world.Now += Minute;
        world.Do(new CallbackInput.RungCustomer(id));
        Assert.Equal(BookUnderTest.Start + Minute, Assert.Single(world.Book.ReadInFlight()).Since);
        world.Do(new CallbackInput.CustomerConnected(id));
        Assert.Equal((world.Rows[id], BookUnderTest.Start + (2 * Minute)), Assert.Single(world.Book.ReadInFlight()));
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Empty(world.Book.ReadInFlight());
    }

    [Fact]
    public void A_stuck_one_can_be_ended_in_each_status()
    {
        var world = new BookUnderTest();
        var offering = world.Into(CallbackStatus.Offering, 1);
        var dialling = world.Into(CallbackStatus.Dialling, 2);
        var connected = world.Into(CallbackStatus.Connected, 3);
        world.Do(new CallbackInput.OfferRejected(offering));
        world.Do(new CallbackInput.DiallingFailed(dialling, AttemptOutcome.RingNoAnswer, null));
        world.Do(new CallbackInput.CallEnded(connected));
        Assert.Empty(world.Book.ReadInFlight());
        Assert.Equal(
            [CallbackStatus.Waiting, CallbackStatus.Delayed, CallbackStatus.Completed],
            world.Rows.OrderBy(r => r.Key.Value).Select(r => r.Value.Status));
    }

    [Fact]
    public void What_withdraws_an_offer_takes_it_out_of_flight()
    {
        var world = new BookUnderTest();
        for (var id = 1; id <= 4; id++)
        {
            world.Into(CallbackStatus.Offering, id);
        }

        world.Do(new CallbackInput.Hold(new CallbackId(1), CallbackHold.ByHand, null));
        world.Do(new CallbackInput.ChangeNumber(new CallbackId(2), "+15145557777", null, null, "s", "w"));
        world.Do(new CallbackInput.Transfer(new CallbackId(3), "other", 5, "s", "w"));
        world.Do(new CallbackInput.Cancel(new CallbackId(4), "s", "w"));
        Assert.Empty(world.Book.ReadInFlight());
    }
}
