using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>The agent has accepted and the disk takes its time: what comes meanwhile holds, and the customer's phone does not ring.</summary>
public class BeforeTheInviteTests
{
    private const string Customer = "+15145550123";

    private static readonly (string, string)[] Hours =
    [
        ("trunks:", "schedules: { mornings: { timeZone: America/Toronto, weekly: { every-day: 08:00-10:05 } } }\ntrunks:"),
        ("    maximumPending: 3", "    maximumPending: 3\n    schedule: mornings"),
    ];

    private static (Bench Bench, CallbackRequest Request, PhoneCall Agent) Accepted(params (string, string)[] changes)
    {
        var bench = new Bench(changes);
        var request = bench.AskForCallback(Customer);
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;
        return (bench, request, bench.PhoneOf("1001").Ringing.Answer());
    }

    private static void AssertNobodyWasRung(Bench bench, CallbackStatus status)
    {
        bench.Commit();
        Assert.Equal(0, bench.Invites(bench.Carrier) + bench.Invites(bench.Spare));
        Assert.Equal((status, 0), (bench.Callback.Status, bench.Callback.AttemptsUsed));
        Assert.Null(bench.Attempt.RungAt);
    }

    [Fact]
    public void An_agent_does_not_wait_for_a_disk_that_does_not_come_back()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;
        bench.PhoneOf("1001").Ringing.Answer();

        bench.Pass(60);
        Assert.NotEqual(AgentStatus.Busy, bench.StatusOf("1001"));
        bench.Commit();

        Assert.Equal(0, bench.Invites(bench.Carrier));
        Assert.Equal((AttemptOutcome.TrunkFailure, false), (bench.Disk.Attempts[0].Outcome, bench.Disk.Attempts[0].UsesAttempt));
    }

    [Fact]
    public void Who_has_been_served_meanwhile_is_not_dialled()
    {
        var (bench, _, _) = Accepted();
        bench.Call(Customer);
        bench.MakeAvailable("1002");
        bench.PhoneOf("1002").Ringing.Answer();

        AssertNobodyWasRung(bench, CallbackStatus.Served);
    }

    [Fact]
    public void Who_has_rung_in_meanwhile_is_not_dialled_before_they_hang_up()
    {
        var (bench, _, agent) = Accepted();
        var call = bench.Call(Customer);

        AssertNobodyWasRung(bench, CallbackStatus.Delayed);

        agent.HearOut();
        bench.Pass(20);
        Assert.True(bench.Callback.IsHeld);
        call.HangUp();
        Assert.Equal((CallbackStatus.Offering, false), (bench.Callback.Status, bench.Callback.IsHeld));
    }

    [Fact]
    public void A_request_that_is_cancelled_meanwhile_ends_as_cancelled()
    {
        var (bench, request, _) = Accepted();
        bench.Command(new EngineCommand.CancelCallback(request.Id, "admin", "by mistake"));

        AssertNobodyWasRung(bench, CallbackStatus.Cancelled);
    }

    [Fact]
    public void A_request_that_is_held_meanwhile_waits_for_its_release()
    {
        var (bench, request, _) = Accepted();
        bench.Command(new CallbackCommand.Hold(request.Id, "admin", "asks for a doctor"));

        AssertNobodyWasRung(bench, CallbackStatus.Delayed);
        Assert.True(bench.Callback.IsHeld);
    }

    [Fact]
    public void When_the_hours_end_meanwhile_nobody_is_dialled_before_they_begin_again()
    {
        var (bench, _, _) = Accepted(Hours);

        // Or else the agent, free again once the disk is given up, is offered it again while it is open.
        bench.SetStatus("1001", AgentStatus.OnBreak);
        bench.Pass(TimeSpan.FromMinutes(6));

        AssertNobodyWasRung(bench, CallbackStatus.Waiting);
        bench.Pass(TimeSpan.FromHours(3));
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void A_trunk_that_fails_after_the_request_was_cancelled_is_not_followed_by_another()
    {
        var bench = new Bench();
        var request = bench.AskForCallback(Customer);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Command(new EngineCommand.CancelCallback(request.Id, "admin", "by mistake"));

        bench.Carrier.Ringing.Refuse(503);

        Assert.Equal(0, bench.Invites(bench.Spare));
        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
    }

    [Fact]
    public void An_agent_who_goes_meanwhile_uses_no_attempt()
    {
        var (bench, _, agent) = Accepted();
        agent.HangUp();

        AssertNobodyWasRung(bench, CallbackStatus.Waiting);
        Assert.Equal((AttemptOutcome.AgentHungUp, false), (bench.Attempt.Outcome!.Value, bench.Attempt.UsesAttempt));
    }

    [Fact]
    public void A_reserved_agent_who_goes_meanwhile_uses_no_attempt()
    {
        var bench = CustomerFirst.Bench([]);
        bench.AskForCallback(CustomerFirst.Number);
        bench.Disk.IsHeldBack = true;
        bench.MakeAvailable("1001");
        bench.SetStatus("1001", AgentStatus.OnBreak);

        AssertNobodyWasRung(bench, CallbackStatus.Waiting);
        CustomerFirst.AssertNothingIsLeft(bench);
    }
}
