using Rappel.Core.Acd;
using Rappel.Tests.Engine.Benches;

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

    private static Phone Target(Bench bench, char key) => key == '1' ? bench.PhoneOf("1004") : bench.Carrier;
}
