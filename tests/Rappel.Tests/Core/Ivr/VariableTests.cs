using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class VariableTests
{
    [Theory]
    [InlineData("seven", "seven")]
    [InlineData("$a + 1", "1")]
    [InlineData("$n + 1", "8")]
    [InlineData("$n - 1", "6")]
    [InlineData("$n - 9", "-2")]
    [InlineData("2 + $n", "9")]
    [InlineData("$n and $n", "7 and 7")]
    [InlineData("$word + 1", "big + 1")]
    [InlineData("$top + 1", "9223372036854775807")]
    [InlineData("costs $$5 or 5 $", "costs $5 or 5 $")]
    public void Set_variable_fills_and_reckons(string expression, string value)
    {
        var bench = ScriptBench.InMain(Set("n", "7"), Set("word", "big"), Set("top", "9223372036854775807"), Set("a", expression), Say("done"));
        Assert.Equal(value, bench.Call.Variables["a"]);
        Assert.Empty(bench.Problems);
    }

    [Fact]
    public void A_variable_cannot_grow_without_end()
    {
        var bench = ScriptBench.InMain(Set("a", "abcdefgh"), Label("again"), Set("a", "$a$a"), Goto("again"));
        Assert.Equal(ScriptLimits.VariableLength, bench.Call.Variables["a"].Length);
    }

    [Fact]
    public void System_variables_are_read_only()
    {
        var bench = ScriptBench.InMain(Set("queueposition", "1"), Say("done"));
        Assert.Equal("$queueposition is read only", Assert.Single(bench.Problems));
        Assert.Empty(bench.Call.Variables);
    }

    [Fact]
    public void An_unknown_variable_is_nothing_and_told_once()
    {
        var bench = ScriptBench.InMain(Say("hello $nobody."), Say("again $nobody."));
        Assert.Equal("hello.", bench.Heard);
        bench.Listen();
        Assert.Equal("variable $nobody has no value", Assert.Single(bench.Problems));
    }

    [Fact]
    public void Names_are_the_same_however_they_are_cased()
    {
        var bench = ScriptBench.InMain(Set("Team", "red"), Set("team", "blue"), Say("$team $TEAM $channel"));
        Assert.Equal("blue blue 5 1 4, 5 5 5, 0 1 0 0", bench.Heard);
        Assert.Equal("blue", Assert.Single(bench.Call.Variables).Value);
    }

    [Theory]
    [InlineData("5", Comparison.Equal, "5", true)]
    [InlineData("05", Comparison.Equal, "5", false)]
    [InlineData("5", Comparison.NotEqual, "6", true)]
    [InlineData("9", Comparison.Less, "10", true)]
    [InlineData("b", Comparison.Less, "a", false)]
    [InlineData("10", Comparison.LessOrEqual, "10", true)]
    [InlineData("10", Comparison.Greater, "9", true)]
    [InlineData("9", Comparison.GreaterOrEqual, "10", false)]
    [InlineData("", Comparison.IsEmpty, "", true)]
    [InlineData("x", Comparison.IsEmpty, "", false)]
    [InlineData("+1514", Comparison.StartsWith, "+1", true)]
    [InlineData("x1", Comparison.StartsWith, "+1", false)]
    [InlineData("7", Comparison.Equal, "$seven", true)]
    public void Test_variable_takes_true_or_false(string value, Comparison comparison, string other, bool holds)
    {
        var bench = ScriptBench.InMain(
            Set("seven", "7"), Set("a", value), Test("a", comparison, other, ("true", [Say("yes")]), ("false", [Say("no")])));
        Assert.Equal(holds ? "yes" : "no", bench.Heard);
    }

    [Fact]
    public void To_ask_whether_a_variable_is_empty_is_no_problem()
    {
        var bench = ScriptBench.InMain(Test("nobody", Comparison.IsEmpty, "", ("true", [Say("yes")])));
        Assert.Equal("yes", bench.Heard);
        Assert.Empty(bench.Problems);
    }

    [Fact]
    public void A_withheld_number_is_empty()
    {
        var bench = ScriptBench.InMain("en", null, Test("callerPhoneNumber", Comparison.IsEmpty, "", ("true", [Say("yes")])));
        Assert.Equal("yes", bench.Heard);
    }

    [Fact]
    public void System_variables_have_values_to_compare()
    {
        var environment = new FakeEnvironment { QueuePosition = 3, ExpectedWait = TimeSpan.FromSeconds(89.2), CallbackPosition = 2 };
        var bench = ScriptBench.With(environment, "fr", Set("all",
            "$callerPhoneNumber $callbackPhoneNumber $QueuePosition $ExpectedWait $Channel $Language $CallbackPosition"));
        Assert.Equal("+15145550177 +15145550177 3 90 +15145550100 fr 2", bench.Call.Variables["all"]);
    }

    [Fact]
    public void The_callback_number_can_be_set_and_taken_back()
    {
        var call = new ScriptCall(new PhoneNumber("+15145550177"), "main-line", "+15145550100", "en");
        ScriptBench.With(call, ScriptEntry.Main, Set("customer.phoneNumber", "+15145550188"));
        Assert.Equal("+15145550188", call.CallbackNumber?.Value);
        var bench = ScriptBench.With(call, ScriptEntry.Main, Say("$callbackPhoneNumber, $customer.phoneNumber"));
        Assert.Equal("5 1 4, 5 5 5, 0 1 8 8, 5 1 4, 5 5 5, 0 1 8 8", bench.Heard);
        ScriptBench.With(call, ScriptEntry.Main, Set("customer.phoneNumber", ""));
        Assert.Null(call.CallbackNumber);
    }

    [Fact]
    public void A_quantity_is_said_as_one_and_a_typed_number_spelled()
    {
        var bench = ScriptBench.InMain(
            Set("count", "12"), Set("code", "012"), Value("$pin", maximum: 2, exits: ("ok", [Say("$count, $code, $pin")])));
        Assert.Equal("12, 0 1 2, 1 2", bench.Press("12").Heard);
    }
}
