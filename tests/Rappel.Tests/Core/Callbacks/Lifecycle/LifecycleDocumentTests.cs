using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Storage;

namespace Rappel.Tests.Core.Callbacks.Lifecycle;

/// <summary>Holds docs/callback-lifecycle.md against the book: nothing happens that is not written there, and nothing is written that cannot happen.</summary>
public class LifecycleDocumentTests
{
    private static readonly LifeOfRequests Observed = LifecycleExplorer.Explore();

    [Fact]
    public void Every_input_is_tried() => Same(
        typeof(CallbackInput).GetNestedTypes().Select(t => t.Name).Append(LifecycleExplorer.Restart),
        LifecycleInputs.All.Select(i => i.Input).Distinct());

    [Fact]
    public void Every_status_and_outcome_is_brought_about()
    {
        Same(Enum.GetValues<CallbackStatus>().Select(Words.Of), Observed.Transitions.Select(t => t.To).Distinct());
        Same(Enum.GetValues<AttemptOutcome>().Select(Words.Of), Observed.Endings.Select(e => e.Outcome).Distinct());
    }

    [Fact]
    public void The_table_lists_the_transitions_that_happen_and_no_other() => Same(
        Observed.Transitions.Select(Text), LifecycleDocument.Listed().Select(Text));

    [Fact]
    public void The_diagram_draws_the_transitions_between_states_that_happen_and_no_other() => Same(
        Observed.Transitions.Where(t => !t.Stays).Select(Text), LifecycleDocument.Drawn().Select(Text));

    [Fact]
    public void The_diagram_ends_where_nothing_more_happens() => Same(
        Enum.GetValues<CallbackStatus>().Where(s => s >= CallbackStatus.Completed).Select(Words.Of), LifecycleDocument.DrawnFinals());

    [Fact]
    public void The_table_of_outcomes_says_what_each_costs_and_leads_to() => Same(
        Observed.Endings.Select(Text), LifecycleDocument.Outcomes().Select(Text));

    [Fact]
    public void Nothing_leads_out_of_a_final_state() => Assert.DoesNotContain(
        Observed.Transitions, t => Enum.GetValues<CallbackStatus>().Any(s => s >= CallbackStatus.Completed && Words.Of(s) == t.From));

    private static string Text(Transition t) => $"{(t.From.Length > 0 ? t.From : "new")} | {t.Input} | {t.To}";

    private static string Text(Ending e) => $"{e.Outcome} | {(e.Used ? "yes" : "no")} | {e.Next}";

    /// <summary>The same lines, each once, in any order; says which are missing on either side.</summary>
    private static void Same(IEnumerable<string> happens, IEnumerable<string> written)
    {
        var real = happens.Order(StringComparer.Ordinal).ToList();
        var said = written.Order(StringComparer.Ordinal).ToList();
        var undocumented = real.Except(said).Select(line => $"happens, but is not written: {line}");
        var impossible = said.Except(real).Select(line => $"is written, but cannot happen: {line}");
        var twice = said.GroupBy(line => line).Where(g => g.Count() > 1).Select(g => $"is written twice: {g.Key}");
        Assert.Equal("", string.Join('\n', undocumented.Concat(impossible).Concat(twice)));
    }
}
