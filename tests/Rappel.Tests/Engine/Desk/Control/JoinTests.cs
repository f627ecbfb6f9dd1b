using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

public sealed class JoinTests
{
    [Fact]
    public void Joined_all_three_hear_each_other()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = Joined(bench);

        AssertTogether(bench, caller, agent, colleague);
        Assert.Equal((LiveCallState.Talking, LiveConsultState.Joined), (bench.DeskOf("1001").Call!.State, bench.DeskOf("1001").Call!.Consult!.State));
    }

    [Fact]
    public void The_agent_who_leaves_leaves_the_other_two_together()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = Joined(bench);

        agent.HangUp();

        Assert.True(colleague.TalksWith(caller));
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.Busy), (bench.StatusOf("1001"), bench.StatusOf("1002")));
    }

    [Fact]
    public void A_colleague_who_leaves_leaves_agent_and_customer_together()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = Joined(bench);

        colleague.HangUp();

        Assert.True(agent.TalksWith(caller));
        Assert.Equal(LiveCallState.Talking, bench.DeskOf("1001").Call!.State);
    }

    [Fact]
    public void A_customer_who_leaves_ends_it_for_all()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = Joined(bench);

        caller.HangUp();

        Assert.True(agent.IsOver && colleague.IsOver);
        Assert.Empty(bench.Engine.Context.Parties);
    }

    [Fact]
    public void Swapped_before_or_not_the_one_who_waited_is_let_in()
    {
        var bench = new Bench();
        var (caller, agent, colleague) = bench.Asking();
        bench.Do(new CallControl.Swap("1001", "1001"));

        bench.Do(new CallControl.Join("1001", "1001"));

        AssertTogether(bench, caller, agent, colleague);
        bench.Do(new CallControl.Cancel("1001", "1001"));
        Assert.True(agent.TalksWith(caller));
    }

    private static (PhoneCall Caller, PhoneCall Agent, PhoneCall Colleague) Joined(Bench bench)
    {
        var all = bench.Asking();
        bench.Do(new CallControl.Join("1001", "1001"));
        return all;
    }

    private static void AssertTogether(Bench bench, params PhoneCall[] all)
    {
        foreach (var one in all)
        {
            Assert.Equal(all.Where(c => c != one).Select(c => c.EnginePort).Order(), bench.Media.Hears(one.EnginePort));
        }
    }
}
