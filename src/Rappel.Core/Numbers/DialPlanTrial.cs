using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>What a dial plan makes of a number, and why: for whoever writes the plan.</summary>
/// <param name="Cleaned">The number as the rules see it, without what only helps the eye; empty where it is no number.</param>
/// <param name="Matched">For each rule, whether it matches the whole number.</param>
/// <param name="Rule">Index of the rule that decides: the first that matches; null where none does.</param>
public sealed record DialPlanTrial(string Cleaned, ImmutableArray<bool> Matched, int? Rule, DialVerdict Verdict)
{
    public static DialPlanTrial Of(DialPlanSnapshot plan, string typed, DialContext context)
    {
        var isNumber = NumberForm.TryNormalise(typed, out var cleaned);
        ImmutableArray<bool> matched = [.. plan.Rules.Select(rule => isNumber && DialPattern.Of(rule).IsMatch(cleaned))];
        var first = matched.IndexOf(true);
        return new DialPlanTrial(cleaned, matched, first < 0 ? null : first, DialPlan.Dial(plan, typed, context));
    }
}
