using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>What one event sets free is judged together, whatever is told of first.</summary>
public class FreedTogetherTests
{
    private const string Customer = "+15145550142";

    [Fact]
    public void The_callback_of_whoever_hangs_up_goes_before_later_ones_for_the_agent_who_was_rung_for_the_call()
    {
        var bench = new Bench();
        bench.AskForCallback(Customer);
        bench.Pass(10);
        bench.AskForCallback("+15145550111");
        bench.SetStatus("1001", AgentStatus.OnBreak);
        var again = bench.Call(Customer);
        var later = bench.Disk.Callbacks[1];
        bench.Command(new CallbackCommand.Hold(later.Id, "marie", "wait"));
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);
        bench.Command(new CallbackCommand.Release(later.Id, "marie", "go on"));

        again.HangUp();

        Assert.Equal(Customer, bench.PhoneOf("1001").Ringing.ShownNumber);
        Assert.Equal(bench.Disk.Callbacks[0].Id, bench.Disk.Offers[^1].Callback);
    }

    [Fact]
    public void A_delay_and_a_wrap_up_that_end_at_one_moment_are_judged_together()
    {
        // Retried 60 s after the failure; the call that 1001 takes meanwhile, and its wrap-up, end at that very moment.
        var bench = new Bench(("retryDelay: 5 min", "retryDelay: 60 s"));
        bench.AskForCallback(Customer);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        bench.PhoneOf("1001").Calls[^1].HangUp();
        bench.Pass(10);
        var busy = bench.Call("+15145550111");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Call("+15145550122");
        bench.Pass(45);
        busy.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));

        bench.Pass(5);

        Assert.Equal(Customer, bench.PhoneOf("1001").Ringing.ShownNumber);
    }
}
