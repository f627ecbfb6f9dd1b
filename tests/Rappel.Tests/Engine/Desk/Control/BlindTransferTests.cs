using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

public sealed class BlindTransferTests
{
    private static CallControl.Transfer To(CallTarget target) => new CallControl.Transfer("1001", target, "1001");

    [Fact]
    public void A_colleague_is_rung_while_the_customer_hears_ringing_and_the_agent_is_free()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        bench.Do(To(Calls.Mathieu));

        Assert.True(agent.IsOver);
        Assert.Equal("ringing", caller.Hears);
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.Busy), (bench.StatusOf("1001"), bench.StatusOf("1002")));
        var offer = bench.DeskOf("1002").Offer!;
        Assert.Equal((LiveCallKind.Call, "nurses", Calls.Caller), (offer.Kind, offer.Queue, offer.Subject.Number));

        var colleague = bench.PhoneOf("1002").Ringing.Answer();
        Assert.True(colleague.TalksWith(caller));
        Assert.Equal(LiveCallState.Talking, bench.DeskOf("1002").Call!.State);
    }

    [Fact]
    public void Whoever_took_the_customer_over_has_a_wrap_up_of_their_own_and_the_records_are_linked()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();
        bench.Do(To(Calls.Mathieu));
        bench.PhoneOf("1002").Ringing.Answer();

        caller.HangUp();

        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1002"));
        var (parent, child) = (bench.Disk.Interactions[0], bench.Disk.Interactions[1]);
        Assert.Equal(("diverted: agent", "1001"), (parent.Outcome, parent.Agent));
        Assert.Equal((parent.Id, "answered", "1002", InteractionKind.Direct), (child.Parent, child.Outcome, child.Agent, child.Kind));
        Assert.Equal(child.Id, bench.DeskOf("1002").WrapUp!.Interaction);
        bench.Pass(10);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1002"));
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("rejects")]
    [InlineData("lets it ring")]
    public void Where_nobody_takes_the_customer_they_are_back_in_line_at_their_old_place(string how)
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();
        var place = bench.Disk.Interactions[0].QueuedAt;
        bench.Pass(30);
        bench.SetStatus("1001", AgentStatus.OnBreak);
        var other = bench.Call("+15145550199");
        bench.Do(To(Calls.Mathieu));

        switch (how)
        {
            case "refuses":
                bench.PhoneOf("1002").Ringing.Refuse(486);
                break;
            case "rejects":
                bench.Do(new CallControl.RejectOffer("1002", "1002"));
                break;
            default:
                bench.Pass(21);
                break;
        }

        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1002"));
        var line = bench.Engine.Context.Acd.ReadLine("nurses");
        Assert.Equal(place, line.Oldest);
        Assert.Equal(2, line.Waiting + line.Offered);
        bench.Pass(10);
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.True(agent.TalksWith(caller));
        Assert.False(other.IsOver);
    }

    [Fact]
    public void A_transfer_to_a_queue_keeps_the_first_place_in_line()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();
        var place = bench.Disk.Interactions[0].QueuedAt;
        bench.Pass(40);

        bench.Do(To(Calls.Nurses));

        Assert.Equal(place, bench.Engine.Context.Acd.ReadLine("nurses").Oldest);
        Assert.Equal((bench.Disk.Interactions[0].Id, InteractionKind.Inbound, "nurses"), (bench.Disk.Interactions[1].Parent, bench.Disk.Interactions[1].Kind, bench.Disk.Interactions[1].Queue));
        Assert.Equal("diverted: queue", bench.Disk.Interactions[0].Outcome);
        bench.MakeAvailable("1002");
        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(caller));
    }

    [Fact]
    public void A_customer_who_waits_too_long_after_a_transfer_goes_on_in_the_script()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();
        bench.SetStatus("1001", AgentStatus.OnBreak);
        bench.Do(To(Calls.Nurses));

        bench.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal("Trop long.", caller.Hears);
    }

    [Fact]
    public void A_number_outside_is_dialled_and_talks_with_the_customer_alone()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();

        bench.Do(To(Calls.Outside));
        Assert.Equal("+15145550188", bench.Carrier.Ringing.Number);
        var outside = bench.Carrier.Ringing.Answer();
        Assert.True(outside.TalksWith(caller));

        outside.HangUp();
        Assert.True(caller.IsOver);
        Assert.Empty(bench.Engine.Context.Parties);
        Assert.Equal(("diverted: number", "answered"), (bench.Disk.Interactions[0].Outcome, bench.Disk.Interactions[1].Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_customer_of_a_callback_is_handed_over_like_any_other_and_the_callback_is_done(bool customerFirst)
    {
        var (bench, customer, agent) = Callbacks.Connected(customerFirst);

        bench.Do(To(Calls.Mathieu));
        var colleague = bench.PhoneOf("1002").Ringing.Answer();

        Assert.True(colleague.TalksWith(customer));
        Assert.True(agent.IsOver);
        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        customer.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1002"));
        Assert.Equal(bench.Callback.Interaction, bench.Disk.Interactions[^1].Parent);
    }

    [Fact]
    public void The_customer_of_a_callback_whom_nobody_takes_waits_in_the_queue_they_once_waited_in()
    {
        var (bench, customer, _) = Callbacks.Connected(false);
        bench.Pass(60);
        bench.Do(To(Calls.Mathieu));

        bench.PhoneOf("1002").Ringing.Refuse(480);

        Assert.Equal(bench.Callback.Place, bench.Engine.Context.Acd.ReadLine("nurses").Oldest);
        Assert.False(customer.IsOver);
    }

    [Fact]
    public void A_customer_who_hangs_up_on_the_way_frees_the_colleague()
    {
        var bench = new Bench();
        var (caller, _) = bench.Talking();
        bench.Do(To(Calls.Mathieu));

        caller.HangUp();

        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1002"));
        Assert.Equal("abandoned", bench.Disk.Interactions[1].Outcome);
        Assert.Empty(bench.Engine.Context.Parties);
    }

    [Fact]
    public void Where_it_cannot_be_done_the_conversation_goes_on()
    {
        var bench = new Bench(("name: Infirmières", "name: Infirmières\n    schedule: never"), ("prompts:", "schedules:\n  never: { timeZone: America/Toronto, weekly: { every-day: closed } }\nprompts:"));
        bench.MakeAvailable("1001");
        bench.Do(new CallControl.Dial("1001", Calls.Outside, "1001"));
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var outside = bench.Carrier.Ringing.Answer();

        Assert.Equal("queue-closed", bench.Ask(To(Calls.Nurses)));
        Assert.Equal("unknown-target", bench.Ask(To(new CallTarget.Agent("1009"))));
        Assert.Equal("unknown-target", bench.Ask(To(new CallTarget.Queue("nobody"))));
        Assert.Equal("same-agent", bench.Ask(To(new CallTarget.Agent("1001"))));
        Assert.Equal("refused-number", bench.Ask(To(new CallTarget.Number("911"))));
        bench.SetStatus("1002", AgentStatus.LoggedOut);
        Assert.Equal("target-busy", bench.Ask(To(Calls.Mathieu)));

        Assert.True(agent.TalksWith(outside));
    }
}
