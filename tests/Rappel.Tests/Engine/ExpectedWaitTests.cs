using Rappel.Core.Acd;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>What is told of the wait, and how far off it was.</summary>
public class ExpectedWaitTests
{
    [Fact]
    public void The_wait_told_to_a_caller_is_held_against_the_real_one()
    {
        var bench = new Bench();
        TeachOneMinute(bench);
        var busy = bench.Call("+15145550111");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Call("+15145550122");

        // 65 s for the call ahead by the queue length, and nothing by the last one taken, who did not wait.
        Assert.Equal(32, Record(bench, "+15145550122").ExpectedWaitTold);

        bench.Pass(95);
        busy.HangUp();
        bench.Pass(5);
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(68, Record(bench, "+15145550122").ExpectedWaitError);
    }

    [Fact]
    public void The_wait_told_to_whoever_asks_for_a_callback_is_held_against_the_first_ringing()
    {
        var bench = new Bench();
        TeachOneMinute(bench);
        var busy = bench.Call("+15145550111");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.AskForCallback("+15145550122");
        Assert.Equal(65, bench.Callback.ToldWait);

        bench.Pass(45);
        busy.HangUp();
        bench.Pass(5);
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Answer().HangUp();

        Assert.Equal(-15, bench.Callback.PromiseError);
        var record = bench.Disk.Interactions.Single(i => i.Id == bench.Callback.Interaction);
        Assert.Equal((65, -15), (record.ExpectedWaitTold, record.ExpectedWaitError));
    }

    [Fact]
    public void Nothing_is_recorded_where_nothing_could_be_told()
    {
        var bench = new Bench();
        bench.Call("+15145550122");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        var record = Record(bench, "+15145550122");
        Assert.Equal((null, null), (record.ExpectedWaitTold, record.ExpectedWaitError));
    }

    /// <summary>One call of 60 s and 5 s of wrap-up.</summary>
    private static void TeachOneMinute(Bench bench)
    {
        bench.MakeAvailable("1001");
        var caller = bench.Call("+15145550199");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(60);
        caller.HangUp();
        bench.Pass(5);
    }

    private static InteractionRow Record(Bench bench, string caller) =>
        bench.Disk.Interactions.Single(i => i.Kind == InteractionKind.Inbound && i.Caller == caller);
}
