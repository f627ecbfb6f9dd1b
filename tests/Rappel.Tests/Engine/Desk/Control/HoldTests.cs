using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

public sealed class HoldTests
{
    [Fact]
    public void A_customer_on_hold_hears_the_queues_music_until_the_agent_is_back()
    {
        var bench = new Bench(("    treatment: line\n", "    treatment: line\n    music: hello\n"));
        var (caller, agent) = bench.Talking();

        bench.Do(new CallControl.Hold("1001", "1001"));
        Assert.Equal(("Laissez un message.", "silence"), (caller.Hears, agent.Hears));
        Assert.Equal(LiveCallState.Held, bench.DeskOf("1001").Call!.State);

        bench.Do(new CallControl.Resume("1001", "1001"));
        Assert.True(agent.TalksWith(caller));
        Assert.Equal(LiveCallState.Talking, bench.DeskOf("1001").Call!.State);
    }

    [Fact]
    public void A_phone_that_holds_by_itself_and_the_command_do_not_get_in_each_others_way()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        bench.Do(new CallControl.Hold("1001", "1001"));
        agent.Hold();
        agent.TakeBack();
        Assert.Equal("music", caller.Hears);

        agent.Hold();
        bench.Do(new CallControl.Resume("1001", "1001"));
        Assert.Equal("music", caller.Hears);
        agent.TakeBack();
        Assert.True(agent.TalksWith(caller));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_callback_is_held_by_command_whoever_was_rung_first(bool customerFirst)
    {
        var (bench, customer, agent) = Callbacks.Connected(customerFirst);

        bench.Do(new CallControl.Hold("1001", "1001"));
        Assert.Equal("music", customer.Hears);
        bench.Do(new CallControl.Resume("1001", "1001"));

        Assert.True(agent.TalksWith(customer));
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
    }

    [Fact]
    public void A_customer_who_hangs_up_on_hold_frees_the_agent()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();
        bench.Do(new CallControl.Hold("1001", "1001"));

        caller.HangUp();

        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    [Fact]
    public void An_agent_who_hangs_up_on_hold_ends_the_call()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();
        bench.Do(new CallControl.Hold("1001", "1001"));

        bench.Do(new CallControl.HangUp("1001", "1001"));

        Assert.True(caller.IsOver);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.Equal("answered", bench.Disk.Interactions[0].Outcome);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_changes_nothing()
    {
        var bench = new Bench();
        Assert.Equal("no-call", bench.Ask(new CallControl.Hold("1001", "1001")));
        Assert.Equal("unknown-agent", bench.Ask(new CallControl.Hold("1009", "1001")));
        var (caller, agent) = bench.Talking();

        Assert.Equal("not-in-state", bench.Ask(new CallControl.Resume("1001", "1001")));
        Assert.Equal("not-in-state", bench.Ask(new CallControl.Swap("1001", "1001")));
        Assert.Equal("no-offer", bench.Ask(new CallControl.RejectOffer("1001", "1001")));

        Assert.True(agent.TalksWith(caller));
        Assert.Equal(["hold", "keys", "transfer", "consult", "hang-up"], bench.DeskOf("1001").Call!.May);
    }

    [Fact]
    public void Keys_go_to_the_customer_as_events()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();

        bench.Do(new CallControl.Keys("1001", "12#", "1001"));

        Assert.Equal("12#", caller.KeysHeard);
    }

    [Fact]
    public void While_the_customer_is_dialled_the_agent_can_hang_up_by_command()
    {
        var bench = new Bench();
        bench.AskForCallback(Calls.Caller);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal("not-in-state", bench.Ask(new CallControl.Hold("1001", "1001")));
        bench.Do(new CallControl.HangUp("1001", "1001"));

        Assert.Equal(AttemptOutcome.AgentHungUp, bench.Attempt.Outcome);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }
}
