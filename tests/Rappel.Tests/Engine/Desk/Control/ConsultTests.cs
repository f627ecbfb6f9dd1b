using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

public sealed class ConsultTests
{
    [Fact]
    public void The_customer_hears_music_while_the_agent_asks_a_colleague()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        bench.Do(new CallControl.Consult("1001", Calls.Mathieu, "1001"));
        Assert.Equal(("music", "ringing"), (caller.Hears, agent.Hears));
        Assert.Equal((LiveConsultState.Ringing, "Mathieu"), (bench.DeskOf("1001").Call!.Consult!.State, bench.DeskOf("1001").Call!.Consult!.TargetName));
        Assert.Equal((LiveCallKind.Consult, "Amélie"), (bench.DeskOf("1002").Offer!.Kind, bench.DeskOf("1002").Offer!.Subject.Name));

        var colleague = bench.PhoneOf("1002").Ringing.Answer();
        Assert.True(agent.TalksWith(colleague));
        Assert.Equal("music", caller.Hears);
        Assert.Equal(LiveCallKind.Consult, bench.DeskOf("1002").Call!.Kind);
    }

    [Fact]
    public void Completed_the_colleague_has_the_customer_and_both_agents_wrap_up()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = bench.Asking();

        bench.Do(new CallControl.Complete("1001", "1001"));

        Assert.True(colleague.TalksWith(caller));
        Assert.True(agent.IsOver);
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.Busy), (bench.StatusOf("1001"), bench.StatusOf("1002")));
        colleague.HangUp();
        Assert.True(caller.IsOver);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1002"));
    }

    [Fact]
    public void Cancelled_the_agent_is_back_with_the_customer_and_the_colleague_is_as_before()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = bench.Asking();

        bench.Do(new CallControl.Cancel("1001", "1001"));

        Assert.True(agent.TalksWith(caller));
        Assert.True(colleague.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1002"));
        Assert.Null(bench.DeskOf("1001").Call!.Consult);
    }

    [Fact]
    public void Swapping_the_agent_talks_with_one_while_the_other_hears_music()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = bench.Asking();

        bench.Do(new CallControl.Swap("1001", "1001"));
        Assert.True(agent.TalksWith(caller));
        Assert.Equal("music", colleague.Hears);

        bench.Do(new CallControl.Swap("1001", "1001"));
        Assert.True(agent.TalksWith(colleague));
        Assert.Equal("music", caller.Hears);
    }

    [Theory]
    [InlineData(486, "busy", "La ligne est occupée.")]
    [InlineData(480, "no-answer", "Pas de réponse.")]
    [InlineData(500, "failed", "L'appel n'a pas pu être établi.")]
    public void Whoever_is_not_there_is_told_to_the_agent_while_the_customer_still_waits(int status, string why, string said)
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();
        bench.Do(new CallControl.Consult("1001", Calls.Mathieu, "1001"));

        bench.PhoneOf("1002").Ringing.Refuse(status);

        Assert.Equal((said, "music"), (agent.Hears, caller.Hears));
        Assert.Equal((LiveConsultState.Failed, why), (bench.DeskOf("1001").Call!.Consult!.State, bench.DeskOf("1001").Call!.Consult!.Why));
        bench.Do(new CallControl.Resume("1001", "1001"));
        Assert.True(agent.TalksWith(caller));
    }

    [Fact]
    public void A_colleague_who_hangs_up_leaves_the_customer_with_the_agent()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = bench.Asking();
        bench.Do(new CallControl.Swap("1001", "1001"));

        colleague.HangUp();

        Assert.True(agent.TalksWith(caller));
        Assert.Equal((LiveConsultState.Failed, "ended"), (bench.DeskOf("1001").Call!.Consult!.State, bench.DeskOf("1001").Call!.Consult!.Why));
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1002"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_agent_who_hangs_up_leaves_the_customer_to_whom_they_asked(bool hasAnswered)
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();
        bench.Do(new CallControl.Consult("1001", Calls.Mathieu, "1001"));
        var colleague = bench.PhoneOf("1002").Ringing;
        if (hasAnswered)
        {
            colleague.Answer();
        }

        agent.HangUp();
        if (!hasAnswered)
        {
            Assert.Equal("ringing", caller.Hears);
            colleague.Answer();
        }

        Assert.True(colleague.TalksWith(caller));
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_customer_who_hangs_up_meanwhile_ends_it_for_all()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = bench.Asking();

        caller.HangUp();

        Assert.True(agent.IsOver && colleague.IsOver);
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.OnBreak), (bench.StatusOf("1001"), bench.StatusOf("1002")));
        Assert.Empty(bench.Engine.Context.Parties);
        Assert.All(bench.Disk.Interactions, i => Assert.NotNull(i.EndedAt));
    }

    [Fact]
    public void Somebody_outside_is_asked_and_gets_the_customer()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();
        bench.Do(new CallControl.Consult("1001", Calls.Outside, "1001"));
        var outside = bench.Carrier.Ringing.Answer();
        Assert.Equal("+15145550100", outside.ShownNumber);
        Assert.True(agent.TalksWith(outside));

        bench.Do(new CallControl.Complete("1001", "1001"));

        Assert.True(outside.TalksWith(caller));
        caller.HangUp();
        Assert.True(outside.IsOver);
    }

    [Fact]
    public void A_queue_cannot_be_asked_and_a_second_colleague_not_beside_the_first()
    {
        var bench = new Bench();
        bench.Asking();

        Assert.Equal("not-in-state", bench.Ask(new CallControl.Consult("1001", new CallTarget.Agent("1004"), "1001")));
        bench.Do(new CallControl.Cancel("1001", "1001"));
        Assert.Equal("not-a-person", bench.Ask(new CallControl.Consult("1001", Calls.Nurses, "1001")));
    }

    [Fact]
    public void A_colleague_with_a_power_failure_does_not_keep_the_agent_waiting()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();
        bench.PhoneOf("1002").IsUnplugged = true;

        bench.Do(new CallControl.Consult("1001", Calls.Mathieu, "1001"));
        bench.Pass(60);

        Assert.Equal(LiveConsultState.Failed, bench.DeskOf("1001").Call!.Consult!.State);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1002"));
        Assert.False(caller.IsOver || agent.IsOver);
        Assert.Equal(0, bench.Look().WatchdogEnded);
    }
}
