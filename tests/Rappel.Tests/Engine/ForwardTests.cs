using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;
using Rappel.Tests.Engine.Desk.Control;

namespace Rappel.Tests.Engine;

public class ForwardTests
{
    [Theory]
    [InlineData('1', 486, "Occupé.")]
    [InlineData('1', 603, "Occupé.")]
    [InlineData('1', 480, "Absent.")]
    [InlineData('1', 500, "Raté.")]
    [InlineData('4', 486, "Occupé.")]
    [InlineData('4', 408, "Absent.")]
    [InlineData('4', 404, "Raté.")]
    public void A_forward_that_fails_takes_its_exit_and_keeps_the_place(char key, int status, string said)
    {
        var bench = new Bench();
        var first = bench.Call("+15145550111");
        bench.Pass(1);
        bench.Call("+15145550122");

        first.Press(key);
        Assert.Equal("ringing", first.Hears);
        Target(bench, key).Ringing.Refuse(status);

        Assert.Equal(said, first.Hears);
        bench.MakeAvailable("1001");
        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Theory]
    [InlineData('1')]
    [InlineData('4')]
    public void A_forward_that_nobody_answers_is_given_up_after_its_ring_time(char key)
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press(key);
        var ringing = Target(bench, key).Ringing;
        ringing.Ring();

        bench.Pass(15);

        Assert.True(ringing.IsOver);
        Assert.Equal("Absent.", caller.Hears);
    }

    [Theory]
    [InlineData('1', "diverted: agent")]
    [InlineData('4', "diverted: number")]
    public void A_forward_that_is_answered_leaves_the_queue(char key, string outcome)
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press(key);

        var other = Target(bench, key).Ringing.Answer();

        Assert.True(caller.TalksWith(other));
        bench.MakeAvailable("1001");
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(900);
        Assert.False(caller.IsOver);
        other.HangUp();
        Assert.True(caller.IsOver);
        Assert.Equal(outcome, Assert.Single(bench.Disk.Interactions).Outcome);
    }

    [Fact]
    public void No_agent_of_the_queue_is_rung_while_the_caller_is_forwarded()
    {
        var bench = new Bench();
        bench.Call("+15145550111").Press('1');

        bench.MakeAvailable("1001");

        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void The_agent_of_a_direct_call_is_busy_and_afterwards_as_before()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press('1');
        Assert.Equal(AgentStatus.Busy, bench.StatusOf("1004"));
        var agent = bench.PhoneOf("1004").Ringing.Answer();

        agent.HangUp();

        Assert.True(caller.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1004"));
    }

    [Fact]
    public void An_agent_in_a_call_is_busy_for_a_second_one()
    {
        var bench = new Bench();
        bench.Call("+15145550111").Press('1');
        bench.PhoneOf("1004").Ringing.Answer();

        var second = bench.Call("+15145550122");
        second.Press('1');

        Assert.Equal("Occupé.", second.Hears);
    }

    [Fact]
    public void A_caller_who_hangs_up_while_it_rings_stops_the_ringing()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press('1');
        var ringing = bench.PhoneOf("1004").Ringing;

        caller.HangUp();

        Assert.True(ringing.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1004"));
    }

    [Fact]
    public void An_answer_after_the_caller_has_gone_is_hung_up()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press('1');
        var phone = bench.PhoneOf("1004");
        var ringing = phone.Ringing;
        phone.IsUnplugged = true;
        caller.HangUp();
        phone.IsUnplugged = false;

        ringing.Answer();
        bench.Pass(1);

        Assert.True(ringing.IsOver);
        Assert.Contains("BYE", bench.SentTo(phone));
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1004"));
    }

    [Fact]
    public void The_agent_has_the_card_and_the_controls_of_any_call()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press('1');
        var offer = bench.DeskOf("1004").Offer!;
        Assert.Equal((LiveCallKind.Call, null, "+15145550111", true), (offer.Kind, offer.Queue, offer.Subject.Number, offer.Ringing));
        Assert.Equal(TimeSpan.FromSeconds(15), offer.Deadline - offer.At);

        var agent = bench.PhoneOf("1004").Ringing.Answer();
        Assert.Equal("nurse-line +1 514 555 0111", agent.ShownName);
        var call = bench.DeskOf("1004").Call!;
        Assert.Equal((LiveCallKind.Call, LiveCallState.Talking, "+15145550111"), (call.Kind, call.State, call.Subject.Number));
        Assert.Equal(["hold", "keys", "transfer", "consult", "hang-up"], call.May);

        bench.Do(new CallControl.Hold("1004", "1004"));
        Assert.Equal(("music", "silence"), (caller.Hears, agent.Hears));
        bench.Do(new CallControl.Resume("1004", "1004"));
        Assert.True(agent.TalksWith(caller));
        bench.Do(new CallControl.HangUp("1004", "1004"));
        Assert.True(caller.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1004"));
        Assert.Equal(("diverted: agent", "1004"), (bench.Disk.Interactions.Single().Outcome, bench.Disk.Interactions.Single().Agent));
    }

    [Fact]
    public void Rejected_on_the_screen_the_script_goes_on_at_busy_and_nobody_is_sent_on_break()
    {
        var bench = new Bench();
        bench.MakeAvailable("1004");
        var caller = bench.Call("+15145550111");
        caller.Press('1');

        bench.Do(new CallControl.RejectOffer("1004", "1004"));

        Assert.Equal("Occupé.", caller.Hears);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1004"));
    }

    [Fact]
    public void Sent_on_to_the_queue_the_caller_has_the_place_they_left()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        bench.Pass(1);
        bench.Call("+15145550122");
        caller.Press('1');
        var agent = bench.PhoneOf("1004").Ringing.Answer();
        bench.Pass(60);

        bench.Do(new CallControl.Transfer("1004", Calls.Nurses, "1004"));

        Assert.True(agent.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1004"));
        bench.MakeAvailable("1001");
        var nurse = bench.PhoneOf("1001").Ringing;
        Assert.Equal("+15145550111", nurse.ShownNumber);
        Assert.True(nurse.Answer().TalksWith(caller));
        nurse.HangUp();
        Assert.Equal(["diverted: queue", null, "answered"], bench.Disk.Interactions.OrderBy(i => i.Id.Value).Select(i => i.Outcome));
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_colleague_to_whom_the_agent_hands_them_over_wraps_up_for_the_queue()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press('1');
        bench.PhoneOf("1004").Ringing.Answer();
        bench.Do(new CallControl.Consult("1004", Calls.Mathieu, "1004"));
        var colleague = bench.PhoneOf("1002").Ringing.Answer();

        bench.Do(new CallControl.Complete("1004", "1004"));

        Assert.True(colleague.TalksWith(caller));
        colleague.HangUp();
        Assert.Equal((AgentStatus.OnBreak, AgentStatus.WrapUp), (bench.StatusOf("1004"), bench.StatusOf("1002")));
    }

    [Fact]
    public void From_the_main_script_nothing_runs_behind_it_so_that_who_waits_too_long_afterwards_is_told()
    {
        var bench = new Bench((
            "    main:\n      - forwardToQueue:\n",
            "    main:\n      - forwardToAgent: { agent: 1004, ringTime: 15 s, exits: { busy: { goto: Ligne } } }\n      - label: Ligne\n      - forwardToQueue:\n"));
        var caller = bench.Call("+15145550111");
        bench.PhoneOf("1004").Ringing.Answer();
        bench.Do(new CallControl.Transfer("1004", Calls.Nurses, "1004"));

        bench.Pass(TimeSpan.FromMinutes(10.5));

        Assert.True(caller.IsOver);
        Assert.Equal("ended: nobody free", bench.Disk.Interactions[^1].Outcome);
        Assert.Empty(bench.Engine.Context.Callers);
    }

    [Fact]
    public void A_queue_that_records_does_not_record_whom_its_callers_are_sent_to()
    {
        var bench = new Bench(("    maximumWait: 10 min\n", "    maximumWait: 10 min\n    recording: on\n"));
        var caller = bench.Call("+15145550111");
        caller.Press('1');
        var agent = bench.PhoneOf("1004").Ringing.Answer();
        Assert.True(agent.TalksWith(caller));
        Assert.False(caller.IsRecorded);
    }

    private static Phone Target(Bench bench, char key) => key == '1' ? bench.PhoneOf("1004") : bench.Carrier;
}
