using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>
/// Anything in any order, from a seed: sensible inputs, senseless ones, time, hours and restarts. What must hold always is checked from
/// what was told, not from what the book keeps.
/// </summary>
public class RandomBookTests
{
    private static readonly AttemptOutcome[] Outcomes = Enum.GetValues<AttemptOutcome>();

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 15));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_promises_hold_whatever_happens(int seed)
    {
        var random = new Random(seed);
        var world = new BookUnderTest();
        var check = new Checks();
        for (var step = 0; step < 800; step++)
        {
            if (random.Next(300) == 0)
            {
                world = world.Restart(TimeSpan.FromSeconds(random.Next(2000)));
                check.Restarted(world);
            }
            else
            {
                world.Now += random.Next(4) == 0 ? TimeSpan.FromSeconds(random.Next(600)) : TimeSpan.Zero;
                if (random.Next(6) == 0 && world.Book.NextDeadline is { } next && next > world.Now)
                {
                    world.Now = next;
                }

                check.Told(world, world.Do(AnyInput(random, world)));
            }

            check.State(world);
        }

        Assert.True(check.Finals > 20, "The run must end requests to mean anything.");
    }

    private static CallbackInput AnyInput(Random random, BookUnderTest world)
    {
        var known = world.Rows.Values.Where(r => !r.IsFinal).ToList();
        var id = known.Count > 0 && random.Next(20) > 0 ? known[random.Next(known.Count)].Id : new CallbackId(random.Next(1, 400));
        return random.Next(16) switch
        {
            0 or 1 => AnyRequest(random, world),
            2 or 3 => new CallbackInput.OfferBegan(id, $"{1001 + random.Next(3)}"),
            4 or 5 => new CallbackInput.OfferAccepted(id),
            6 => new CallbackInput.OfferTimedOut(id),
            7 => new CallbackInput.OfferRejected(id),
            8 => new CallbackInput.RungCustomer(id),
            9 or 10 => new CallbackInput.DiallingFailed(id, Outcomes[random.Next(Outcomes.Length)], null),
            11 => new CallbackInput.CustomerConnected(id),
            12 => new CallbackInput.CallEnded(id),
            13 => random.Next(2) == 0 ? new CallbackInput.Cancel(id, "api", "why") : new CallbackInput.Serve(id),
            14 when random.Next(4) == 0 => new CallbackInput.HoursChanged(BookUnderTest.Queue, random.Next(3) > 0),
            _ => new CallbackInput.TimePassed(),
        };
    }

    private static CallbackInput.Request AnyRequest(Random random, BookUnderTest world) => BookUnderTest.Request(
        world.Rows.Count + 1,
        $"+1514555{random.Next(40):0000}",
        BookUnderTest.Terms with
        {
            Attempts = random.Next(1, 4),
            RetryDelay = TimeSpan.FromSeconds(random.Next(40, 1200)),
            CancelAfter = TimeSpan.FromSeconds(random.Next(120, 7200)),
            AgentNoAnswerUsesAttempt = random.Next(2) == 0,
        },
        world.Now - TimeSpan.FromSeconds(random.Next(900)),
        cap: 25);

    /// <summary>What was told so far, held against the promises.</summary>
    private sealed class Checks
    {
        private readonly Dictionary<CallbackId, CallbackRequest> rows = [];
        private readonly Dictionary<(CallbackId, int), CallbackAttempt> attempts = [];

        public int Finals => rows.Values.Count(r => r.IsFinal);

        public void Restarted(BookUnderTest world)
        {
            Told(world, world.Told);
            Assert.Equal(rows.Keys.Order(Comparer<CallbackId>.Create((a, b) => a.Value.CompareTo(b.Value))),
                world.Rows.Keys.OrderBy(k => k.Value));
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
                Assert.Equal((before.Place, before.ExpiresAt), (row.Place, row.ExpiresAt));
                Assert.True(row.AttemptsUsed >= before.AttemptsUsed);
            }

            Assert.InRange(row.AttemptsUsed, 0, row.Terms.Attempts);
            if (changed.Event is CallbackEvents.Offered or CallbackEvents.OfferAccepted or CallbackEvents.Due)
            {
                Assert.True(world.Now < row.ExpiresAt, "Nothing begins at or after the expiry.");
            }

            rows[row.Id] = row;
        }

        private void Attempt(BookUnderTest world, CallbackOutput.Changed changed, CallbackAttempt attempt)
        {
            if (attempts.TryGetValue((attempt.Callback, attempt.Serial), out var before))
            {
                Assert.Null(before.Outcome);
                Assert.True(before.RungAt is null || before.RungAt == attempt.RungAt, "Rung once an attempt.");
            }
            else
            {
                Assert.True(world.Now < changed.Request.ExpiresAt);
                Assert.DoesNotContain(attempts.Values, a => a.Callback == attempt.Callback && a.Outcome is null);
            }

            attempts[(attempt.Callback, attempt.Serial)] = attempt;
        }

        public void State(BookUnderTest world)
        {
            var open = rows.Values.Where(r => !r.IsFinal).ToList();
            Assert.Equal(open.Count, world.Book.Count);
            Assert.Equal(open.Count, open.Select(r => (r.Terms.Queue, r.Number)).Distinct().Count());
            foreach (var request in open)
            {
                var inFlight = request.Status is CallbackStatus.Dialling or CallbackStatus.Connected;
                Assert.True(inFlight || world.Book.NextDeadline <= request.ExpiresAt, "Every open request has a future.");
                Assert.True(inFlight || world.Now < request.ExpiresAt);
                var inLine = request.Status is CallbackStatus.Waiting or CallbackStatus.Offering && world.Book.IsOpen(BookUnderTest.Queue);
                Assert.Equal(inLine, world.Line.Contains(request.Id) && !inFlight);
                var ended = attempts.Values.Where(a => a.Callback == request.Id && a.Outcome is not null).ToList();
                Assert.Equal(request.AttemptsUsed, ended.Count(a => a.UsesAttempt));
                Assert.Equal(request.CurrentAttempt is not null, attempts.Values.Any(a => a.Callback == request.Id && a.Outcome is null));
            }

            Assert.All(rows.Values.Where(r => r.IsFinal), r => Assert.DoesNotContain(r.Id, world.Line));
            Assert.Equal(open.Count(r => r.Status == CallbackStatus.Delayed), world.Book.DelayedCount(BookUnderTest.Queue));
        }
    }
}
