using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class DrainTests
{
    [Fact]
    public void A_new_call_is_refused_while_draining()
    {
        var bench = new Bench();
        bench.Call("+15145550111");
        Drain(bench, 600);

        Assert.Equal(503, bench.Call("+15145550122").Refusal);
    }

    [Fact]
    public void An_empty_centre_is_drained_at_once()
    {
        var bench = new Bench();

        Drain(bench, 600);

        Assert.True(bench.IsDrained);
    }

    [Fact]
    public void It_is_drained_once_the_last_call_is_over_and_on_disk()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        Drain(bench, 600);
        bench.Pass(10);
        Assert.False(bench.IsDrained);
        bench.Disk.IsHeldBack = true;

        caller.HangUp();
        Assert.False(bench.IsDrained);
        bench.Commit();

        Assert.True(bench.IsDrained);
    }

    [Fact]
    public void At_the_deadline_whoever_is_left_is_hung_up_on_and_put_on_record()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550133");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();
        var caller = bench.Call("+15145550111");
        var recorded = bench.Call("+15145550122");
        recorded.Press('2');
        recorded.HearOut();
        Drain(bench, 60);

        bench.Pass(59);
        Assert.False(bench.IsDrained);
        bench.Pass(1);

        Assert.All([agent, customer, caller, recorded], call => Assert.True(call.IsOver));
        Assert.True(bench.IsDrained);
        Assert.Equal("interrupted", bench.Disk.Interactions.Single(i => i.Caller == "+15145550111").Outcome);
        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        Assert.Equal(VoicemailStatus.New, Assert.Single(bench.Disk.Messages).Status);
    }

    [Fact]
    public void Offers_are_withdrawn_without_sending_agents_on_a_break()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550133");
        bench.MakeAvailable("1001");

        Drain(bench, 60);

        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal((CallbackStatus.Waiting, 0), (bench.Callback.Status, bench.Callback.AttemptsUsed));
        Assert.True(bench.IsDrained);
    }

    [Fact]
    public void A_callback_in_conversation_may_go_on_to_its_end()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550133");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();
        Drain(bench, 600);
        bench.Pass(100);

        customer.HangUp();

        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        Assert.True(bench.IsDrained);
    }

    private static void Drain(Bench bench, int seconds)
    {
        bench.Feed(new EngineInput.DrainRequested(bench.Now.AddSeconds(seconds)));
        bench.Settle();
    }
}
