using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks.Lifecycle;

/// <summary>Every input, in each form that may lead elsewhere.</summary>
internal static class LifecycleInputs
{
    private const string Who = BookUnderTest.Supervisor;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>By the input's name; gives what the book told.</summary>
    public static IReadOnlyList<(string Input, Func<BookUnderTest, CallbackRequest, IReadOnlyList<CallbackOutput>> Act)> All { get; } =
    [
        .. OfCalls().Concat(OfHands()).Select(make => (
            make(BookUnderTest.Start, Sample()).GetType().Name,
            (Func<BookUnderTest, CallbackRequest, IReadOnlyList<CallbackOutput>>)((world, request) => world.Do(make(world.Now, request))))),
        .. Times(),
    ];

    private static IEnumerable<Func<Instant, CallbackRequest, CallbackInput>> OfCalls()
    {
        yield return (_, r) => new CallbackInput.OfferBegan(r.Id, BookUnderTest.Agent);
        yield return (_, r) => new CallbackInput.OfferAccepted(r.Id);
        yield return (_, r) => new CallbackInput.OfferTimedOut(r.Id);
        yield return (_, r) => new CallbackInput.OfferRejected(r.Id);
        yield return (_, r) => new CallbackInput.RungCustomer(r.Id);
        yield return (_, r) => new CallbackInput.AgentChanged(r.Id, "1002");
        foreach (var outcome in Enum.GetValues<AttemptOutcome>())
        {
            yield return (_, r) => new CallbackInput.DiallingFailed(r.Id, outcome, null);
        }

        yield return (_, r) => new CallbackInput.CustomerConnected(r.Id);
        yield return (_, r) => new CallbackInput.CallEnded(r.Id);
        yield return (_, r) => new CallbackInput.CallEnded(r.Id) { AwaitsOutcome = true };
        yield return (_, r) => new CallbackInput.Settle(r.Id);
        foreach (var outcome in Enum.GetValues<DecidedOutcome>())
        {
            yield return (_, r) => new CallbackInput.Decide(r.Id, BookUnderTest.Agent, new(outcome, null, null, "a", null));
        }

        yield return (_, r) => new CallbackInput.Cancel(r.Id, Who, "why");
        yield return (_, r) => new CallbackInput.Serve(r.Id);
        yield return (_, r) => new CallbackInput.HoursChanged(r.Terms.Queue, false);
        yield return (_, r) => new CallbackInput.HoursChanged(r.Terms.Queue, true);
        foreach (var choice in Enum.GetValues<DuplicateChoice>())
        {
            yield return (_, r) => BookUnderTest.Request(99, r.Number, r.Terms with { Duplicates = choice });
        }
    }

    private static IEnumerable<Func<Instant, CallbackRequest, CallbackInput>> OfHands()
    {
        yield return (_, r) => new CallbackInput.Hold(r.Id, CallbackHold.Fault, Who);
        yield return (_, r) => new CallbackInput.Release(r.Id, null, Who);
        yield return (now, r) => new CallbackInput.Reorder(r.Id, now - Hour, Who, "why");
        yield return (_, r) => new CallbackInput.RetryNow(r.Id, Who, "why");
        yield return (now, r) => new CallbackInput.Reschedule(r.Id, new(now + Hour, now + (2 * Hour)), Who, "why");
        yield return (now, r) => new CallbackInput.Reschedule(r.Id, new(now, now + Hour), Who, "why");
        yield return (_, r) => new CallbackInput.ChangeNumber(r.Id, "+15145559999", null, null, Who, "why");
        yield return (_, r) => new CallbackInput.Assign(r.Id, "1002", Who, "why");
        yield return (_, r) => new CallbackInput.Assign(r.Id, null, Who, "why");
        yield return (_, r) => new CallbackInput.Transfer(r.Id, "other", 10, Who, "why");
        yield return (_, r) => new CallbackInput.AddNote(r.Id, "note", Who);
        yield return (_, r) => new CallbackInput.Dismiss(r.Id, BookUnderTest.Agent, "why");
    }

    private static IEnumerable<(string, Func<BookUnderTest, CallbackRequest, IReadOnlyList<CallbackOutput>>)> Times()
    {
        yield return ("TimePassed", (world, _) => world.After(ToDeadline(world)));
        yield return ("TimePassed", (world, request) => world.After(ToExpiry(world, request)));
        yield return (LifecycleExplorer.Restart, (world, _) => world.Restart().Told);
        yield return (LifecycleExplorer.Restart, (world, _) => world.Restart(ToDeadline(world)).Told);
        yield return (LifecycleExplorer.Restart, (world, request) => world.Restart(ToExpiry(world, request)).Told);
    }

    private static TimeSpan ToDeadline(BookUnderTest world) => NotBack((world.Book.NextDeadline ?? world.Now) - world.Now);

    private static TimeSpan ToExpiry(BookUnderTest world, CallbackRequest request) => NotBack(request.ExpiresAt - world.Now);

    private static TimeSpan NotBack(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private static CallbackRequest Sample()
    {
        var world = new BookUnderTest();
        return world.Rows[world.Ask(1)];
    }
}
