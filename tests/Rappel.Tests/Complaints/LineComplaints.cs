using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Complaints;

/// <summary>What users of other products report about who is served when. None of it may happen here; each is a test.</summary>
public class LineComplaints
{
    [Fact]
    public void Callbacks_never_go_ahead_of_callers_who_stayed()
    {
        var bench = new Bench();
        var stayed = bench.Call("+15145550111");
        bench.Pass(5);
        bench.AskForCallback("+15145550122");

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
        Assert.False(stayed.IsOver);
    }

    [Fact]
    public void Late_requesters_do_not_overtake()
    {
        var bench = new Bench();
        var early = bench.Call("+15145550111");
        bench.Pass(60);
        bench.AskForCallback("+15145550122");
        bench.Pass(60);
        early.Press('3');
        early.HangUp();

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void A_retry_does_not_send_the_caller_to_the_back()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.Pass(10);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        bench.SetStatus("1001", AgentStatus.OnBreak);
        bench.AskForCallback("+15145550122");
        bench.Pass(TimeSpan.FromMinutes(6));

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void The_eighth_caller_is_not_served_before_the_first()
    {
        var bench = new Bench(("maximumCalls: 3", "maximumCalls: 20"));
        var callers = new List<string>();
        for (var i = 1; i <= 8; i++)
        {
            var number = $"+1514555011{i}";
            callers.Add(number);
            if (i is 1 or 3 or 5)
            {
                bench.AskForCallback(number);
            }
            else
            {
                bench.Call(number);
            }

            bench.Pass(7);
        }

        bench.MakeAvailable("1001");
        var served = new List<string>();
        while (served.Count < callers.Count)
        {
            var ringing = bench.PhoneOf("1001").Ringing;
            served.Add(ringing.ShownNumber!);
            ringing.Answer();
            if (bench.Carrier.IsRinging)
            {
                bench.Carrier.Ringing.Answer();
            }

            ringing.HangUp();
            bench.Pass(6);
        }

        Assert.Equal(callers, served);
    }

    [Fact]
    public void One_unavailable_agent_does_not_hold_up_the_queue()
    {
        var bench = new Bench();
        bench.MakeAvailable("1001", "1002");
        bench.PhoneOf("1001").IsUnplugged = true;
        bench.AskForCallback("+15145550111");
        bench.AskForCallback("+15145550122");

        Assert.True(bench.PhoneOf("1002").IsRinging, "the other agent is offered the second at once");
        bench.PhoneOf("1002").Ringing.Answer();
        bench.Carrier.Ringing.Answer();
        Assert.Contains(bench.Disk.Callbacks, c => c.Status == CallbackStatus.Connected);

        bench.Pass(40);
        Assert.NotEqual(AgentStatus.Offered, bench.StatusOf("1001"));
    }

    [Fact]
    public void No_more_callbacks_are_dialled_than_agents_are_free()
    {
        var bench = new Bench();
        for (var i = 1; i <= 3; i++)
        {
            bench.AskForCallback($"+1514555011{i}");
        }

        bench.MakeAvailable("1001", "1002");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.PhoneOf("1002").Ringing.Answer();
        bench.Pass(15);

        Assert.Equal(2, bench.Invites(bench.Carrier));
        Assert.Equal(2, bench.Disk.Callbacks.Count(c => c.Status == CallbackStatus.Dialling));
        Assert.Equal(1, bench.Disk.Callbacks.Count(c => c.Status == CallbackStatus.Waiting));
    }
}
