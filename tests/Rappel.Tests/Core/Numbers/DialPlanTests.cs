using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Tests.Core.Numbers;

public class DialPlanTests
{
    private static readonly DialContext Own = new(ImmutableHashSet.Create("+15145550100"));

    private static readonly DialPlanSnapshot Plan = Of(
        Dials("(?:\\+?1)?([2-9]\\d\\d[2-9]\\d{6})", "+1$1", trunk: "carrier", zone: "America/Toronto"),
        Refuses("\\+33.*", "outre-mer"),
        Dials("\\+33(\\d+)", "+33$1"),
        Dials("10\\d\\d", null),
        Dials("9(\\d{3})", "$1"));

    [Theory]
    [InlineData("5145550123")]
    [InlineData("1 514 555-0123")]
    [InlineData("+1 (514) 555.0123")]
    [InlineData("514 555-0123")]
    public void However_it_is_typed_it_is_one_number(string typed) =>
        Assert.Equal(new DialVerdict.Dial(new PhoneNumber("+15145550123"), "carrier", "America/Toronto"), DialPlan.Dial(Plan, typed, Own));

    [Fact]
    public void The_first_rule_that_matches_wins() =>
        Assert.Equal(new DialVerdict.Refuse(RefusalKind.Rule, Said.Same("outre-mer")), DialPlan.Dial(Plan, "+33142685300", Own));

    [Fact]
    public void A_rule_without_rewrite_keeps_the_number() =>
        Assert.Equal(new DialVerdict.Dial(new PhoneNumber("1001"), null, null), DialPlan.Dial(Plan, "1001", Own));

    [Theory]
    [InlineData("", RefusalKind.NotANumber)]
    [InlineData("()-", RefusalKind.NotANumber)]
    [InlineData("+", RefusalKind.NotANumber)]
    [InlineData("514-FLOWERS", RefusalKind.NotANumber)]
    [InlineData("51+45550123", RefusalKind.NotANumber)]
    [InlineData("*67", RefusalKind.NoRule)]
    [InlineData("514555012", RefusalKind.NoRule)]
    [InlineData("51455501234", RefusalKind.NoRule)]
    [InlineData("911", RefusalKind.Emergency)]
    [InlineData("9-911", RefusalKind.Emergency)]
    [InlineData("112", RefusalKind.Emergency)]
    [InlineData("999", RefusalKind.Emergency)]
    [InlineData("900 555 0123", RefusalKind.Premium)]
    [InlineData("1 900 555 0123", RefusalKind.Premium)]
    [InlineData("416 976 1234", RefusalKind.Premium)]
    [InlineData("514 555 0100", RefusalKind.OwnChannel)]
    [InlineData("+15145550100", RefusalKind.OwnChannel)]
    public void What_we_cannot_or_may_not_dial_is_refused_with_its_kind(string typed, RefusalKind kind) =>
        Assert.Equal(kind, Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(Plan, typed, Own)).Kind);

    [Theory]
    [InlineData("911")]
    [InlineData("19005550123")]
    [InlineData("5145550100")]
    public void A_rule_that_says_so_dials_even_those(string typed)
    {
        var plan = Of(Dials("911", null) with { AllowReserved = true }, Dials("1?(\\d{10})", "+1$1") with { AllowReserved = true });

        Assert.IsType<DialVerdict.Dial>(DialPlan.Dial(plan, typed, Own));
    }

    [Fact]
    public void A_rewrite_cannot_make_an_emergency_number()
    {
        var plan = Of(Dials("(\\d)(\\d)(\\d)", "$3$2$1"));

        Assert.Equal(RefusalKind.Emergency, Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(plan, "119", Own)).Kind);
    }

    [Fact]
    public void A_rewrite_that_makes_no_number_is_refused()
    {
        var plan = Of(Dials("(\\d+)", "+$1$1"));

        Assert.Equal(RefusalKind.BadResult, Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(plan, "5145550123", Own)).Kind);
    }

    [Fact]
    public void A_digit_after_a_group_is_a_digit()
    {
        var plan = Of(Dials("(\\d{7})", "+1514$1"), Dials("8(\\d)", "$15145"));

        Assert.Equal("+15145550123", Assert.IsType<DialVerdict.Dial>(DialPlan.Dial(plan, "5550123", Own)).Number.Value);
        Assert.Equal("25145", Assert.IsType<DialVerdict.Dial>(DialPlan.Dial(plan, "82", Own)).Number.Value);
    }

    [Fact]
    public void An_alternative_does_not_escape_from_the_whole_number() =>
        Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(Of(Dials("10\\d\\d|20\\d\\d", null)), "100199", Own));

    // A backtracking engine needs minutes for the first; the second is as large as counts may make one.
    [Theory]
    [InlineData("(((\\d+)*)*)*#")]
    [InlineData("((\\d{1,40}){1,40})#")]
    public void No_rule_can_hang_the_server(string pattern)
    {
        var plan = Of(Dials(pattern, null));

        Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(plan, new string('1', 60), Own));
    }

    [Fact]
    public void What_is_too_long_is_no_number() =>
        Assert.Equal(RefusalKind.NotANumber, Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(Plan, new string('5', 1_000_000), Own)).Kind);

    private static DialPlanSnapshot Of(params ImmutableArray<DialRuleSnapshot> rules) => new("plan", "Plan", rules);

    private static DialRuleSnapshot Dials(string pattern, string? rewrite, string? trunk = null, string? zone = null) =>
        new(pattern, rewrite, null, zone, trunk, false);

    private static DialRuleSnapshot Refuses(string pattern, string reason) => new(pattern, null, reason, null, null, false);
}
