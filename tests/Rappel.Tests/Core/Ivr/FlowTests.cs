using Rappel.Core.Config;
using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class FlowTests
{
    [Fact]
    public void An_empty_script_hangs_up_in_main_and_goes_back_to_waiting_in_a_queue()
    {
        Assert.IsType<IvrOutput.HangUp>(Assert.Single(ScriptBench.InMain().Fresh));
        var bench = ScriptBench.InQueue();
        Assert.Equal([new IvrOutput.PlayMusic(), new IvrOutput.TreatmentEnded()], bench.Fresh);
        Assert.Null(bench.Run.NextDeadline);
    }

    [Fact]
    public void An_exit_that_runs_out_does_not_go_on_after_the_object_that_holds_it()
    {
        var bench = ScriptBench.InMain(Menu(null, exits: ("1", [Say("one")])), Say("after")).Press("1").Listen();
        Assert.IsType<IvrOutput.HangUp>(Assert.Single(bench.Fresh));
    }

    [Fact]
    public void An_exit_that_is_not_there_is_an_empty_one() =>
        Assert.Equal([new IvrOutput.TookExit("menu", "no-input"), new IvrOutput.HangUp()], ScriptBench.InMain(Menu(null), Say("after")).Pass(5).Fresh);

    [Fact]
    public void A_loop_goes_round_and_an_exit_that_runs_out_in_it_too()
    {
        var bench = ScriptBench.InQueue(Loop(Say("hello"), Menu("choose", exits: ("1", [Say("one")])))).Listen();
        Assert.Equal("one", bench.Press("1").Heard);
        Assert.Equal("hello", bench.Listen().Heard);
        bench.Listen();
        bench.Listen();
        Assert.Equal("hello", bench.Pass(5).Heard);
    }

    [Fact]
    public void The_nearest_loop_is_the_one_that_goes_round()
    {
        var bench = ScriptBench.InQueue(Loop(Say("outer"), Loop(Say("inner")))).Listen();
        Assert.Equal("inner", bench.Heard);
        Assert.Equal("inner", bench.Listen().Heard);
    }

    [Fact]
    public void In_a_queue_music_plays_in_a_wait_and_is_asked_for_once()
    {
        var bench = ScriptBench.InQueue(Say("hello"), Wait(20), Wait(10), Say("still there")).Listen();
        Assert.Single(bench.Fresh.OfType<IvrOutput.PlayMusic>());
        Assert.Equal(bench.Now + TimeSpan.FromSeconds(20), bench.Run.NextDeadline);
        Assert.Empty(bench.Pass(19).Fresh);
        Assert.Equal("wait", bench.Pass(1).Path);
        Assert.DoesNotContain(bench.Fresh, o => o is IvrOutput.PlayMusic);
        Assert.Equal("still there", bench.Pass(10).Heard);
        bench.Listen();
        Assert.Equal([new IvrOutput.PlayMusic(), new IvrOutput.TreatmentEnded()], bench.Fresh);
    }

    [Fact]
    public void A_wait_of_nothing_waits_for_nothing() => Assert.Equal("on", ScriptBench.InQueue(Wait(0), Say("on")).Heard);

    [Fact]
    public void Goto_leads_into_exits_and_out_of_them()
    {
        var bench = ScriptBench.InMain(
            Label("top"), Say("menu"),
            Menu(null, exits: [("1", [Label("inside"), Say("inside"), HangUp]), ("2", [Goto("top")]), ("3", [Goto("inside")])])).Listen();
        Assert.Equal("menu", bench.Press("2").Heard);
        Assert.Equal("inside", bench.Listen().Press("3").Heard);
    }

    [Fact]
    public void Goto_into_a_loop_is_in_the_loop()
    {
        var bench = ScriptBench.InQueue(Menu(null, exits: ("1", [Goto("inside")])), Loop(Say("start"), Label("inside"), Say("inside")));
        Assert.Equal("inside", bench.Press("1").Heard);
        Assert.Equal("start", bench.Listen().Heard);
    }

    [Fact]
    public void An_unknown_label_is_told_and_is_an_empty_exit()
    {
        var bench = ScriptBench.InMain(Goto("nowhere"), Say("after"));
        Assert.Equal("no label nowhere here", Assert.Single(bench.Problems));
        Assert.IsType<IvrOutput.HangUp>(bench.Fresh.Last());
    }

    [Fact]
    public void A_circle_of_gotos_ends_in_a_problem_and_a_hang_up()
    {
        var bench = ScriptBench.InMain(Label("round"), Goto("round"));
        Assert.Contains("1000 objects", Assert.Single(bench.Problems), StringComparison.Ordinal);
        Assert.IsType<IvrOutput.HangUp>(bench.Fresh.Last());
        Assert.Equal(ScriptLimits.ObjectsWithoutWaiting, bench.Fresh.OfType<IvrOutput.Entered>().Count());
    }

    [Fact]
    public void So_does_a_loop_that_never_waits()
    {
        foreach (var bench in new[] { ScriptBench.InQueue(Loop()), ScriptBench.InQueue(Loop(Set("n", "$n + 1"))), ScriptBench.InQueue(Loop(Wait(0))) })
        {
            Assert.IsType<IvrOutput.HangUp>(bench.Fresh.Last());
            Assert.Single(bench.Problems);
        }
    }

    [Fact]
    public void Waiting_for_the_caller_starts_the_count_anew()
    {
        var bench = ScriptBench.InQueue(Loop(Say("hello"), Set("n", "$n + 1")));
        for (var i = 0; i < ScriptLimits.ObjectsWithoutWaiting; i++)
        {
            Assert.Equal("hello", bench.Listen().Heard);
        }
    }

    [Fact]
    public void Speech_that_ends_at_once_is_no_waiting()
    {
        var bench = ScriptBench.InQueue(Loop(Say("no audio")));
        for (var i = 0; i < ScriptLimits.ObjectsWithoutWaiting && !bench.Run.HasEnded; i++)
        {
            bench.Listen(0);
        }

        Assert.True(bench.Run.HasEnded);
        Assert.IsType<IvrOutput.HangUp>(bench.Fresh.Last());
    }

    [Theory]
    [InlineData(0, "open")]
    [InlineData(1, "second")]
    [InlineData(3, "closed")]
    public void A_schedule_takes_the_exit_of_the_hour(int hoursLater, string heard)
    {
        var ask = new ScheduleObject("schedule", false, "hours", To(("open", [Say("open")]), ("closed", [Say("closed")]), ("#2", [Say("second")])));
        var bench = ScriptBench.InMain(Menu(null, timeout: hoursLater * 3600, exits: ("no-input", [ask]))).Pass(hoursLater * 3600);
        Assert.Equal(heard, bench.Heard);
    }

    [Fact]
    public void After_the_end_nothing_matters()
    {
        var bench = ScriptBench.InMain(HangUp, Say("after"));
        Assert.IsType<IvrOutput.HangUp>(bench.Fresh.Last());
        Assert.Empty(bench.Press("1").Fresh);
        Assert.Empty(bench.Exit("busy").Fresh);
        bench.Run.Start(bench.Now);
        Assert.Empty(bench.Pass(100).Fresh);
    }

    [Fact]
    public void The_path_is_that_of_the_object_that_runs()
    {
        var bench = ScriptBench.InMain(Say("hello"), Say("goodbye"));
        Assert.Equal("say hello", bench.Run.CurrentPath);
        bench.Listen();
        Assert.Equal("say goodbye", bench.Run.CurrentPath);
    }
}
