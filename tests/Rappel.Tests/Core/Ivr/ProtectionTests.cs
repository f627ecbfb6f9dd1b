using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class ProtectionTests
{
    private static IEnumerable<bool> Edges(ScriptBench bench) => bench.All.OfType<IvrOutput.ProtectionChanged>().Select(p => p.Protected);

    [Fact]
    public void A_protected_object_protects_while_it_runs_its_prompt_included()
    {
        var bench = ScriptBench.InQueue(Menu("choose", protect: true, exits: ("1", [Say("one")])));
        Assert.IsType<IvrOutput.ProtectionChanged>(bench.Fresh[1]);
        Assert.IsType<IvrOutput.Speak>(bench.Fresh[2]);
        Assert.True(bench.Run.IsProtected);
        bench.Listen();
        Assert.True(bench.Run.IsProtected);
        bench.Press("1");
        Assert.False(bench.Run.IsProtected);
        Assert.Equal([true, false], Edges(bench));
    }

    [Fact]
    public void Two_in_a_row_leave_no_gap()
    {
        var bench = ScriptBench.InQueue(Say("one", protect: true), Set("a", "1"), Say("two", protect: true), Wait(5)).Listen();
        Assert.Equal([true], Edges(bench));
        bench.Listen();
        Assert.Equal([true, false], Edges(bench));
    }

    [Fact]
    public void A_callback_is_protected_from_the_confirming_key_on()
    {
        var bench = ScriptBench.InQueue(Menu("sure?", exits: ("1", [Callback(("refused", [Say("sorry")]))])));
        bench.Press("1");
        Assert.True(bench.Run.IsProtected);
        var at = bench.Fresh.FindIndex(o => o is IvrOutput.ProtectionChanged);
        Assert.True(at < bench.Fresh.FindIndex(o => o is IvrOutput.RequestCallback));
        bench.Exit("refused");
        Assert.Equal([true, false], Edges(bench));
    }

    [Fact]
    public void From_a_protected_question_to_the_callback_there_is_no_gap()
    {
        var bench = ScriptBench.InQueue(Menu("sure?", protect: true, exits: ("1", [Callback()]))).Press("1");
        Assert.Equal([true], Edges(bench));
    }

    [Fact]
    public void The_end_of_the_treatment_ends_protection()
    {
        var bench = ScriptBench.InQueue(Say("one", protect: true)).Listen();
        Assert.Equal([true, false], Edges(bench));
        Assert.IsType<IvrOutput.TreatmentEnded>(bench.Fresh.Last());
    }

    [Fact]
    public void Protection_does_not_reach_into_what_an_exit_holds()
    {
        var bench = ScriptBench.InQueue(Menu(null, protect: true, exits: ("1", [Wait(5)]))).Press("1");
        Assert.False(bench.Run.IsProtected);
    }
}
