using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class DialOutcomeTests
{
    [Theory]
    [InlineData(486, null, AttemptOutcome.Busy, CallbackStatus.Delayed, 1)]
    [InlineData(600, null, AttemptOutcome.Busy, CallbackStatus.Delayed, 1)]
    [InlineData(408, null, AttemptOutcome.RingNoAnswer, CallbackStatus.Delayed, 1)]
    [InlineData(480, null, AttemptOutcome.RingNoAnswer, CallbackStatus.Delayed, 1)]
    [InlineData(404, null, AttemptOutcome.BadNumber, CallbackStatus.BadNumber, 1)]
    [InlineData(410, null, AttemptOutcome.BadNumber, CallbackStatus.BadNumber, 1)]
    [InlineData(484, null, AttemptOutcome.BadNumber, CallbackStatus.BadNumber, 1)]
    [InlineData(604, null, AttemptOutcome.BadNumber, CallbackStatus.BadNumber, 1)]
    [InlineData(603, null, AttemptOutcome.RefusedByCustomer, CallbackStatus.Delayed, 1)]
    [InlineData(607, null, AttemptOutcome.RefusedByCustomer, CallbackStatus.Delayed, 1)]
    [InlineData(608, null, AttemptOutcome.RefusedByCustomer, CallbackStatus.Delayed, 1)]
    [InlineData(503, 17, AttemptOutcome.Busy, CallbackStatus.Delayed, 1)]
    [InlineData(500, 18, AttemptOutcome.RingNoAnswer, CallbackStatus.Delayed, 1)]
    [InlineData(486, 19, AttemptOutcome.RingNoAnswer, CallbackStatus.Delayed, 1)]
    public void What_the_network_says_decides_the_attempt(int status, int? cause, AttemptOutcome outcome, CallbackStatus then, int used)
    {
        var bench = Dialling();

        bench.Carrier.Ringing.Refuse(status, cause);

        Assert.Equal((outcome, status), (bench.Attempt.Outcome!.Value, bench.Attempt.SipStatus));
        Assert.Equal((then, used), (bench.Callback.Status, bench.Callback.AttemptsUsed));
        Assert.Equal(0, bench.Invites(bench.Spare));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public void A_trunk_that_fails_is_followed_by_the_next_within_the_attempt(int status)
    {
        var bench = Dialling();

        bench.Carrier.Ringing.Refuse(status);

        Assert.Equal("+15145550123", bench.Spare.Ringing.Number);
        Assert.Null(Assert.Single(bench.Disk.Attempts).Outcome);
        bench.Spare.Ringing.Answer();
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
    }

    [Fact]
    public void All_trunks_failing_uses_no_attempt_and_is_tried_again_soon()
    {
        var bench = Dialling();

        bench.Carrier.Ringing.Refuse(503);
        bench.Spare.Ringing.Refuse(503);

        Assert.Equal(AttemptOutcome.TrunkFailure, bench.Attempt.Outcome);
        Assert.Equal((CallbackStatus.Delayed, 0), (bench.Callback.Status, bench.Callback.AttemptsUsed));
        bench.Pass(CallbackLimits.TrunkBackOff);
        Assert.EndsWith("essai 1/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Theory]
    [InlineData(180, AttemptOutcome.RingNoAnswer, 1)]
    [InlineData(183, AttemptOutcome.TrunkFailure, 0)]
    public void A_failure_after_ringing_does_not_ring_the_customer_by_another_trunk(int progress, AttemptOutcome outcome, int used)
    {
        var bench = Dialling();
        bench.Carrier.Ringing.Ring(progress);

        bench.Carrier.Ringing.Refuse(503);

        Assert.Equal(0, bench.Invites(bench.Spare));
        Assert.Equal((outcome, used), (bench.Attempt.Outcome!.Value, bench.Callback.AttemptsUsed));
    }

    [Fact]
    public void Trunks_that_go_on_failing_are_tried_ever_later_and_use_an_attempt_in_the_end()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var waits = new List<double>();
        var used = new List<int>();
        for (var i = 0; i <= CallbackLimits.TrunkFailures; i++)
        {
            bench.PhoneOf("1001").Ringing.Answer();
            bench.Carrier.Ringing.Refuse(503);
            bench.Spare.Ringing.Refuse(503);
            waits.Add((bench.Callback.DueAt!.Value - bench.Now).TotalSeconds);
            used.Add(bench.Callback.AttemptsUsed);
            bench.PhoneOf("1001").Calls[^1].HearOut();
            bench.Pass(TimeSpan.FromSeconds(waits[^1]));
        }

        Assert.Equal([15, 30, 60, 120, 240, 300, 300, 300, 300, 300, 300], waits);
        Assert.Equal([.. Enumerable.Repeat(0, CallbackLimits.TrunkFailures), 1], used);
        Assert.Equal(waits.Count, bench.Invites(bench.Carrier));
        Assert.Equal(waits.Count, bench.Invites(bench.Spare));
    }

    [Fact]
    public void An_answer_whose_media_does_not_fit_does_not_ring_the_customer_by_another_trunk()
    {
        var bench = Dialling();

        bench.Carrier.Ringing.Answer("v=0\r\n"u8.ToArray());

        Assert.Contains("BYE", bench.SentTo(bench.Carrier));
        Assert.Equal(0, bench.Invites(bench.Spare));
        Assert.Equal((AttemptOutcome.RingNoAnswer, 1), (bench.Attempt.Outcome!.Value, bench.Callback.AttemptsUsed));
    }

    [Fact]
    public void When_the_ring_time_is_up_the_ringing_stops_and_nobody_has_answered()
    {
        var bench = Dialling();
        var customer = bench.Carrier.Ringing;
        customer.Ring();
        bench.Pass(19);
        Assert.False(customer.IsOver);

        bench.Pass(1);

        Assert.True(customer.IsOver);
        Assert.Contains("CANCEL", bench.SentTo(bench.Carrier));
        Assert.Equal(AttemptOutcome.RingNoAnswer, bench.Attempt.Outcome);
    }

    [Fact]
    public void An_answer_that_crosses_our_cancel_is_acknowledged_and_hung_up_and_counts_once()
    {
        var bench = Dialling();
        var customer = bench.Carrier.Ringing;
        customer.Ring();
        bench.Carrier.IsUnplugged = true;
        bench.Pass(20);
        bench.Carrier.IsUnplugged = false;

        customer.Answer();
        bench.Pass(1);

        Assert.Equal(["ACK", "BYE"], bench.SentTo(bench.Carrier).SkipWhile(m => m != "CANCEL").Where(m => m != "CANCEL").Distinct());
        Assert.True(customer.IsOver);
        Assert.Equal(AttemptOutcome.RingNoAnswer, Assert.Single(bench.Disk.Attempts).Outcome);
        Assert.Equal((CallbackStatus.Delayed, 1), (bench.Callback.Status, bench.Callback.AttemptsUsed));
    }

    [Fact]
    public void A_trunk_that_answers_nothing_at_all_is_followed_by_the_next()
    {
        var bench = Dialling(unplugged: true);

        bench.Pass(EngineLimits.TrunkSilence);

        Assert.Equal("+15145550123", bench.Spare.Ringing.Number);
        Assert.Null(bench.Attempt.Outcome);
    }

    [Fact]
    public void Trunks_that_answer_nothing_at_all_use_no_attempt()
    {
        var bench = Dialling(unplugged: true);
        bench.Spare.IsUnplugged = true;

        bench.Pass(2 * EngineLimits.TrunkSilence);

        Assert.Equal(AttemptOutcome.TrunkFailure, bench.Attempt.Outcome);
        Assert.Equal(0, bench.Callback.AttemptsUsed);
    }

    [Fact]
    public void A_trunk_that_has_said_100_is_waited_for()
    {
        var bench = Dialling();
        bench.Pass(EngineLimits.TrunkSilence);

        Assert.Equal(0, bench.Invites(bench.Spare));
        bench.Pass(15);
        Assert.Equal(AttemptOutcome.RingNoAnswer, bench.Attempt.Outcome);
    }

    [Theory]
    [InlineData(486, "La ligne est occupée.")]
    [InlineData(480, "Pas de réponse.")]
    [InlineData(404, "Le numéro n'est pas valide.")]
    [InlineData(603, "L'appel a été refusé.")]
    public void The_agent_is_told_why_nobody_came_and_is_hung_up(int status, string told)
    {
        var bench = Dialling();
        var agent = bench.PhoneOf("1001").Calls[^1];

        bench.Carrier.Ringing.Refuse(status);
        Assert.Equal(told, agent.Hears);

        agent.HearOut();
        Assert.True(agent.IsOver);
    }

    [Fact]
    public void An_agent_whose_announcement_never_ends_is_hung_up_all_the_same()
    {
        var bench = Dialling();
        var agent = bench.PhoneOf("1001").Calls[^1];
        bench.Carrier.Ringing.Refuse(486);

        bench.Pass(10);

        Assert.True(agent.IsOver);
    }

    /// <summary>The agent has answered and the customer is being dialled.</summary>
    private static Bench Dialling(bool unplugged = false)
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.Carrier.IsUnplugged = unplugged;
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        return bench;
    }
}
