using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>Hours that change for more requests than one turn takes.</summary>
public class LineMoveTests
{
    private const int Requests = (2 * CallbackLimits.MovesAtOnce) + 1;

    private readonly BookUnderTest _world = Filled();

    [Fact]
    public void A_closing_time_takes_so_many_out_of_line_at_once()
    {
        var told = Hours(open: false);

        Assert.Equal(CallbackLimits.MovesAtOnce, told.OfType<CallbackOutput.LeftLine>().Count());
        Assert.Equal(new CallbackOutput.LineMoving(BookUnderTest.Queue, true), told[^1]);
        Assert.Equal(_world.Now + CallbackLimits.MovePause, _world.Book.NextDeadline);
        Assert.Empty(_world.Do(new CallbackInput.TimePassed()));
        _world.After(CallbackLimits.MovePause);
        told = _world.After(CallbackLimits.MovePause);
        Assert.Equal(new CallbackOutput.LineMoving(BookUnderTest.Queue, false), told[^1]);
        Assert.Empty(_world.Line);
    }

    [Fact]
    public void Nothing_is_offered_from_closing_time_on_whoever_has_yet_to_leave()
    {
        Hours(open: false);
        var last = new CallbackId(Requests);

        Assert.Contains(last, _world.Line);
        _world.Offer(last);
        Assert.Equal(CallbackStatus.Waiting, _world.Rows[last].Status);
        Assert.Empty(_world.Attempts);
    }

    [Fact]
    public void An_offer_under_way_is_withdrawn_at_once()
    {
        var last = new CallbackId(Requests);
        _world.Offer(last);

        Hours(open: false);
        Assert.Equal(CallbackStatus.Waiting, _world.Rows[last].Status);
        Assert.DoesNotContain(last, _world.Line);
    }

    [Fact]
    public void Hours_that_begin_again_before_all_have_left_bring_all_back_once()
    {
        Hours(open: false);
        Hours(open: true);
        Settle();

        Assert.Equal(Requests, _world.Line.Count);
        Assert.Equal(
            Requests + CallbackLimits.MovesAtOnce, _world.Told.OfType<CallbackOutput.EnteredLine>().Count());
        Assert.Equal([true, false], _world.Told.OfType<CallbackOutput.LineMoving>().Select(m => m.Moving));
    }

    [Fact]
    public void One_that_ends_while_others_move_stays_out()
    {
        Hours(open: false);
        Settle();
        Hours(open: true);
        var last = new CallbackId(Requests);
        _world.Do(new CallbackInput.Cancel(last, BookUnderTest.Supervisor, "asked to"));
        Settle();

        Assert.Equal(Requests - 1, _world.Line.Count);
        Assert.DoesNotContain(last, _world.Line);
        Assert.Equal(_world.Rows[new CallbackId(1)].ExpiresAt, _world.Book.NextDeadline);
    }

    [Fact]
    public void A_few_move_at_once_and_nobody_waits()
    {
        var few = new BookUnderTest();
        few.Ask(1);
        var told = few.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        Assert.DoesNotContain(told, o => o is CallbackOutput.LineMoving);
        Assert.Empty(few.Line);
    }

    private IReadOnlyList<CallbackOutput> Hours(bool open) => _world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, open));

    private void Settle()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            _world.After(CallbackLimits.MovePause);
        }
    }

    private static BookUnderTest Filled()
    {
        var world = new BookUnderTest();
        for (var id = 1; id <= Requests; id++)
        {
            world.Do(BookUnderTest.Request(id, $"+1514{5_550_000 + id}", cap: 2 * Requests));
        }

        return world;
    }
}
