using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Tests.Core.Numbers;

public class DialPlanTrialTests
{
    private static readonly DialPlanSnapshot Plan = new("plan", "Plan",
    [
        new(@"(?:\+?1)?((?:514|438)[2-9]\d{6})", "+1$1", null, "America/Toronto", "carrier", false),
        new(@"(?:\+?1)?([2-9]\d\d[2-9]\d{6})", "+1$1", null, null, null, false),
        new(".*", null, "elsewhere", null, null, false),
    ]);

    private static readonly DialContext Own = new(ImmutableHashSet.Create("+15145550100"));

    [Theory]
    [InlineData("(514) 555-0123", "5145550123", 0, "110")]
    [InlineData("416 555 0123", "4165550123", 1, "010")]
    [InlineData("+442079460000", "+442079460000", 2, "001")]
    [InlineData("nobody", "", -1, "000")]
    public void Each_rule_tells_whether_it_matches_and_the_first_decides(string typed, string cleaned, int rule, string matched)
    {
        var trial = DialPlanTrial.Of(Plan with { Rules = [.. Plan.Rules.Select((r, i) => i == 2 ? r with { Pattern = @"\+44.*" } : r)] }, typed, Own);
        Assert.Equal((cleaned, rule < 0 ? null : (int?)rule, matched), (trial.Cleaned, trial.Rule, string.Concat(trial.Matched.Select(m => m ? '1' : '0'))));
    }

    [Theory]
    [InlineData("5145550123", "+15145550123")]
    [InlineData("911", null, RefusalKind.Rule)]
    [InlineData("5145550100", null, RefusalKind.OwnChannel)]
    [InlineData("19005550123", null, RefusalKind.Premium)]
    [InlineData("+442079460000", null, RefusalKind.Rule)]
    public void What_is_dialled_or_refused_is_what_a_call_would_have(string typed, string? number, RefusalKind refusal = default)
    {
        var trial = DialPlanTrial.Of(Plan, typed, Own);
        Assert.Equal(DialPlan.Dial(Plan, typed, Own), trial.Verdict);
        Assert.Equal(number, (trial.Verdict as DialVerdict.Dial)?.Number.Value);
        Assert.Equal(number is null ? refusal : (RefusalKind?)null, (trial.Verdict as DialVerdict.Refuse)?.Kind);
    }
}
