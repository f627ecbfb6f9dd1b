using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>What agents decide of callbacks whose line was answered.</summary>
public class OutcomeTests
{
    private static (Bench Bench, PhoneCall Customer) Talking()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        return (bench, bench.Carrier.Ringing.Answer());
    }

    private static CommandAnswer Decide(Bench bench, DecidedOutcome? outcome, int? inSeconds = null, string? number = null) =>
        bench.Answers[bench.Command(new AfterCall.Decide("1001", outcome, "amelie") { At = bench.Now.AddSeconds(inSeconds ?? 0), Number = number })];

    [Fact]
    public void A_customer_to_be_called_again_is_dialled_at_the_time_and_not_before()
    {
        var (bench, customer) = Talking();
        var answer = Decide(bench, DecidedOutcome.CallAgain, 600);
        Assert.Equal(DecidedOutcome.CallAgain, answer.Callback!.Handling!.Decision!.Outcome);
        customer.HangUp();
        bench.Pass(598);
        Assert.Equal((CallbackStatus.Delayed, 0), (bench.Callback.Status, bench.Callback.AttemptsUsed));
        Assert.Equal(1, bench.Invites(bench.Carrier));

        bench.Pass(2);
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(1);
        bench.Carrier.Ringing.Answer().HangUp();
        bench.Pass(5);

        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        Assert.Equal([AttemptOutcome.CallAgain, AttemptOutcome.Connected], bench.Disk.Attempts.Select(a => a.Outcome!.Value));
        var record = bench.Disk.Interactions.Single(i => i.Id == bench.Callback.Interaction);
        Assert.Equal(("completed", bench.Attempt.AnsweredAt), (record.Outcome, record.AnsweredAt));
    }

    [Fact]
    public void A_mailbox_that_answered_is_tried_again_after_the_delay()
    {
        var (bench, customer) = Talking();
        customer.HangUp();
        Assert.Null(Decide(bench, DecidedOutcome.VoicemailReached).Error);
        bench.Pass(5);

        Assert.Equal((CallbackStatus.Delayed, AttemptOutcome.AnsweringMachine), (bench.Callback.Status, bench.Attempt.Outcome));
        bench.Pass(300);
        Assert.EndsWith("essai 1/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Fact]
    public void A_wrong_number_is_never_rung_again()
    {
        var (bench, customer) = Talking();
        Decide(bench, DecidedOutcome.WrongNumber);
        customer.HangUp();
        bench.Pass(3600);

        Assert.Equal(CallbackStatus.BadNumber, bench.Callback.Status);
        Assert.Equal(1, bench.Invites(bench.Carrier));
        Assert.Equal("bad-number", bench.Disk.Interactions.Single(i => i.Id == bench.Callback.Interaction).Outcome);
    }

    [Fact]
    public void The_conversation_ends_on_record_when_they_hang_up()
    {
        var (bench, customer) = Talking();
        bench.Pass(60);
        customer.HangUp();
        var over = bench.Now;
        bench.Pass(5);

        Assert.Equal(over, bench.Disk.Interactions.Single(i => i.Id == bench.Callback.Interaction).EndedAt);
    }

    [Theory]
    [InlineData("911", "refused-number")]
    [InlineData("5145550199", null)]
    public void Another_number_goes_through_the_dial_plan(string number, string? error)
    {
        var (bench, customer) = Talking();
        var answer = Decide(bench, DecidedOutcome.CallAgain, number: number);
        Assert.Equal(error, answer.Error);
        customer.HangUp();
        bench.Pass(5);

        Assert.Equal(error is null ? "+15145550199" : "+15145550123", bench.Callback.Number);
        Assert.Equal(error is null ? CallbackStatus.Offering : CallbackStatus.Completed, bench.Callback.Status);
    }

    [Fact]
    public void There_is_nothing_to_decide_of_a_call_that_was_no_callback_or_reached_nobody()
    {
        var bench = new Bench();
        bench.Call("+15145550124");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer().HangUp();
        Assert.Equal("no-callback", Decide(bench, DecidedOutcome.CallAgain).Error);
        bench.Pass(5);
        Assert.Equal("no-wrap-up", Decide(bench, DecidedOutcome.CallAgain).Error);

        bench.AskForCallback("+15145550123");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        Assert.Equal("no-callback", Decide(bench, DecidedOutcome.CallAgain).Error);
    }

    [Fact]
    public void A_crash_in_the_wrap_up_loses_no_decision()
    {
        var (bench, customer) = Talking();
        customer.HangUp();
        Decide(bench, DecidedOutcome.CallAgain, 600);

        bench.Restart();

        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);
        bench.Pass(600);
        bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("+15145550123", bench.Carrier.Ringing.Number);
    }

    [Fact]
    public void The_customer_is_not_on_the_line_during_the_wrap_up()
    {
        var (bench, customer) = Talking();
        customer.HangUp();

        Assert.Equal(0, bench.Engine.Context.OnTheLine.Count);
        Assert.Equal(CallbackStatus.Waiting, bench.AskForCallback("+15145550123").Status);
        Assert.Equal(CallbackStatus.Completed, bench.Disk.Callbacks[0].Status);
    }
}
