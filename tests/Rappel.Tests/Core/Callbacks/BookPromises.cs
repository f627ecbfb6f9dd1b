using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>What was told so far, held against the promises.</summary>
internal sealed class BookPromises
{
    private readonly Dictionary<CallbackId, CallbackRequest> rows = [];
    private readonly Dictionary<CallbackId, Dictionary<int, CallbackAttempt>> attempts = [];

    public int Finals => rows.Values.Count(r => r.IsFinal);

    public void Restarted(BookUnderTest world)
    {
        Told(world, world.Told);
        Assert.Equal(rows.Keys.OrderBy(k => k.Value), world.Rows.Keys.OrderBy(k => k.Value));
        Assert.DoesNotContain(rows.Values, r => !r.IsFinal && r.Handling?.HeldBecause == CallbackHold.OnTheLine);
    }

    public void Told(BookUnderTest world, IReadOnlyList<CallbackOutput> told)
    {
        foreach (var changed in told.OfType<CallbackOutput.Changed>())
        {
            Row(world, changed);
            if (changed.Attempt is { } attempt)
            {
                Attempt(world, changed, attempt);
            }
        }
    }

    private void Row(BookUnderTest world, CallbackOutput.Changed changed)
    {
        var row = changed.Request;
        if (rows.TryGetValue(row.Id, out var before))
        {
            Assert.False(before.IsFinal, "A final state never changes.");
            Assert.Equal(before.Revision + 1, row.Revision);
            Assert.Equal((before.Place, before.RequestedAt, before.Interaction), (row.Place, row.RequestedAt, row.Interaction));
            Assert.True(row.AttemptsUsed >= before.AttemptsUsed && row.MachinesMet >= before.MachinesMet);
            Assert.True(row.ExpiresAt == before.ExpiresAt || changed.Event is CallbackEvents.Rescheduled or CallbackEvents.CallAgain
                || (changed.Event == CallbackEvents.Renewed && row.ExpiresAt > before.ExpiresAt), "The expiry is a promise.");
            Assert.True(row.LinePlace == before.LinePlace || ByHand(changed.Event), "Only people move a request.");
        }

        Assert.InRange(row.AttemptsUsed, 0, row.Terms.Attempts);
        Assert.InRange(row.MachinesMet, 0, CallbackLimits.MachinesMet);
        Assert.InRange(row.Handling?.Notes.Length ?? 0, 0, CallbackLimits.Notes);
        if (changed.Event is CallbackEvents.Offered or CallbackEvents.OfferAccepted or CallbackEvents.Due)
        {
            Assert.True(world.Now < row.ExpiresAt, "Nothing begins at or after the expiry.");
            Assert.True(row.Handling?.Window is not { } window || (window.From <= world.Now && world.Now < window.Until));
        }

        if (changed.Event is CallbackEvents.Offered)
        {
            Assert.False(row.IsHeld);
            Assert.True(world.Book.IsOpen(row.Terms.Queue, row.TimeZone));
            Assert.Equal(row.Handling?.AssignedAgent ?? row.Agent, row.Agent);
        }

        rows[row.Id] = row;
    }

    private static bool ByHand(string eventWord) =>
        eventWord is CallbackEvents.Moved or CallbackEvents.Rescheduled or CallbackEvents.RetryAsked or CallbackEvents.CallAgain;

    private void Attempt(BookUnderTest world, CallbackOutput.Changed changed, CallbackAttempt attempt)
    {
        var others = AttemptsOf(attempt.Callback);
        if (others.TryGetValue(attempt.Serial, out var before))
        {
            Assert.Null(before.Outcome);
            Assert.True(before.RungAt is null || before.RungAt == attempt.RungAt, "Rung once an attempt.");
        }
        else
        {
            Assert.True(world.Now < changed.Request.ExpiresAt);
            Assert.DoesNotContain(others.Values, a => a.Outcome is null);
        }

        others[attempt.Serial] = attempt;
    }

    private Dictionary<int, CallbackAttempt> AttemptsOf(CallbackId id)
    {
        if (!attempts.TryGetValue(id, out var found))
        {
            attempts.Add(id, found = []);
        }

        return found;
    }

    public void State(BookUnderTest world)
    {
        var open = rows.Values.Where(r => !r.IsFinal).OrderBy(r => r.Id.Value).ToList();
        Assert.True(open.SequenceEqual(world.Book.ReadAll()), "The book has the rows that were told last.");
        Assert.Equal(open.Count, open.Select(r => (r.Terms.Queue, r.Number)).Distinct().Count());
        open.ForEach(r => Request(world, r));
        Assert.DoesNotContain(world.Line, id => rows[id].IsFinal);
        foreach (var queue in RandomInputs.Queues)
        {
            Queue(world, queue, [.. open.Where(r => r.Terms.Queue == queue)]);
        }

        var inFlight = world.Book.ReadInFlight();
        Assert.True(open.Where(r => IsInFlight(r.Status)).SequenceEqual(inFlight.Select(f => f.Request).OrderBy(r => r.Id.Value)));
        Assert.True(inFlight.Zip(inFlight.Skip(1)).All(p => p.First.Since <= p.Second.Since), "Longest first.");
    }

    private void Request(BookUnderTest world, CallbackRequest request)
    {
        var rung = request.Status is CallbackStatus.Dialling or CallbackStatus.Connected;
        Assert.True(rung || world.Book.NextDeadline <= request.ExpiresAt, "Every open request has a future.");
        Assert.True(rung || world.Now < request.ExpiresAt);
        Assert.Same(request, world.Book.FindOpen(request.Terms.Queue, request.Number));

        var inLine = request.Status is CallbackStatus.Waiting or CallbackStatus.Offering
            && !request.IsHeld && world.Book.IsOpen(request.Terms.Queue, request.TimeZone);
        Assert.Equal(inLine, world.Line.Contains(request.Id));
        if (inLine && request.Status == CallbackStatus.Waiting)
        {
            var told = world.Standing[request.Id];
            Assert.Equal(
                (request.LinePlace, request.Terms.Queue, request.Handling?.AssignedAgent),
                (told.LinePlace, told.Terms.Queue, told.Handling?.AssignedAgent));
        }

        var tried = AttemptsOf(request.Id).Values;
        Assert.Equal(request.AttemptsUsed, tried.Count(a => a.Outcome is not null && a.UsesAttempt));
        Assert.Equal(request.CurrentAttempt is not null, tried.Any(a => a.Outcome is null));
    }

    private static void Queue(BookUnderTest world, string queue, List<CallbackRequest> open)
    {
        Assert.Equal(
            (open.Count, open.Count(r => r.Status == CallbackStatus.Delayed), open.Count(r => r.IsHeld), open.Count(r => IsInFlight(r.Status))),
            (world.Book.OpenCount(queue), world.Book.DelayedCount(queue), world.Book.HeldCount(queue), world.Book.InFlight(queue)));
        Assert.InRange(open.Count, 0, RandomInputs.Cap);
        Assert.Empty(open.Select(r => r.TimeZone).Except(world.Book.ZonesOf(queue)));

        var pending = open.Where(r => r.Status is not (CallbackStatus.Dialling or CallbackStatus.Connected))
            .OrderBy(r => r.LinePlace).ThenBy(r => r.Id.Value).ToList();
        Assert.True(pending.SequenceEqual(world.Book.ReadPending(queue)), "In order of their places in line.");
        Assert.True(Enumerable.Range(1, pending.Count).SequenceEqual(pending.Select(r => world.Book.PositionOf(r.Id))));
    }

    private static bool IsInFlight(CallbackStatus status) =>
        status is CallbackStatus.Offering or CallbackStatus.Dialling or CallbackStatus.Connected;
}
