using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

public sealed class DirectCallTests
{
    private static CallControl.Dial Dial(CallTarget to) => new CallControl.Dial("1001", to, "1001");

    [Fact]
    public void The_agents_phone_rings_first_and_then_the_number_is_dialled()
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Outside));
        Assert.Equal((AgentStatus.Busy, LiveCallState.Dialling), (bench.StatusOf("1001"), bench.DeskOf("1001").Call!.State));
        Assert.Empty(bench.Carrier.Calls);

        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("ringing", agent.Hears);
        var outside = bench.Carrier.Ringing.Answer();
        Assert.True(agent.TalksWith(outside));

        outside.HangUp();
        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        var record = Assert.Single(bench.Disk.Interactions);
        Assert.Equal((InteractionKind.Direct, "answered", "1001", "+15145550188"), (record.Kind, record.Outcome, record.Agent, record.Caller));
        Assert.Empty(bench.Engine.Context.DirectCalls);
    }

    [Fact]
    public void An_agent_is_told_where_nobody_answers_and_is_free_then()
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Outside));
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        bench.Carrier.Ringing.Refuse(486);
        Assert.Equal("La ligne est occupée.", agent.Hears);
        agent.HearOut();

        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.Equal("busy", Assert.Single(bench.Disk.Interactions).Outcome);
    }

    [Theory]
    [InlineData("own phone")]
    [InlineData("while it rings")]
    [InlineData("by command")]
    public void Whoever_changes_their_mind_rings_nobody_any_longer(string when)
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Outside));
        var agent = bench.PhoneOf("1001").Ringing;
        switch (when)
        {
            case "own phone":
                agent.Refuse(603);
                break;
            case "while it rings":
                agent.Answer();
                bench.Carrier.Ringing.Ring();
                agent.HangUp();
                Assert.True(bench.Carrier.Calls[^1].IsOver);
                break;
            default:
                bench.Do(new CallControl.HangUp("1001", "1001"));
                break;
        }

        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.NotNull(Assert.Single(bench.Disk.Interactions).EndedAt);
        Assert.Empty(bench.Engine.Context.Parties);
    }

    [Fact]
    public void Agents_call_each_other()
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Mathieu));
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal((LiveCallKind.Direct, "Amélie"), (bench.DeskOf("1002").Offer!.Kind, bench.DeskOf("1002").Offer!.Subject.Name));

        var colleague = bench.PhoneOf("1002").Ringing.Answer();

        Assert.True(agent.TalksWith(colleague));
        Assert.Equal(["hold", "keys", "hang-up"], bench.DeskOf("1001").Call!.May);
        colleague.HangUp();
        Assert.Equal((AgentStatus.OnBreak, AgentStatus.OnBreak), (bench.StatusOf("1001"), bench.StatusOf("1002")));
    }

    [Fact]
    public void A_colleague_who_got_a_call_while_the_callers_own_phone_rang_is_left_alone()
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Mathieu));
        bench.Do(new CallControl.Dial("1002", Calls.Outside, "1002"));
        bench.PhoneOf("1002").Ringing.Answer();
        var outside = bench.Carrier.Ringing.Answer();

        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("La ligne est occupée.", agent.Hears);
        Assert.Single(bench.PhoneOf("1002").Calls);
        agent.HearOut();

        Assert.True(agent.IsOver);
        Assert.False(outside.IsOver);
        Assert.Equal((AgentStatus.OnBreak, AgentStatus.Busy), (bench.StatusOf("1001"), bench.StatusOf("1002")));
    }

    [Fact]
    public void Whom_an_agent_dialled_can_be_handed_over_too()
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Outside));
        bench.PhoneOf("1001").Ringing.Answer();
        var outside = bench.Carrier.Ringing.Answer();

        bench.Do(new CallControl.Transfer("1001", Calls.Nurses, "1001"));
        bench.MakeAvailable("1002");

        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(outside));
        outside.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1002"));
        Assert.Empty(bench.Engine.Context.Callers);
    }

    [Fact]
    public void Where_there_is_no_line_to_go_back_to_the_customer_is_told()
    {
        var bench = new Bench();
        bench.Do(Dial(Calls.Outside));
        bench.PhoneOf("1001").Ringing.Answer();
        var outside = bench.Carrier.Ringing.Answer();
        bench.Do(new CallControl.Transfer("1001", Calls.Mathieu, "1001"));

        bench.PhoneOf("1002").Ringing.Refuse(486);
        Assert.StartsWith("Nous sommes désolés", outside.Hears, StringComparison.Ordinal);
        outside.HearOut();

        Assert.True(outside.IsOver);
        Assert.Empty(bench.Engine.Context.Callers);
    }

    [Fact]
    public void An_agent_at_work_cannot_dial_and_one_without_a_phone_neither()
    {
        var bench = new Bench();
        bench.Talking();
        Assert.Equal("agent-busy", bench.Ask(Dial(Calls.Outside)));
        Assert.Equal("refused-number", bench.Ask(new CallControl.Dial("1002", new CallTarget.Number("12"), "1002")));
        Assert.Equal("not-a-person", bench.Ask(new CallControl.Dial("1002", Calls.Nurses, "1002")));
    }

    [Fact]
    public void An_offer_goes_on_to_the_next_when_it_is_rejected_by_command()
    {
        var bench = new Bench();
        var caller = bench.Call(Calls.Caller);
        bench.MakeAvailable("1001", "1002");

        bench.Do(new CallControl.RejectOffer("1001", "1001"));

        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(caller));
    }

    [Fact]
    public void Without_the_right_to_reject_the_phone_rings_on()
    {
        var bench = new Bench(("offerTimeout: 20 s, language: fr }", "offerTimeout: 20 s, language: fr, mayReject: no }"));
        bench.Call(Calls.Caller);
        bench.MakeAvailable("1001");

        Assert.Equal("not-permitted", bench.Ask(new CallControl.RejectOffer("1001", "1001")));
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }
}
