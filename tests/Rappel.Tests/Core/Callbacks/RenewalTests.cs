using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks;

public class RenewalTests
{
    private static readonly ImmutableDictionary<string, string> Said = ImmutableDictionary<string, string>.Empty.Add("case", "42");

    private static CallbackInput.Request Again(DuplicateChoice choice) =>
        BookUnderTest.Request(2, terms: BookUnderTest.Terms with { Duplicates = choice, CancelAfter = TimeSpan.FromMinutes(2) }) with
        {
            Language = "en",
            Variables = Said,
        };

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Dialling)]
    [InlineData(CallbackStatus.Delayed)]
    public void Renewed_its_time_begins_anew_and_its_place_stays(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        var before = world.Rows[id];
        world.Now += TimeSpan.FromMinutes(1);
        var told = world.Do(Again(DuplicateChoice.Renew) with { Number = before.Number });
        var row = world.Rows[id];
        Assert.Equal("renewed", Assert.IsType<CallbackOutput.Changed>(told[0]).Event);
        Assert.Equal(new CallbackOutput.AlreadyPending(new CallbackId(2), row), told[1]);
        Assert.Equal(2, told.Count);
        Assert.Equal(before with
        {
            Revision = before.Revision + 1,
            ExpiresAt = world.Now + BookUnderTest.Terms.CancelAfter,
            Language = "en",
            Variables = Said,
        }, row);
    }

    [Fact]
    public void Kept_nothing_of_it_changes()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        Assert.Equal([new CallbackOutput.AlreadyPending(new CallbackId(2), world.Rows[id])], world.Do(Again(DuplicateChoice.Keep)));
    }

    [Fact]
    public void A_window_stays_the_customers_word()
    {
        var world = new BookUnderTest();
        var window = new CallbackWindow(world.Now + TimeSpan.FromMinutes(5), world.Now + TimeSpan.FromMinutes(10));
        world.Do(BookUnderTest.Request(1) with { Window = window });
        world.Do(Again(DuplicateChoice.Renew));
        var row = world.Rows[new CallbackId(1)];
        Assert.Equal((window.Until, "en", CallbackStatus.Delayed), (row.ExpiresAt, row.Language, row.Status));
    }

    [Fact]
    public void An_expiry_is_never_brought_forward()
    {
        var world = new BookUnderTest();
        var window = new CallbackWindow(world.Now + TimeSpan.FromHours(6), world.Now + TimeSpan.FromHours(9));
        world.Do(BookUnderTest.Request(1) with { Window = window });
        world.Do(new CallbackInput.RetryNow(new CallbackId(1), BookUnderTest.Supervisor, "is at home now"));
        world.Do(Again(DuplicateChoice.Renew));
        var row = world.Rows[new CallbackId(1)];
        Assert.Equal((window.Until, CallbackStatus.Waiting, "en"), (row.ExpiresAt, row.Status, row.Language));
    }

    [Theory]
    [InlineData(DuplicateChoice.Keep)]
    [InlineData(DuplicateChoice.Renew)]
    public void An_end_kept_in_mind_is_taken_back_since_the_caller_is_told_that_it_stands(DuplicateChoice choice)
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(new CallbackInput.Cancel(id, "api", "asked"));
        world.Do(Again(choice));
        Assert.Null(world.Rows[id].EndReason);
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.Busy, 486));
        Assert.Equal(CallbackStatus.Delayed, world.Rows[id].Status);
    }

    [Theory]
    [InlineData(DuplicateChoice.Keep)]
    [InlineData(DuplicateChoice.Renew)]
    public void What_was_noted_with_the_second_goes_with_the_first(DuplicateChoice choice)
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);

        var told = world.Do(Again(choice) with { Note = "Speak slowly.", Who = "web" });

        Assert.Equal(new CallbackNote(world.Now, "web", "Speak slowly."), Assert.Single(world.Rows[id].Handling!.Notes));
        Assert.Equal(new CallbackOutput.AlreadyPending(new CallbackId(2), world.Rows[id]), told[^1]);
    }

    [Fact]
    public void A_request_with_all_the_notes_it_may_have_takes_no_more()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        for (var i = 0; i <= CallbackLimits.Notes; i++)
        {
            world.Do(Again(DuplicateChoice.Keep) with { Note = $"{i}" });
        }

        Assert.Equal(CallbackLimits.Notes, world.Rows[id].Handling!.Notes.Length);
    }

    [Fact]
    public void A_customer_who_talks_to_us_already_renews_nothing()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        Assert.Equal([new CallbackOutput.AlreadyPending(new CallbackId(2), world.Rows[id])], world.Do(Again(DuplicateChoice.Renew)));
    }
}
