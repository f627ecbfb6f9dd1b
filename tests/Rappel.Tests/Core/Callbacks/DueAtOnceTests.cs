using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>Much that is due at the same moment, as after days without a server.</summary>
public class DueAtOnceTests
{
    private const int Requests = (2 * CallbackLimits.DueAtOnce) + 1;

    private static readonly TimeSpan LongDown = BookUnderTest.Terms.CancelAfter + TimeSpan.FromHours(1);

    [Fact]
    public void What_expired_while_the_server_was_down_ends_some_at_a_time()
    {
        var after = Filled().Restart(LongDown);

        Assert.Equal(CallbackLimits.DueAtOnce, Expired(after));
        Assert.Equal(after.Now + CallbackLimits.DuePause, after.Book.NextDeadline);
        after.After(CallbackLimits.DuePause);
        Assert.Equal(2 * CallbackLimits.DueAtOnce, Expired(after));
        after.After(CallbackLimits.DuePause);
        Assert.Equal(Requests, Expired(after));
        Assert.Null(after.Book.NextDeadline);
        Assert.Equal(0, after.Book.Count);
    }

    [Fact]
    public void Nothing_of_it_is_in_line_or_offered_meanwhile()
    {
        var after = Filled().Restart(LongDown);
        var last = new CallbackId(Requests);

        Assert.Empty(after.Line);
        Assert.Equal(CallbackStatus.Waiting, after.Rows[last].Status);
        after.Offer(last);
        Assert.Equal(CallbackStatus.Expired, after.Rows[last].Status);
        Assert.Empty(after.Attempts);
    }

    [Fact]
    public void Other_inputs_do_not_hurry_it()
    {
        var after = Filled().Restart(LongDown);

        after.Ask(Requests + 1, "+15145559999");
        Assert.Equal(CallbackLimits.DueAtOnce, Expired(after));
        Assert.Equal([new CallbackId(Requests + 1)], after.Line);
    }

    [Fact]
    public void A_number_whose_request_has_expired_may_ask_at_once()
    {
        var after = Filled().Restart(LongDown);

        after.Ask(Requests + 1, Number(Requests));
        Assert.Equal(CallbackStatus.Expired, after.Rows[new CallbackId(Requests)].Status);
        Assert.Equal(CallbackStatus.Waiting, after.Rows[new CallbackId(Requests + 1)].Status);
    }

    [Fact]
    public void An_offer_that_is_due_behind_many_others_is_not_accepted()
    {
        var world = Filled();
        var last = new CallbackId(Requests);
        world.Offer(last);
        world.Now += LongDown;
        world.Do(new CallbackInput.OfferAccepted(last));
        Assert.Equal(CallbackStatus.Expired, world.Rows[last].Status);
        Assert.DoesNotContain(last, world.Line);
    }

    private static BookUnderTest Filled()
    {
        var world = new BookUnderTest();
        for (var id = 1; id <= Requests; id++)
        {
            world.Do(BookUnderTest.Request(id, Number(id), cap: 2 * Requests));
        }

        return world;
    }

    private static string Number(int id) => $"+1514{5_550_000 + id}";

    private static int Expired(BookUnderTest world) => world.Rows.Values.Count(r => r.Status == CallbackStatus.Expired);
}
