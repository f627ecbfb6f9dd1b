using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class LossTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _a;
    private readonly SipHost _b;

    public LossTests()
    {
        _a = _network.Add("a", "192.0.2.1");
        _b = _network.Add("b", "192.0.2.2");
        _b.AnswerCalls();
    }

    /// <summary>Loses the first so many of this kind.</summary>
    private void Lose(string what, int first)
    {
        var seen = 0;
        _network.Drop = p => p.What == what && ++seen <= first;
    }

    private void AssertQuietAfterAMinute()
    {
        _network.Run(70);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_lost_200_is_repeated_by_the_callee_until_it_is_acknowledged()
    {
        Lose("200 INVITE", 2);
        var leg = _a.Call(_b);
        _network.Run(4);
        Assert.Equal(3, _network.Count("b>a 200 INVITE"));
        Assert.Equal(1, _network.Count("a>b ACK"));
        Assert.Equal(1, _a.Count<UserAgentEvent.Answered>());
        Assert.Equal(1, _b.Count<UserAgentEvent.Confirmed>());
        _a.Hangup(leg);
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_200_that_comes_again_is_acknowledged_again_and_told_once()
    {
        Lose("ACK", 2);
        var leg = _a.Call(_b);
        _network.Run(4);
        Assert.Equal(3, _network.Count("b>a 200 INVITE"));
        Assert.Equal(3, _network.Count("a>b ACK"));
        Assert.Equal(1, _a.Count<UserAgentEvent.Answered>());
        Assert.Equal(1, _b.Count<UserAgentEvent.Confirmed>());
        _a.Hangup(leg);
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_caller_that_hung_up_still_acknowledges_a_200_that_comes_again()
    {
        Lose("ACK", 1);
        var leg = _a.Call(_b);
        _network.Run(0.1);
        _a.Hangup(leg);
        _network.Run(5);

        // b heard the BYE and repeats nothing, so play the 200 once more.
        var answer = _network.Sent.First(p => p.What == "200 INVITE");
        _a.Agent.Receive(_network.Now, _b.UdpFlow, answer.Bytes);
        _network.Collect();
        Assert.Equal(2, _network.Count("a>b ACK"));
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_200_never_acknowledged_ends_the_call_with_BYE_after_32_s()
    {
        Lose("ACK", 1000);
        _a.Call(_b);
        _network.Run(31.9);
        Assert.Equal(0, _b.Count<UserAgentEvent.Ended>());
        _network.Run(0.2);
        Assert.Equal(EndCause.NoAck, _b.Only<UserAgentEvent.Ended>().Cause);
        Assert.Equal(1, _network.Count("b>a BYE"));
        Assert.Equal(EndCause.Bye, _a.Only<UserAgentEvent.Ended>().Cause);
        Assert.Equal(11, _network.Count("b>a 200 INVITE"));
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_callee_that_hangs_up_before_the_ACK_says_BYE_after_it()
    {
        Lose("ACK", 1);
        _a.Call(_b);
        _network.Run(0.1);
        _b.Hangup(_b.Only<UserAgentEvent.Called>().Leg, 16);
        _network.Run(0.2);
        Assert.Equal(0, _network.Count("b>a BYE"));
        _network.Run(1);
        Assert.Equal(1, _network.Count("b>a BYE"));
        Assert.Equal(0, _b.Count<UserAgentEvent.Confirmed>());
        Assert.Equal(16, _a.Only<UserAgentEvent.Ended>().Q850);
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_lost_INVITE_is_repeated_and_makes_one_call()
    {
        Lose("INVITE", 2);
        _a.Call(_b);
        _network.Run(3);
        Assert.Equal(3, _network.Count("a>b INVITE"));
        Assert.Equal(1, _b.Count<UserAgentEvent.Called>());
    }

    [Fact]
    public void A_doubled_network_makes_one_call()
    {
        _network.Duplication = 100;
        var leg = _a.Call(_b);
        _network.Run(1);
        _a.Hangup(leg);
        _network.Run(1);
        Assert.Equal((1, 1, 1), (_b.Count<UserAgentEvent.Called>(), _b.Count<UserAgentEvent.Confirmed>(), _b.Count<UserAgentEvent.Ended>()));
        Assert.Equal(1, _a.Count<UserAgentEvent.Answered>());
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_BYE_that_nobody_answers_ends_the_leg_after_32_s()
    {
        var leg = _a.Call(_b);
        _network.Run(1);
        Lose("BYE", 1000);
        _a.Hangup(leg);
        _network.Run(31);
        Assert.Equal(1, _a.Agent.LegCount);
        _network.Run(2);
        Assert.Equal(0, _a.Agent.LegCount);
    }

    [Fact]
    public void Two_BYEs_that_cross_both_get_200()
    {
        var leg = _a.Call(_b);
        _network.Run(1);
        _a.Agent.Hangup(_network.Now, leg, null);
        _b.Agent.Hangup(_network.Now, _b.Only<UserAgentEvent.Called>().Leg, null);
        _network.Run(0.5);
        Assert.Equal((1, 1), (_network.Count("a>b 200 BYE"), _network.Count("b>a 200 BYE")));
        Assert.Equal((0, 0), (_a.Count<UserAgentEvent.Ended>(), _b.Count<UserAgentEvent.Ended>()));
        AssertQuietAfterAMinute();
    }

    [Fact]
    public void A_BYE_heard_before_its_answer_is_a_failed_call()
    {
        // Every 200 is lost, so b gives up with BYE while a still rings.
        Lose("200 INVITE", 1000);
        _a.Call(_b);
        _network.Run(40);
        Assert.Equal((500, false), (_a.Only<UserAgentEvent.Failed>().Status, _a.Only<UserAgentEvent.Failed>().Local));
        Assert.Equal(EndCause.NoAck, _b.Only<UserAgentEvent.Ended>().Cause);
        AssertQuietAfterAMinute();
    }
}
