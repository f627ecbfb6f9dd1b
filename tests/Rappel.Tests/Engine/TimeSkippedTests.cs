using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;
using Rappel.Tests.Engine.Desk.Control;

namespace Rappel.Tests.Engine;

/// <summary>The wall clock is set forward in the middle of things: lengths of time run on, expiry follows the wall.</summary>
public class TimeSkippedTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_customer_who_rings_is_rung_for_the_whole_ring_time()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing;
        customer.Ring();

        bench.Pass(5);
        bench.SetForward(Hour);
        bench.Pass(14);
        Assert.True(customer.IsRinging);
        bench.Pass(1);

        Assert.True(customer.IsOver);
        Assert.Equal(AttemptOutcome.RingNoAnswer, bench.Attempt.Outcome);
    }

    [Fact]
    public void A_script_waits_as_long_as_it_says_whatever_keys_are_pressed()
    {
        var bench = new Bench(("      - label: Choix\n", "      - wait: 20 s\n      - say: { fr: Suite. }\n      - label: Choix\n"));
        var caller = bench.Call("+15145550123");
        bench.Pass(5);
        bench.SetForward(Hour);

        caller.Press('9');

        Assert.DoesNotContain("Suite", caller.Hears, StringComparison.Ordinal);
        bench.Pass(14);
        Assert.DoesNotContain("Suite", caller.Hears, StringComparison.Ordinal);
        bench.Pass(1);
        Assert.Equal("Suite.", caller.Hears);
    }

    [Fact]
    public void A_trunk_that_has_said_nothing_yet_keeps_its_time()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Carrier.IsUnplugged = true;
        bench.PhoneOf("1001").Ringing.Answer();
        var sent = bench.Invites(bench.Carrier);

        bench.SetForward(Hour);

        Assert.Equal(sent, bench.Invites(bench.Carrier));
        Assert.Equal(CallbackStatus.Dialling, bench.Callback.Status);
    }

    [Fact]
    public void An_agent_who_is_offered_work_keeps_the_time_to_answer()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.SetForward(Hour);
        bench.Pass(19);
        Assert.True(bench.PhoneOf("1001").IsRinging);

        bench.Pass(1);
        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
    }

    [Fact]
    public void Somebody_whom_an_agent_calls_is_rung_for_the_whole_ring_time()
    {
        var bench = new Bench();
        bench.Talking();
        bench.Do(new CallControl.Consult("1001", Calls.Outside, "1001"));
        var outside = bench.Carrier.Ringing;
        outside.Ring();

        bench.SetForward(Hour);
        bench.Pass(EngineLimits.OutsideRingTime - TimeSpan.FromSeconds(1));
        Assert.True(outside.IsRinging);
        Assert.Equal(0, bench.Engine.Context.Watchdog.Ended);

        bench.Pass(1);
        Assert.True(outside.IsOver);
    }

    [Fact]
    public void A_request_expires_by_the_wall_and_nobody_is_rung()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var offered = bench.PhoneOf("1001").Ringing;

        bench.SetForward(TimeSpan.FromHours(5));

        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);
        Assert.True(offered.IsOver);
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void Calling_hours_end_by_the_wall()
    {
        var bench = new Bench(
            ("  callbacks:\n    priority: 5", "  callbacks:\n    schedule: office\n    priority: 5"),
            ("dialPlans:\n", "schedules:\n  office: { timeZone: America/Toronto, weekly: { monday-friday: 09:00-17:00 } }\ndialPlans:\n"));
        bench.AskForCallback("+15145550123");
        bench.SetForward(TimeSpan.FromHours(3.9));
        Assert.True(bench.Engine.Context.Book.IsOpen("callbacks"));

        bench.SetForward(TimeSpan.FromHours(3.2));

        Assert.False(bench.Engine.Context.Book.IsOpen("callbacks"));
    }

    [Fact]
    public void Phones_stay_registered_and_a_conversation_goes_on()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(10);

        bench.SetForward(TimeSpan.FromDays(60));
        bench.Pass(60);

        Assert.True(agent.TalksWith(caller));
        Assert.Single(bench.Engine.Context.UserAgent.BindingsOf("1002"));
        Assert.True(bench.Engine.Context.UserAgent.BindingsOf("1002")[0].ExpiresAt > bench.Wall);
    }
}
