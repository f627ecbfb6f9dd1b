using System.Globalization;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Ivr.Speaking;
using Rappel.Core.Schedules;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Schedule, Test Variable, Test Queue and Check callback: objects that choose an exit at once.</summary>
internal static class Decisions
{
    public static Step Ask(ScheduleObject ask, ScriptStage stage, Instant now)
    {
        if (!stage.Configuration.Schedules.TryGetValue(ask.Schedule, out var schedule))
        {
            stage.Problem($"no schedule {ask.Schedule}");
            return Step.Exit(ScheduleExit.Closed.Name);
        }

        return Step.Exit(ScheduleClock.Evaluate(schedule, now).Name);
    }

    public static Step Look(CheckCallbackObject check, ScriptStage stage)
    {
        stage.Call.Pending = stage.Environment.FindCallback(check.Queue);
        return Step.Exit(stage.Call.Pending is null ? ScriptExits.None : ScriptExits.Pending);
    }

    public static Step Test(TestVariableObject test, ScriptStage stage)
    {
        var name = test.Name.TrimStart('$');

        // To ask whether a variable is empty is to know that it may never have been set.
        var value = test.Comparison == Comparison.IsEmpty ? stage.Variables.Value(name) ?? "" : stage.Value(name);
        return Exit(Holds(test.Comparison, value, Template.Fill(test.Value, stage.Value)));
    }

    public static Step Test(TestQueueObject test, ScriptStage stage)
    {
        var queue = stage.Environment.Read(test.Queue);
        var waitsHere = stage.Environment.QueuePosition > 0 && (stage.Environment.Queue ?? test.Queue) == test.Queue;
        var ahead = waitsHere ? stage.Environment.QueuePosition - 1 : queue.Waiting;
        var expected = waitsHere ? stage.Environment.ExpectedWait : queue.ExpectedWait;
        return Exit(
            (test.NoAgentLoggedIn && queue.AgentsLoggedIn == 0)
            || (test.NoAgentFree && queue.AgentsFree == 0)
            || ahead >= test.CallsAhead
            || stage.Environment.Waited > test.WaitingLonger
            || expected > test.ExpectedWaitOver
            || (test.CallbackCapReached && queue.CallbackCapReached)
            || queue.ClosesIn <= test.ClosingWithin);
    }

    /// <summary>Whole numbers compare by size, anything else letter by letter. Equality is of the text: 007 is not 7.</summary>
    private static bool Holds(Comparison comparison, string left, string right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => Compare(left, right) < 0,
        Comparison.LessOrEqual => Compare(left, right) <= 0,
        Comparison.Greater => Compare(left, right) > 0,
        Comparison.GreaterOrEqual => Compare(left, right) >= 0,
        Comparison.IsEmpty => left.Length == 0,
        Comparison.StartsWith => left.StartsWith(right, StringComparison.Ordinal),
        _ => false,
    };

    private static int Compare(string left, string right) =>
        TryWhole(left, out var a) && TryWhole(right, out var b) ? a.CompareTo(b) : string.CompareOrdinal(left, right);

    private static bool TryWhole(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static Step Exit(bool holds) => Step.Exit(holds ? "true" : "false");
}
