using Rappel.Core.Config;
using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class DigitQuestionTests
{
    private static readonly (string, ScriptObject[])[] Exits =
    [
        ("1", [Say("one")]), ("*", [Say("star")]), ("#", [Say("hash")]), ("no-input", [Say("silence")]), ("invalid", [Say("wrong")]),
    ];

    [Theory]
    [InlineData("1", "one")]
    [InlineData("*", "star")]
    [InlineData("#", "hash")]
    [InlineData("2", "wrong")]
    [InlineData("A", "wrong")]
    public void A_key_takes_its_exit_and_one_without_exit_is_invalid(string key, string heard)
    {
        var bench = ScriptBench.InMain(Menu("choose", exits: Exits));
        Assert.Equal("choose", bench.Heard);
        bench.Listen();
        Assert.Equal(heard, bench.Press(key).Heard);
    }

    [Fact]
    public void A_key_in_the_prompt_cuts_it()
    {
        var bench = ScriptBench.InMain(Menu("choose", exits: Exits)).Press("1");
        Assert.IsType<IvrOutput.StopSpeaking>(bench.Fresh[0]);
        Assert.Equal("one", bench.Heard);
    }

    [Fact]
    public void The_timeout_runs_from_the_end_of_the_prompt()
    {
        var bench = ScriptBench.InMain(Menu("choose", timeout: 5, exits: Exits)).Listen();
        Assert.Equal(bench.Now + TimeSpan.FromSeconds(5), bench.Run.NextDeadline);
        Assert.Empty(bench.Pass(4.9).Fresh);
        Assert.Equal("silence", bench.Pass(0.1).Heard);
    }

    [Fact]
    public void Without_a_prompt_the_timeout_runs_at_once()
    {
        var bench = ScriptBench.InMain(Menu(null, timeout: 5, exits: Exits));
        Assert.Equal(bench.Now + TimeSpan.FromSeconds(5), bench.Run.NextDeadline);
    }

    [Fact]
    public void It_is_asked_again_until_the_tries_are_used_up_and_the_last_failure_names_the_exit()
    {
        var bench = ScriptBench.InMain(Menu("choose", tries: 3, exits: Exits)).Listen();
        Assert.Equal("choose", bench.Pass(5).Heard);
        Assert.Equal("choose", bench.Press("7").Heard);
        bench.Listen();
        Assert.Equal("silence", bench.Pass(5).Heard);

        bench = ScriptBench.InMain(Menu("choose", tries: 2, exits: Exits)).Listen();
        Assert.Equal("choose", bench.Pass(5).Heard);
        Assert.Equal("wrong", bench.Press("7").Heard);
    }

    [Fact]
    public void A_prompt_whose_end_is_never_told_does_not_hold_the_caller()
    {
        var bench = ScriptBench.InMain(Menu("choose", timeout: 5, exits: Exits)).Pass(600);
        Assert.IsType<IvrOutput.StopSpeaking>(Assert.Single(bench.Fresh));
        Assert.Equal("silence", bench.Pass(5).Heard);
    }

    [Fact]
    public void Keys_in_a_say_that_may_be_interrupted_count()
    {
        var bench = ScriptBench.InMain(Say("press one"), Menu("choose", exits: Exits));
        Assert.Equal("one", bench.Press("1").Heard);
    }

    [Theory]
    [InlineData(false, "choose")]
    [InlineData(true, "one")]
    public void Keys_in_a_say_that_may_not_count_only_with_type_ahead(bool typeAhead, string heard)
    {
        var bench = ScriptBench.InMain(Say("listen", interruptible: false), Menu("choose", typeAhead: typeAhead, exits: Exits));
        Assert.Empty(bench.Press("1").Fresh);
        Assert.Equal(heard, bench.Listen().Heard);
    }

    [Theory]
    [InlineData(false, "choose")]
    [InlineData(true, "one")]
    public void Keys_in_the_music_count_only_with_type_ahead(bool typeAhead, string heard)
    {
        var bench = ScriptBench.InQueue(Wait(20), Menu("choose", typeAhead: typeAhead, exits: Exits)).Press("1");
        Assert.Equal(heard, bench.Pass(20).Heard);
    }

    [Fact]
    public void What_is_left_after_the_answer_was_pressed_before_the_next_question()
    {
        ScriptObject[] second = [Menu("sure?", exits: ("2", [Say("sure")]))];
        ScriptObject[] ahead = [Menu("sure?", typeAhead: true, exits: ("2", [Say("sure")]))];
        var first = Menu("choose", typeAhead: true, exits: [("1", second), ("3", ahead)]);
        var say = Say("listen", interruptible: false);
        Assert.Equal("sure?", ScriptBench.InMain(say, first).Press("12").Listen().Heard);
        Assert.Equal("sure", ScriptBench.InMain(say, first).Press("32").Listen().Heard);
    }

    [Fact]
    public void A_wrong_key_takes_what_was_typed_after_it_along()
    {
        var bench = ScriptBench.InMain(Say("listen", interruptible: false), Menu("choose", tries: 2, typeAhead: true, exits: Exits));
        Assert.Equal("choose", bench.Press("81").Listen().Heard);
        Assert.Equal("one", bench.Press("1").Heard);
    }

    [Fact]
    public void Keys_typed_ahead_are_kept_up_to_a_limit()
    {
        var bench = ScriptBench.InMain(
            Say("listen", interruptible: false),
            Value("$n", minimum: 1, maximum: 500, typeAhead: true, exits: ("ok", [Say("got $n")])));
        bench.Press(new string('7', ScriptLimits.KeysTypedAhead + 9));
        bench.Listen();
        bench.Pass(3);
        Assert.Equal(ScriptLimits.KeysTypedAhead, bench.Call.Variables["n"].Length);
    }

    [Fact]
    public void In_a_queue_music_plays_while_the_answer_is_awaited()
    {
        var bench = ScriptBench.InQueue(Menu("choose", exits: Exits)).Listen();
        Assert.IsType<IvrOutput.PlayMusic>(Assert.Single(bench.Fresh));
        Assert.DoesNotContain(ScriptBench.InMain(Menu("choose", exits: Exits)).Listen().Fresh, o => o is IvrOutput.PlayMusic);
    }
}
