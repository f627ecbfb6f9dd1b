using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class ExpiryTests
{
    private static readonly TimeSpan CancelAfter = TimeSpan.FromHours(4);

    [Fact]
    public void An_offer_is_withdrawn_at_expiry_and_nothing_follows()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.Pass(CancelAfter - TimeSpan.FromSeconds(10));
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;

        bench.Pass(9);
        Assert.False(ringing.IsOver);
        bench.Pass(1);

        Assert.True(ringing.IsOver);
        Assert.Equal((CallbackStatus.Expired, bench.Now), (bench.Callback.Status, bench.Callback.EndedAt!.Value));
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal(OfferOutcome.Withdrawn, Assert.Single(bench.Disk.Offers).Outcome);
        Assert.Equal(AttemptOutcome.Withdrawn, bench.Attempt.Outcome);
        Assert.Equal("expired", bench.Disk.Interactions[^1].Outcome);
        bench.Pass(TimeSpan.FromHours(1));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void A_customer_who_is_ringing_at_expiry_is_not_cut_off()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.Pass(CancelAfter - TimeSpan.FromSeconds(10));
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing;
        customer.Ring();

        bench.Pass(15);
        customer.Answer();

        Assert.True(agent.TalksWith(customer));
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
    }

    [Fact]
    public void A_ringing_that_fails_after_expiry_is_the_last()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.Pass(CancelAfter - TimeSpan.FromSeconds(10));
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Ring();

        bench.Pass(20);

        Assert.Equal(AttemptOutcome.RingNoAnswer, bench.Attempt.Outcome);
        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);
    }

    [Fact]
    public void One_that_waits_expires_to_the_second_though_no_agent_ever_came()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        bench.Pass(CancelAfter - TimeSpan.FromSeconds(1));
        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
        bench.Pass(1);

        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);
        Assert.Equal(request.RequestedAt + CancelAfter, bench.Callback.EndedAt);
    }

    [Fact]
    public void One_whose_caller_is_still_on_the_line_is_not_offered_after_it_expired()
    {
        var bench = new Bench(("cancelAfter: 4 h", "cancelAfter: 120 s"));
        var caller = bench.Call("+15145550123");
        caller.Press('3');
        bench.Pass(120);
        bench.MakeAvailable("1001");

        caller.HangUp();

        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);
        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void The_retry_delay_is_kept_to_the_second()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);

        bench.Pass(299);
        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);
        bench.Pass(1);

        Assert.Equal(CallbackStatus.Offering, bench.Callback.Status);
    }

    [Fact]
    public void After_its_last_attempt_it_is_exhausted()
    {
        var bench = new Bench(("attempts: 3", "attempts: 1"));
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        bench.Carrier.Ringing.Refuse(486);

        Assert.Equal(CallbackStatus.Exhausted, bench.Callback.Status);
        bench.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void Nobody_is_dialled_when_the_disk_took_until_after_expiry()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.Pass(CancelAfter - TimeSpan.FromSeconds(3));
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(4);

        bench.Commit();
        agent.HearOut();
        bench.Pass(10);

        Assert.Equal(0, bench.Invites(bench.Carrier));
        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);
        Assert.True(agent.IsOver);
    }
}
