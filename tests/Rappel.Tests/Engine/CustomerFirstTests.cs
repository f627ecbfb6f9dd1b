using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>From the reservation to the key, and what comes instead of it.</summary>
public class CustomerFirstTests
{
    [Fact]
    public void An_agent_is_reserved_and_not_rung_while_the_customer_is()
    {
        var bench = CustomerFirst.Dialling();

        Assert.Equal((CustomerFirst.Number, "+15145550100"), (bench.Carrier.Ringing.Number, bench.Carrier.Ringing.ShownNumber));
        Assert.Equal(AgentStatus.Offered, bench.StatusOf("1001"));
        Assert.Empty(bench.PhoneOf("1001").Calls);
        Assert.Equal((CallbackStatus.Dialling, "1001"), (bench.Callback.Status, bench.Callback.Agent));
        Assert.NotNull(bench.Attempt.RungAt);
    }

    [Fact]
    public void Nobody_is_dialled_before_the_ringing_is_on_disk()
    {
        var bench = CustomerFirst.Bench([]);
        bench.AskForCallback(CustomerFirst.Number);
        bench.Disk.IsHeldBack = true;
        bench.MakeAvailable("1001");
        Assert.Equal(0, bench.Invites(bench.Carrier));

        bench.Commit();

        Assert.Equal(1, bench.Invites(bench.Carrier));
        Assert.NotNull(bench.Attempt.RungAt);
    }

    [Fact]
    public void Nobody_is_dialled_without_an_agent()
    {
        var bench = CustomerFirst.Bench([]);
        bench.AskForCallback(CustomerFirst.Number);
        bench.Pass(600);
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void No_more_customers_are_rung_than_agents_are_reserved()
    {
        var bench = CustomerFirst.Bench([]);
        bench.AskForCallback("+15145550111");
        bench.AskForCallback("+15145550122");
        bench.AskForCallback("+15145550133");

        bench.MakeAvailable("1001", "1002");

        Assert.Equal(["+15145550111", "+15145550122"], bench.Carrier.Calls.Where(c => c.IsRinging).Select(c => c.Number));
    }

    [Fact]
    public void Nothing_is_said_before_the_customer_has_said_hello()
    {
        var (_, customer) = CustomerFirst.Answered();
        Assert.Equal("silence", customer.Hears);

        customer.Greet(GreetingVerdict.Person);

        Assert.Equal(CustomerFirst.Announcement, customer.Hears);
    }

    [Fact]
    public void A_customer_who_says_nothing_is_told_who_calls()
    {
        var (_, customer) = CustomerFirst.Answered();
        customer.Greet(GreetingVerdict.Silence);
        Assert.Equal(CustomerFirst.Announcement, customer.Hears);
    }

    [Fact]
    public void Where_the_ear_has_no_verdict_the_customer_is_told_all_the_same()
    {
        var (bench, customer) = CustomerFirst.Answered();
        bench.Pass(EngineLimits.GreetingWithin - TimeSpan.FromSeconds(1));
        Assert.Equal("silence", customer.Hears);

        bench.Pass(1);

        Assert.Equal(CustomerFirst.Announcement, customer.Hears);
    }

    [Fact]
    public void The_announcement_is_in_the_language_of_the_request()
    {
        var bench = CustomerFirst.Bench([]);
        bench.AskForCallback(CustomerFirst.Number, "+15145550101");
        bench.MakeAvailable("1001");
        var customer = bench.Carrier.Ringing.Answer().Greet(GreetingVerdict.Person);
        Assert.Equal("This is Clinic, calling you back. Press 1 to speak with us.", customer.Hears);
    }

    [Fact]
    public void A_prompt_of_ones_own_takes_the_place_of_the_announcement()
    {
        var (_, customer) = CustomerFirst.Answered("announcement: hello");
        customer.Greet(GreetingVerdict.Person);
        Assert.Equal("Laissez un message.", customer.Hears);
    }

    [Fact]
    public void The_announcement_comes_a_few_times_and_then_the_attempt_is_over()
    {
        var (bench, customer) = CustomerFirst.Answered();
        customer.Greet(GreetingVerdict.Person);
        for (var i = 0; i < EngineLimits.Announcements; i++)
        {
            Assert.Equal(CustomerFirst.Announcement, customer.Hears);
            bench.Pass(4);
            customer.HearOut();
            Assert.Equal("silence", customer.Hears);
            bench.Pass(EngineLimits.KeyWithin);
        }

        Assert.True(customer.IsOver);
        CustomerFirst.AssertFailed(bench, AttemptOutcome.NotConfirmed);
    }

    [Fact]
    public void A_customer_who_never_presses_is_let_go_even_if_nothing_ever_ends()
    {
        var (bench, customer) = CustomerFirst.Answered();
        bench.Pass(EngineLimits.CustomerConfirmsWithin);
        Assert.True(customer.IsOver);
        CustomerFirst.AssertFailed(bench, AttemptOutcome.NotConfirmed);
    }

    [Fact]
    public void Pressing_1_rings_the_agent_who_sees_who_it_is()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        Assert.Equal("Rappel +1 514 555 0123 essai 1/3", bench.PhoneOf("1001").Ringing.ShownName);
        Assert.Equal("ringing", customer.Hears);

        var agent = bench.PhoneOf("1001").Ringing.Answer();

        Assert.True(agent.TalksWith(customer));
        Assert.Equal((CallbackStatus.Connected, bench.Now), (bench.Callback.Status, bench.Attempt.AnsweredAt));
        Assert.Equal(OfferOutcome.Accepted, Assert.Single(bench.Disk.Offers).Outcome);
    }

    [Fact]
    public void Pressing_1_before_anything_is_said_will_do()
    {
        var (bench, customer) = CustomerFirst.Answered();
        customer.Press('1');
        Assert.True(bench.PhoneOf("1001").IsRinging);
        Assert.False(customer.IsListenedTo);
    }

    [Fact]
    public void Another_key_connects_nobody()
    {
        var (bench, customer) = CustomerFirst.Answered();
        customer.Greet(GreetingVerdict.Person).Press('2');
        Assert.False(bench.PhoneOf("1001").IsRinging);
        customer.Press('1');
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Theory]
    [InlineData(486, AttemptOutcome.Busy, CallbackStatus.Delayed)]
    [InlineData(480, AttemptOutcome.RingNoAnswer, CallbackStatus.Delayed)]
    [InlineData(603, AttemptOutcome.RefusedByCustomer, CallbackStatus.Delayed)]
    [InlineData(404, AttemptOutcome.BadNumber, CallbackStatus.BadNumber)]
    public void What_the_network_says_ends_the_attempt_and_frees_the_agent(int status, AttemptOutcome outcome, CallbackStatus then)
    {
        var bench = CustomerFirst.Dialling();

        bench.Carrier.Ringing.Refuse(status);

        Assert.Equal((outcome, then), (bench.Attempt.Outcome!.Value, bench.Callback.Status));
        CustomerFirst.AssertNeverRung(bench);
    }

    [Fact]
    public void Nobody_answering_ends_the_attempt_and_frees_the_agent()
    {
        var bench = CustomerFirst.Dialling();
        var customer = bench.Carrier.Ringing;
        customer.Ring();
        bench.Pass(20);
        Assert.True(customer.IsOver);
        CustomerFirst.AssertFailed(bench, AttemptOutcome.RingNoAnswer);
    }

    [Fact]
    public void A_trunk_that_fails_is_followed_by_the_next_and_both_by_a_delay()
    {
        var bench = CustomerFirst.Dialling();
        bench.Carrier.Ringing.Refuse(503);
        Assert.Equal(AgentStatus.Offered, bench.StatusOf("1001"));

        bench.Spare.Ringing.Refuse(503);

        Assert.Equal((AttemptOutcome.TrunkFailure, 0), (bench.Attempt.Outcome, bench.Callback.AttemptsUsed));
        CustomerFirst.AssertNeverRung(bench);
    }

    [Fact]
    public void A_customer_who_hangs_up_before_the_key_frees_the_agent_at_once()
    {
        var (bench, customer) = CustomerFirst.Answered();
        customer.Greet(GreetingVerdict.Person).HangUp();
        CustomerFirst.AssertFailed(bench, AttemptOutcome.CustomerHungUp);
    }
}
