using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class HandsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CallbackInput.Reorder MoveTo(CallbackId id, Instant place) => new(id, place, BookUnderTest.Supervisor, "urgent");

    [Fact]
    public void Moved_it_stands_elsewhere_and_its_own_place_stays()
    {
        var world = new BookUnderTest { Now = BookUnderTest.Start + (10 * Minute) };
        var first = world.Ask(1, "+15145550001", place: BookUnderTest.Start);
        var second = world.Ask(2, "+15145550002", place: BookUnderTest.Start + Minute);
        var told = world.Do(MoveTo(second, BookUnderTest.Start - Minute));
        Assert.Equal(new CallbackOutput.LeftLine(second), told[1]);
        Assert.Equal(BookUnderTest.Start - Minute, Assert.IsType<CallbackOutput.EnteredLine>(told[2]).Request.LinePlace);
        Assert.Equal(BookUnderTest.Start + Minute, world.Rows[second].Place);
        Assert.Equal((1, 2), (world.Book.PositionOf(second), world.Book.PositionOf(first)));
        Assert.Equal([second, first], world.Book.ReadPending(BookUnderTest.Queue).Select(r => r.Id));
        Assert.Equal(BookUnderTest.Start - Minute, world.Book.OldestPlace(BookUnderTest.Queue));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("moved", "supervisor", "2025-03-03 14:01:00Z -> 2025-03-03 13:59:00Z: urgent"), (changed.Event, changed.Who, changed.Why));
    }

    [Fact]
    public void A_move_outlives_a_restart_and_a_retry()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        var place = BookUnderTest.Start - Minute;
        world.Do(MoveTo(id, place));
        world.Fail(id);
        world.After(BookUnderTest.Terms.RetryDelay);
        Assert.Equal(place, world.Told.OfType<CallbackOutput.EnteredLine>().Last().Request.LinePlace);
        Assert.Equal(place, world.Restart().Told.OfType<CallbackOutput.EnteredLine>().Last().Request.LinePlace);
    }

    [Fact]
    public void Moved_during_an_offer_the_offer_goes_on_and_the_new_place_counts_after_it()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        Assert.Single(world.Do(MoveTo(id, BookUnderTest.Start - Minute)));
        Assert.Equal(CallbackStatus.Offering, world.Rows[id].Status);
        var told = world.Do(new CallbackInput.OfferRejected(id));
        Assert.Equal([new CallbackOutput.LeftLine(id), new CallbackOutput.EnteredLine(world.Rows[id])], told.Skip(1));
        Assert.Equal(BookUnderTest.Start - Minute, world.Rows[id].LinePlace);
    }

    [Fact]
    public void Back_at_its_own_place_it_is_not_moved_and_none_is_ahead_of_the_clock()
    {
        var world = new BookUnderTest { Now = BookUnderTest.Start + Minute };
        var id = world.Ask(1);
        world.Do(MoveTo(id, world.Now + Minute));
        Assert.Equal(world.Now, world.Rows[id].LinePlace);
        world.Do(MoveTo(id, BookUnderTest.Start));
        Assert.Null(world.Rows[id].Handling);
    }

    [Fact]
    public void A_retry_asked_for_ends_the_delay_without_using_an_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed);
        var told = world.Do(new CallbackInput.RetryNow(id, BookUnderTest.Supervisor, "the line is free now"));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("retry-asked", "supervisor", "the line is free now"), (changed.Event, changed.Who, changed.Why));
        Assert.Equal((CallbackStatus.Waiting, 1, null), (world.Rows[id].Status, world.Rows[id].AttemptsUsed, world.Rows[id].DueAt));
        Assert.Contains(id, world.Line);
    }

    [Fact]
    public void A_retry_asked_for_ends_a_hold()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Do(new CallbackInput.Hold(id, CallbackHold.Fault, null));
        world.Do(new CallbackInput.RetryNow(id, BookUnderTest.Supervisor, "looked at"));
        Assert.False(world.Rows[id].IsHeld);
        Assert.Contains(id, world.Line);
        world.Refused("not-in-state", new CallbackInput.RetryNow(id, BookUnderTest.Supervisor, "again"), id);
    }

    [Fact]
    public void Outside_hours_a_retry_asked_for_waits_for_them()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed);
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        world.Do(new CallbackInput.RetryNow(id, BookUnderTest.Supervisor, "now"));
        Assert.Empty(world.Line);
    }

    [Fact]
    public void Notes_travel_with_the_request_and_are_few_and_short()
    {
        var world = new BookUnderTest();
        world.Do(BookUnderTest.Request(1) with { Note = "speaks Cree", Who = "widget" });
        var id = new CallbackId(1);
        for (var i = 2; i <= CallbackLimits.Notes; i++)
        {
            world.Do(new CallbackInput.AddNote(id, $"note {i}", "1001"));
        }

        var notes = world.Rows[id].Handling!.Notes;
        Assert.Equal(new CallbackNote(world.Now, "widget", "speaks Cree"), notes[0]);
        Assert.Equal(new CallbackNote(world.Now, "1001", "note 20"), notes[^1]);
        world.Refused("too-many-notes", new CallbackInput.AddNote(id, "one more", "1001"), id);
        world.Refused("bad-note", new CallbackInput.AddNote(id, " ", "1001"), id);
        world.Refused("bad-note", new CallbackInput.AddNote(id, new string('x', CallbackLimits.NoteLength + 1), "1001"), id);
        Assert.Equal([new CallbackOutput.Refused(new CallbackId(2), "bad-note")], world.Do(BookUnderTest.Request(2, "+15145550002") with { Note = "" }));
    }

    [Fact]
    public void A_note_during_an_offer_leaves_the_offer_alone()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        Assert.Single(world.Do(new CallbackInput.AddNote(id, "ask for the file number", "1002")));
        Assert.Single(world.Do(new CallbackInput.OfferRejected(id)));
    }

    [Fact]
    public void What_was_told_to_the_customer_stays_with_the_request()
    {
        var world = new BookUnderTest();
        world.Do(BookUnderTest.Request(1) with { ToldWait = 840, Who = "widget" });
        Assert.Equal(840, world.Rows[new CallbackId(1)].ToldWait);
        Assert.Equal("widget", Assert.IsType<CallbackOutput.Changed>(world.Told[0]).Who);
    }

    [Fact]
    public void The_agent_who_is_offered_it_can_end_it_with_a_reason_and_no_other()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Refused("not-in-state", new CallbackInput.Dismiss(id, "1002", "not mine"), id);
        var told = world.Do(new CallbackInput.Dismiss(id, BookUnderTest.Agent, "answered by mail"));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("dismissed", BookUnderTest.Agent, "answered by mail"), (changed.Event, changed.Who, changed.Why));
        Assert.Equal((CallbackStatus.Cancelled, "dismissed: answered by mail"), (changed.Request.Status, changed.Request.EndReason));
        Assert.Equal(AttemptOutcome.Withdrawn, changed.Attempt!.Outcome);
        Assert.Equal(new CallbackOutput.LeftLine(id), told[1]);
    }

    [Fact]
    public void Dismissed_while_the_customer_is_rung_it_ends_when_the_attempt_fails()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Refused("not-in-state", new CallbackInput.Dismiss(id, "1002", "not mine"), id);
        world.Do(new CallbackInput.Dismiss(id, BookUnderTest.Agent, "wrong person"));
        Assert.Equal(CallbackStatus.Dialling, world.Rows[id].Status);
        Assert.Equal(CallbackStatus.Cancelled, world.Restart().Rows[id].Status);
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.AgentHungUp, null));
        Assert.Equal((CallbackStatus.Cancelled, "dismissed: wrong person"), (world.Rows[id].Status, world.Rows[id].EndReason));
    }
}
