using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class ConversationTests
{
    [Fact]
    public void The_agent_hears_the_whisper_before_the_caller()
    {
        var bench = new Bench(("    treatment: line\n", "    whisper: for-the-nurse\n"));
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");

        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal(("Appel de la ligne.", "music"), (agent.Hears, caller.Hears));
        Assert.Null(Assert.Single(bench.Disk.Interactions).AnsweredAt);

        agent.HearOut();
        Assert.True(agent.TalksWith(caller));
        Assert.NotNull(Assert.Single(bench.Disk.Interactions).AnsweredAt);
    }

    [Fact]
    public void A_whisper_that_never_ends_is_cut_off()
    {
        var bench = new Bench(("    treatment: line\n", "    whisper: for-the-nurse\n"));
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        bench.Pass(EngineLimits.WhisperWithin);

        Assert.True(agent.TalksWith(caller));
    }

    [Fact]
    public void A_caller_who_hangs_up_during_the_whisper_frees_the_agent()
    {
        var bench = new Bench(("    treatment: line\n", "    whisper: for-the-nurse\n"));
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        caller.HangUp();
        bench.Pass(EngineLimits.WhisperWithin);

        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void Before_a_callback_the_agent_hears_the_outbound_queues_whisper_and_then_ringing()
    {
        var bench = new Bench(("maximumPending: 3", "maximumPending: 3\n    whisper: for-the-nurse"));
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");

        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("Appel de la ligne.", agent.Hears);
        agent.HearOut();
        Assert.Equal("ringing", agent.Hears);

        Assert.True(agent.TalksWith(bench.Carrier.Ringing.Answer()));
    }

    [Fact]
    public void A_customer_who_answers_during_the_whisper_is_connected_at_once()
    {
        var bench = new Bench(("maximumPending: 3", "maximumPending: 3\n    whisper: for-the-nurse"));
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        Assert.True(agent.TalksWith(bench.Carrier.Ringing.Answer()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_is_left_when_the_other_holds_hears_music_until_the_other_is_back(bool agentHolds)
    {
        var bench = new Bench();
        var (caller, agent) = Talking(bench);
        var (holder, other) = agentHolds ? (agent, caller) : (caller, agent);

        holder.Hold();
        Assert.Equal("music", other.Hears);
        Assert.False(agent.TalksWith(caller));

        holder.TakeBack();
        Assert.True(agent.TalksWith(caller));
    }

    [Fact]
    public void Where_both_hold_whoever_comes_back_first_hears_music()
    {
        var bench = new Bench();
        var (caller, agent) = Talking(bench);

        caller.Hold();
        agent.Hold();
        caller.TakeBack();
        Assert.Equal("music", caller.Hears);

        agent.TakeBack();
        Assert.True(agent.TalksWith(caller));
    }

    [Fact]
    public void A_callback_can_be_held_too()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();

        agent.Hold();
        Assert.Equal("music", customer.Hears);
        agent.TakeBack();
        Assert.True(agent.TalksWith(customer));
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
    }

    [Fact]
    public void A_caller_who_hangs_up_while_held_frees_the_agent()
    {
        var bench = new Bench();
        var (caller, agent) = Talking(bench);
        agent.Hold();

        caller.HangUp();

        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    private static (PhoneCall Caller, PhoneCall Agent) Talking(Bench bench)
    {
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        return (caller, bench.PhoneOf("1001").Ringing.Answer());
    }
}
