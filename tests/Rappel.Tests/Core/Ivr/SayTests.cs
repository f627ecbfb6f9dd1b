using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class SayTests
{
    [Fact]
    public void What_is_said_is_followed_by_the_next_object_when_it_has_been_heard()
    {
        var bench = ScriptBench.InMain(Say("hello"), Say("goodbye"));
        Assert.Equal("hello", bench.Heard);
        Assert.Equal("goodbye", bench.Listen().Heard);
        bench.Listen();
        Assert.IsType<IvrOutput.HangUp>(bench.Fresh.Last());
        Assert.True(bench.Run.HasEnded);
    }

    [Fact]
    public void The_end_of_something_said_before_ends_nothing()
    {
        var bench = ScriptBench.InMain(Say("one"), Say("two", interruptible: false), Say("three"));
        var first = bench.Fresh.OfType<IvrOutput.Speak>().Single().Token;
        Assert.Equal("two", bench.Press("1").Heard);
        Assert.Empty(bench.Handle(new IvrInput.SpeakEnded(first)).Fresh);
        Assert.Equal("three", bench.Listen().Heard);
    }

    [Fact]
    public void A_key_cuts_what_may_be_interrupted()
    {
        var bench = ScriptBench.InMain(Say("long story"), Say("never cut", interruptible: false));
        bench.Press("5");
        Assert.IsType<IvrOutput.StopSpeaking>(bench.Fresh[0]);
        Assert.Equal("never cut", bench.Heard);
        Assert.Empty(bench.Press("5").Fresh);
    }

    [Fact]
    public void One_key_spares_all_that_may_be_interrupted_on_the_way_to_the_question()
    {
        var bench = ScriptBench.InMain(Say("one"), Say("two"), Menu("menu", exits: ("3", [Say("three")])));
        Assert.Equal("three", bench.Press("3").Heard);
        Assert.Equal("say two > menu > say three", bench.Path);
    }

    [Fact]
    public void A_loop_without_question_is_not_skipped_for_ever_by_one_key()
    {
        var bench = ScriptBench.InQueue(Loop(Say("one"), Say("two")));
        Assert.Equal("one", bench.Press("1").Heard);
        Assert.Equal("two", bench.Listen().Heard);
    }

    [Fact]
    public void A_prompt_is_played_in_the_language_of_the_call()
    {
        Assert.Equal("[audio/welcome.wav]", ScriptBench.InMain(Play("welcome")).Heard);
        Assert.Equal("Bienvenue, position 0", ScriptBench.InMain("fr", null, Play("welcome")).Heard);
    }

    [Fact]
    public void A_missing_language_falls_back_to_the_tenant_s_with_its_voice()
    {
        var bench = ScriptBench.InMain("fr", null, Say("hello"));
        var speech = Assert.IsType<AudioSegment.Speech>(Assert.Single(bench.Fresh.OfType<IvrOutput.Speak>().Single().Segments));
        Assert.Equal(("hello", "en"), (speech.Text, speech.Language));
    }

    [Fact]
    public void An_object_may_speak_a_language_of_its_own()
    {
        var bench = ScriptBench.InMain(Say("hello", french: "bonjour", language: "fr"), Say("hello", french: "bonjour"));
        Assert.Equal("bonjour", bench.Heard);
        Assert.Equal("hello", bench.Listen().Heard);
    }

    [Fact]
    public void Nothing_to_say_is_told_once_and_passed_over()
    {
        var silent = Say("x") with { Utterances = [], Path = "silent" };
        var missing = Play("no such prompt");
        var bench = ScriptBench.InMain(Label("again"), silent, missing, Say("after"), Goto("again"));
        Assert.Equal("after", bench.Heard);
        bench.Listen();
        Assert.Equal("nothing to say in en", Assert.Single(bench.Problems));
    }

    [Fact]
    public void A_prompt_whose_end_is_never_told_counts_as_ended()
    {
        var bench = ScriptBench.InMain(Say("hello"), Say("goodbye"));
        Assert.Equal(bench.Now + ScriptLimits.LongestSpeech, bench.Run.NextDeadline);
        Assert.Equal("goodbye", bench.Pass(600).Heard);
    }

    [Fact]
    public void Set_language_changes_what_follows()
    {
        var bench = ScriptBench.InMain(Speak("fr"), Say("hello", french: "bonjour"));
        Assert.Equal("bonjour", bench.Heard);
        Assert.Equal("fr", bench.Call.Language);
        Assert.Equal(new IvrOutput.LanguageChanged("fr"), bench.Fresh.OfType<IvrOutput.LanguageChanged>().Single());
    }
}
