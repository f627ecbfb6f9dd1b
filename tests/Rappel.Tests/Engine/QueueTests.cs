using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class QueueTests
{
    [Fact]
    public void A_caller_waits_with_music_until_an_agent_answers_and_both_hear_each_other()
    {
        var bench = new Bench(("    treatment: line\n", ""));
        var caller = bench.Call("+15145550123");
        Assert.Equal("music", caller.Hears);

        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        Assert.True(caller.TalksWith(agent));
        Assert.Equal("Infirmières +15145550123".Replace("+15145550123", "+1 514 555 0123", StringComparison.Ordinal), agent.ShownName);
        bench.Pass(60);
        caller.HangUp();
        Assert.True(agent.IsOver);
        var call = Assert.Single(bench.Disk.Interactions);
        Assert.Equal(("answered", "1001"), (call.Outcome!, call.Agent!));
    }

    [Theory]
    [InlineData(4, "short-abandoned")]
    [InlineData(5, "abandoned")]
    public void A_caller_who_gives_up_is_abandoned(int after, string outcome)
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Pass(after);

        caller.HangUp();

        Assert.Equal(outcome, Assert.Single(bench.Disk.Interactions).Outcome);
    }

    [Fact]
    public void One_caller_more_than_may_wait_takes_the_exit_overload()
    {
        var bench = new Bench(("maximumCalls: 3", "maximumCalls: 1"));
        bench.Call("+15145550111");

        Assert.Equal("Trop de monde.", bench.Call("+15145550122").Hears);
    }

    [Fact]
    public void A_caller_who_is_being_offered_still_waits()
    {
        var bench = new Bench(("maximumCalls: 3", "maximumCalls: 1"));
        bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);

        Assert.Equal("Trop de monde.", bench.Call("+15145550122").Hears);
    }

    [Fact]
    public void A_caller_who_waited_too_long_takes_the_exit_timed_out()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");

        bench.Pass(599);
        Assert.NotEqual("Trop long.", caller.Hears);
        bench.Pass(1);

        Assert.Equal("Trop long.", caller.Hears);
        bench.MakeAvailable("1001");
        Assert.False(bench.PhoneOf("1001").IsRinging);
        caller.HearOut();
        Assert.True(caller.IsOver);
    }

    [Fact]
    public void An_agent_who_rings_when_the_wait_is_over_stops_ringing()
    {
        var bench = new Bench();
        bench.Call("+15145550123");
        bench.Pass(590);
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);

        bench.Pass(10);

        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_caller_whose_time_is_up_during_a_forward_takes_the_exit_when_it_fails()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Pass(595);
        caller.Press('1');

        bench.Pass(10);
        Assert.Equal("ringing", caller.Hears);
        bench.Pass(5);

        Assert.Equal("Trop long.", caller.Hears);
    }

    [Fact]
    public void A_caller_whose_time_is_up_while_a_callback_is_written_takes_the_callback()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Pass(598);
        bench.Disk.IsHeldBack = true;
        caller.Press('3');
        bench.Pass(10);

        bench.Commit();

        Assert.Equal("C'est noté.", caller.Hears);
        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
    }

    [Fact]
    public void A_protected_object_passes_the_caller_over_and_keeps_the_place()
    {
        var bench = new Bench();
        var first = bench.Call("+15145550111");
        bench.Call("+15145550122");
        first.Press('5');
        Assert.Equal("Ne pas déranger.", first.Hears);

        bench.MakeAvailable("1001");
        Assert.Equal("+15145550122", bench.PhoneOf("1001").Ringing.ShownNumber);

        first.HearOut();
        bench.MakeAvailable("1002");
        Assert.Equal("+15145550111", bench.PhoneOf("1002").Ringing.ShownNumber);
    }

    [Fact]
    public void Wrap_up_lasts_as_long_as_the_queue_says()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Call("+15145550122");

        caller.HangUp();
        bench.Pass(4);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(1);

        Assert.Equal("+15145550122", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void A_caller_whose_phone_has_died_is_hung_up_and_the_agent_is_free()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        bench.Media.Vanish(caller.EnginePort);
        bench.Settle();

        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.Equal("answered", Assert.Single(bench.Disk.Interactions).Outcome);
    }
}
