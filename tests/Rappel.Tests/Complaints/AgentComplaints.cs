using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Complaints;

/// <summary>What users of other products report about agents who are rung for nothing, twice, or never again.</summary>
public class AgentComplaints
{
    [Fact]
    public void Two_agents_never_answer_one_call()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        bench.MakeAvailable("1001", "1002");
        Assert.False(bench.PhoneOf("1002").IsRinging, "one call rings one agent");

        // The first answers while the CANCEL is on its way, when the next is rung already.
        var first = bench.PhoneOf("1001").Ringing;
        bench.PhoneOf("1001").IsUnplugged = true;
        bench.Pass(20);
        bench.PhoneOf("1001").IsUnplugged = false;
        first.Answer();
        var second = bench.PhoneOf("1002").Ringing.Answer();

        Assert.True(second.TalksWith(caller));
        Assert.True(first.IsOver, "the late one is hung up");
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
    }

    [Fact]
    public void No_agent_is_rung_for_a_caller_already_gone()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;

        caller.HangUp();

        Assert.True(ringing.IsOver, "the phone stops at once");
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        bench.MakeAvailable("1002");
        bench.Pass(30);
        Assert.Equal(0, bench.Invites(bench.PhoneOf("1002")));
    }

    [Theory]
    [InlineData("never answers")]
    [InlineData("phone vanishes")]
    [InlineData("rejects")]
    [InlineData("hangs up while the customer is rung")]
    [InlineData("customer never answers")]
    [InlineData("carrier says nothing")]
    public void No_agent_stays_stuck_reserved(string mishap)
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;
        switch (mishap)
        {
            case "phone vanishes":
                bench.PhoneOf("1001").IsUnplugged = true;
                break;
            case "rejects":
                ringing.Refuse(603);
                break;
            case "hangs up while the customer is rung":
                ringing.Answer();
                ringing.HangUp();
                break;
            case "customer never answers":
                ringing.Answer();
                bench.Carrier.Ringing.Ring();
                break;
            case "carrier says nothing":
                bench.Carrier.IsUnplugged = bench.Spare.IsUnplugged = true;
                ringing.Answer();
                break;
        }

        bench.Pass(TimeSpan.FromMinutes(2));

        Assert.Contains(bench.StatusOf("1001"), new[] { AgentStatus.Available, AgentStatus.OnBreak });
        Assert.NotEqual(CallbackStatus.Offering, bench.Callback.Status);
        Assert.NotEqual(CallbackStatus.Dialling, bench.Callback.Status);
    }
}
