using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class ScriptStepsTests
{
    [Fact]
    public void The_way_of_a_caller_is_written_once_when_the_call_ends()
    {
        var bench = new Bench(("    treatment: line\n", "    treatment: line\n"));
        var caller = bench.Call("+15145550123");
        bench.Pass(30);
        Assert.Empty(Written(bench));

        caller.HangUp();

        var way = Assert.Single(Written(bench));
        Assert.Equal(Assert.Single(bench.Disk.Interactions).StartedAt, way.At);
        Assert.Contains(new ScriptStep("scripts/line/main/0", ScriptStepKind.Entered, "", 1), way.Steps);
        Assert.Contains(way.Steps, s => s is { Path: "scripts/line/inQueue/1", Kind: ScriptStepKind.Exit, Word: "no-input" });
        Assert.Equal("abandoned", Assert.Single(way.Steps, s => s.Kind == ScriptStepKind.Ended).Word);
    }

    [Fact]
    public void The_moment_of_leaving_the_queue_and_its_threshold_are_kept()
    {
        var bench = new Bench();
        bench.Call("+15145550123");
        bench.Pass(7);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        var call = Assert.Single(bench.Disk.Interactions);

        Assert.Equal(20, call.LevelThreshold);
        Assert.Equal(7, (call.LeftQueueAt!.Value - call.QueuedAt!.Value).TotalSeconds, 0.5);
    }

    [Fact]
    public void One_who_waited_too_long_left_the_queue_then()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Pass(600);
        bench.Pass(5);
        caller.HangUp();

        var call = Assert.Single(bench.Disk.Interactions);

        Assert.Equal(600, (call.LeftQueueAt!.Value - call.QueuedAt!.Value).TotalSeconds, 0.5);
    }

    private static IEnumerable<ScriptStepsRow> Written(Bench bench) =>
        bench.Disk.Given.SelectMany(b => b.Rows).OfType<StoreRow.OfScriptSteps>().Select(r => r.Steps);
}
