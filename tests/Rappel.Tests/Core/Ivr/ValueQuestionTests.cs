using Rappel.Core.Config;
using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class ValueQuestionTests
{
    private static (string, ScriptObject[])[] Exits(string ok) =>
        [("ok", [Say(ok)]), ("no-input", [Say("silence")]), ("invalid", [Say("wrong")])];

    private static GetValueObject Phone(int tries = 1, int maximum = 10, string? dialPlan = "plan") =>
        Value("customer.phoneNumber", minimum: 10, maximum: maximum, tries: tries, dialPlan: dialPlan,
            exits: Exits("you typed $callbackPhoneNumber"));

    [Fact]
    public void The_terminator_ends_the_value()
    {
        var bench = ScriptBench.InMain(Value("$n", minimum: 2, maximum: 9, exits: Exits("got $n"))).Listen();
        Assert.Equal("got 1 2", bench.Press("12#").Heard);
        Assert.Equal("12", bench.Call.Variables["n"]);
    }

    [Fact]
    public void So_does_the_last_digit_that_fits()
    {
        var bench = ScriptBench.InMain(Value("$n", minimum: 2, maximum: 4, exits: Exits("got $n"))).Listen();
        Assert.Equal("got 1 2 3 4", bench.Press("1234").Heard);
    }

    [Fact]
    public void A_terminator_after_the_last_digit_that_fits_answers_nothing_else()
    {
        var bench = ScriptBench.InMain(
            Value("$n", maximum: 3, exits: ("ok", [Menu("sure?", exits: [("1", [Say("sure")]), ("invalid", [Say("wrong")])])]))).Listen();
        bench.Press("123");
        Assert.Equal("sure?", bench.Heard);
        Assert.Empty(bench.Press("#").Fresh);
        Assert.Equal("sure", bench.Press("1").Heard);
    }

    [Fact]
    public void A_terminator_long_after_is_an_answer_again()
    {
        var bench = ScriptBench.InMain(
            Value("$n", maximum: 3, exits: ("ok", [Menu("sure?", exits: [("#", [Say("sure")])])]))).Listen().Press("123").Listen();
        bench.Pass(3);
        Assert.Equal("sure", bench.Press("#").Heard);
    }

    [Fact]
    public void A_pause_after_a_digit_ends_the_value()
    {
        var bench = ScriptBench.InMain(Value("$n", minimum: 2, exits: Exits("got $n"))).Listen().Press("12");
        Assert.Equal(bench.Now + TimeSpan.FromSeconds(3), bench.Run.NextDeadline);
        Assert.Equal("got 1 2", bench.Pass(3).Heard);
    }

    [Theory]
    [InlineData("1#")]
    [InlineData("#")]
    public void Too_few_digits_are_invalid(string keys) =>
        Assert.Equal("wrong", ScriptBench.InMain(Value("$n", minimum: 2, exits: Exits("got $n"))).Listen().Press(keys).Heard);

    [Fact]
    public void A_pause_after_too_few_digits_is_invalid() =>
        Assert.Equal("wrong", ScriptBench.InMain(Value("$n", minimum: 2, exits: Exits("got $n"))).Listen().Press("1").Pass(3).Heard);

    [Fact]
    public void Nothing_typed_is_no_input()
    {
        var bench = ScriptBench.InMain(Value("$n", tries: 2, exits: Exits("got $n"))).Listen();
        Assert.Equal(bench.Now + TimeSpan.FromSeconds(8), bench.Run.NextDeadline);
        Assert.Equal("enter it", bench.Pass(8).Heard);
        bench.Listen();
        Assert.Equal("silence", bench.Pass(8).Heard);
    }

    [Fact]
    public void A_key_that_is_no_digit_is_passed_over() =>
        Assert.Equal("got 1 2", ScriptBench.InMain(Value("$n", exits: Exits("got $n"))).Listen().Press("1*A2#").Heard);

    [Fact]
    public void Without_terminator_hash_is_passed_over()
    {
        var bench = ScriptBench.InMain(Value("$n", terminator: null, exits: Exits("got $n"))).Listen().Press("1#2");
        Assert.Equal("got 1 2", bench.Pass(3).Heard);
    }

    [Fact]
    public void The_first_digit_cuts_the_prompt()
    {
        var bench = ScriptBench.InMain(Value("$n", exits: Exits("got $n"))).Press("1");
        Assert.IsType<IvrOutput.StopSpeaking>(Assert.Single(bench.Fresh));
        Assert.Equal("got 1 2", bench.Press("2#").Heard);
    }

    [Fact]
    public void Digits_in_a_say_that_may_be_interrupted_count()
    {
        var bench = ScriptBench.InMain(Say("your number please"), Value("$n", exits: Exits("got $n"))).Press("1");
        Assert.Equal(bench.Now + TimeSpan.FromSeconds(3), bench.Run.NextDeadline);
        Assert.Equal("got 1 2", bench.Press("2#").Heard);
    }

    [Fact]
    public void A_whole_value_typed_ahead_needs_no_prompt()
    {
        var bench = ScriptBench.InMain(Say("listen", interruptible: false), Value("$n", typeAhead: true, exits: Exits("got $n")));
        Assert.Equal("got 1 2", bench.Press("12#").Listen().Heard);
    }

    [Fact]
    public void A_wrong_value_typed_ahead_is_asked_for()
    {
        var bench = ScriptBench.InMain(
            Say("listen", interruptible: false), Value("$n", minimum: 3, tries: 2, typeAhead: true, exits: Exits("got $n")));
        Assert.Equal("enter it", bench.Press("12#9").Listen().Heard);
        Assert.Equal("got 3 4 5", bench.Press("345#").Heard);
    }

    [Fact]
    public void A_phone_number_is_stored_as_the_dial_plan_makes_it()
    {
        var bench = ScriptBench.InMain(Phone()).Listen();
        Assert.Equal("you typed 5 1 4, 5 5 5, 0 1 2 3", bench.Press("5145550123").Heard);
        Assert.Equal("+15145550123", bench.Call.CallbackNumber?.Value);
    }

    [Theory]
    [InlineData("5145559123")] // a rule refuses it
    [InlineData("1145550123")] // no rule knows it
    [InlineData("5145550100")] // the line that was dialled
    public void A_number_the_plan_refuses_is_asked_for_again(string refused)
    {
        var bench = ScriptBench.InMain(Phone(tries: 2)).Listen();
        Assert.Equal("enter it", bench.Press(refused).Heard);
        Assert.Null(bench.Call.CallbackNumber);
        Assert.Equal("wrong", bench.Press(refused).Heard);
        Assert.Equal("you typed 5 1 4, 5 5 5, 0 1 2 3", ScriptBench.InMain(Phone(tries: 2)).Press(refused).Press("5145550123").Heard);
    }

    [Fact]
    public void Without_a_plan_the_number_is_taken_as_it_is()
    {
        var bench = ScriptBench.InMain(Phone(maximum: 11, dialPlan: null)).Listen().Press("15145550123");
        Assert.Equal("15145550123", bench.Call.CallbackNumber?.Value);
    }

    [Theory]
    [InlineData("customer.accountNumber")]
    [InlineData("case.number")]
    public void Account_and_case_numbers_are_kept_by_name_and_spelled(string data)
    {
        var bench = ScriptBench.InMain(Value(data, exits: Exits($"got ${data}."))).Listen();
        Assert.Equal("got 1 2 3, 4 5 6 7.", bench.Press("1234567#").Heard);
        Assert.Equal("1234567", bench.Call.Variables[data]);
    }
}
