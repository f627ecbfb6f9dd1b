using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks.Lifecycle;

/// <summary>Brings the real book into every situation, sends every input, and notes what came of it.</summary>
internal static class LifecycleExplorer
{
    /// <summary>The one that is no input: the process ended, and another restores the book.</summary>
    public const string Restart = "Restart";

    /// <summary>The ways into each status that is not final.</summary>
    private static readonly Func<BookUnderTest, CallbackTerms, CallbackId>[] Entrances =
    [
        (w, terms) => w.Into(CallbackStatus.Waiting, terms: terms),
        (w, terms) => w.Into(CallbackStatus.Offering, terms: terms),
        (w, terms) => w.Into(CallbackStatus.Dialling, terms: terms),
        (w, terms) => w.Into(CallbackStatus.Connected, terms: terms),
        (w, terms) => w.Into(CallbackStatus.Delayed, terms: terms with { Attempts = 3 }),
        NotRungYet,
        WithTheTrunkDown,
        ConnectedThoughHeld,
        (w, terms) => w.Decided(null, terms),
        (w, terms) => w.Decided(new(DecidedOutcome.VoicemailReached, null, null, "a", null), terms),
        (w, terms) => w.Decided(new(DecidedOutcome.WrongNumber, null, null, "a", null), terms),
        (w, terms) => w.Decided(new(DecidedOutcome.CallAgain, null, null, "a", null), terms),
        (w, terms) => w.Decided(new(DecidedOutcome.CallAgain, w.Now + TimeSpan.FromHours(3), null, "a", null), terms),
        (w, terms) => TalkedBeyondExpiry(w, terms),
    ];

    private static readonly CallbackTerms[] Terms =
    [
        BookUnderTest.Terms,
        BookUnderTest.Terms with { Attempts = 1 },
        BookUnderTest.Terms with { AgentNoAnswerUsesAttempt = false, Duplicates = DuplicateChoice.Renew },
        BookUnderTest.Terms with { OnMachine = MachineAction.CountAsAttempt },
        BookUnderTest.Terms with { Attempts = 1, CancelAfter = CallbackLimits.MaximumCancelAfter, OnMachine = MachineAction.LeaveMessage },
    ];

    /// <summary>What may have happened to it on the way; most is refused in some statuses, which does no harm.</summary>
    private static readonly Action<BookUnderTest, CallbackId>[] Circumstances =
    [
        (_, _) => { },
        (w, id) => w.Do(new CallbackInput.Hold(id, CallbackHold.ByHand, null)),
        (w, id) => w.Do(new CallbackInput.Hold(id, CallbackHold.OnTheLine, null)),
        (w, id) => w.Do(new CallbackInput.Assign(id, BookUnderTest.Agent, "s", "w")),
        (w, id) => w.Do(new CallbackInput.OfferRejected(id)),
        (w, id) => w.Do(new CallbackInput.Dismiss(id, BookUnderTest.Agent, "w")),
        (w, id) => MarkEnd(w, id, new CallbackInput.Cancel(id, "s", "w")),
        (w, id) => MarkEnd(w, id, new CallbackInput.Serve(id)),
        (w, id) => w.Do(new CallbackInput.Reschedule(id, new(w.Now + TimeSpan.FromHours(1), w.Now + TimeSpan.FromHours(2)), "s", "w")),
        (w, id) => w.Now += w.Rows[id].Status is CallbackStatus.Dialling ? w.Rows[id].Terms.CancelAfter : TimeSpan.Zero,
    ];

    public static LifeOfRequests Explore()
    {
        var life = LifeOfRequests.New();
        Begin(life);
        foreach (var prepare in Situations())
        {
            foreach (var (input, act) in LifecycleInputs.All)
            {
                var world = new BookUnderTest();
                var id = prepare(world);
                if (world.Rows[id] is { IsFinal: false } before)
                {
                    life.Watch(input, before, act(world, before));
                }
            }
        }

        return life;
    }

    private static void Begin(LifeOfRequests life)
    {
        var window = new CallbackWindow(BookUnderTest.Start + TimeSpan.FromHours(1), BookUnderTest.Start + TimeSpan.FromHours(2));
        life.Watch("Request", null, new BookUnderTest().Do(BookUnderTest.Request(1)));
        life.Watch("Request", null, new BookUnderTest().Do(BookUnderTest.Request(1) with { Window = window }));
    }

    private static IEnumerable<Func<BookUnderTest, CallbackId>> Situations()
    {
        foreach (var enter in Entrances)
        {
            foreach (var terms in Terms)
            {
                foreach (var circumstance in Circumstances)
                {
                    yield return world =>
                    {
                        var id = enter(world, terms);
                        circumstance(world, id);
                        return id;
                    };
                }
            }
        }
    }

    /// <summary>Only while the customer is rung is an end kept in mind; else it would be one.</summary>
    private static void MarkEnd(BookUnderTest world, CallbackId id, CallbackInput end)
    {
        if (world.Rows[id].Status == CallbackStatus.Dialling)
        {
            world.Do(end);
        }
    }

    private static CallbackId NotRungYet(BookUnderTest world, CallbackTerms terms)
    {
        var id = world.Into(CallbackStatus.Offering, terms: terms);
        world.Do(new CallbackInput.OfferAccepted(id));
        return id;
    }

    /// <summary>So often that the next failure counts.</summary>
    private static CallbackId WithTheTrunkDown(BookUnderTest world, CallbackTerms terms)
    {
        var id = world.Ask(1, terms: terms);
        for (var i = 0; i < CallbackLimits.TrunkFailures; i++)
        {
            world.Fail(id, AttemptOutcome.TrunkFailure);
            world.After(CallbackLimits.TrunkBackOffMaximum);
        }

        world.Ring(id);
        return id;
    }

    private static CallbackId TalkedBeyondExpiry(BookUnderTest world, CallbackTerms terms)
    {
        var id = world.Decided(new(DecidedOutcome.VoicemailReached, null, null, "a", null), terms);
        world.Now = world.Rows[id].ExpiresAt;
        return id;
    }

    private static CallbackId ConnectedThoughHeld(BookUnderTest world, CallbackTerms terms)
    {
        var id = world.Into(CallbackStatus.Dialling, terms: terms);
        world.Do(new CallbackInput.Hold(id, CallbackHold.ByHand, null));
        world.Do(new CallbackInput.CustomerConnected(id));
        return id;
    }
}
