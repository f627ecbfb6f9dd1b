using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>
/// Anything in any order, from a seed: sensible inputs, senseless ones, time, hours and restarts. What must hold always is checked from
/// what was told, not from what the book keeps.
/// </summary>
public class RandomBookTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 20));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_promises_hold_whatever_happens(int seed)
    {
        var random = new Random(seed);
        var inputs = new RandomInputs(random);
        var world = new BookUnderTest();
        var check = new BookPromises();
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

                check.Told(world, world.Do(inputs.Next(world)));
            }

            check.State(world);
        }

        Assert.True(check.Finals > 20, "The run must end requests to mean anything.");
    }

    [Fact]
    public void The_runs_bring_about_everything_that_can_happen()
    {
        var events = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var inputs = new RandomInputs(new Random(seed));
            var world = new BookUnderTest();
            for (var step = 0; step < 800; step++)
            {
                world.Now += step % 3 == 0 ? TimeSpan.FromSeconds(90) : TimeSpan.Zero;
                world.Do(inputs.Next(world));
            }

            events.UnionWith(world.Restart().Told.Concat(world.Told).OfType<CallbackOutput.Changed>().Select(c => c.Event));
        }

        var known = typeof(CallbackEvents).GetFields().Select(f => (string)f.GetValue(null)!).Order(StringComparer.Ordinal);
        Assert.Equal(known, events);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_restart_finds_the_book_as_it_was(int seed)
    {
        var inputs = new RandomInputs(new Random(seed));
        var world = new BookUnderTest();
        for (var step = 0; step < 300; step++)
        {
            world.Now += step % 5 == 0 ? TimeSpan.FromSeconds(60) : TimeSpan.Zero;
            world.Do(inputs.Next(world));
        }

        // Calls end with the process, and so does a hold for one: without those nothing may change.
        world.Do(new CallbackInput.TimePassed());
        foreach (var request in world.Book.ReadAll().ToList())
        {
            Rest(world, request);
        }

        var after = world.Restart();
        Assert.DoesNotContain(after.Told, t => t is CallbackOutput.Changed);
        Assert.True(world.Book.ReadAll().SequenceEqual(after.Book.ReadAll()));
        Assert.Equal(world.Line.OrderBy(i => i.Value), after.Line.OrderBy(i => i.Value));
        Assert.Equal(world.Book.NextDeadline, after.Book.NextDeadline);
        foreach (var queue in RandomInputs.Queues)
        {
            Assert.Equal(world.Book.ReadPending(queue).Select(r => r.Id), after.Book.ReadPending(queue).Select(r => r.Id));
            Assert.Equal(
                (world.Book.OpenCount(queue), world.Book.DelayedCount(queue), world.Book.HeldCount(queue), world.Book.OldestPlace(queue)),
                (after.Book.OpenCount(queue), after.Book.DelayedCount(queue), after.Book.HeldCount(queue), after.Book.OldestPlace(queue)));
        }
    }

    private static void Rest(BookUnderTest world, CallbackRequest request)
    {
        world.Do(new CallbackInput.OfferRejected(request.Id));
        world.Do(new CallbackInput.DiallingFailed(request.Id, AttemptOutcome.Busy, 486));
        world.Do(new CallbackInput.CallEnded(request.Id));
        world.Do(new CallbackInput.Release(request.Id, CallbackHold.OnTheLine, null));
    }
}
