using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Complaints;

/// <summary>What users of other products report about promises that were not kept, or kept too often.</summary>
public class PromiseComplaints
{
    [Fact]
    public void The_same_person_is_not_dialled_two_to_four_times_for_one_request()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.AskForCallback("+15145550111");
        bench.MakeAvailable("1001", "1002");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Ring();
        bench.Restart();
        bench.Pass(60);

        Assert.Single(bench.Disk.Callbacks);
        Assert.Equal(1, bench.Invites(bench.Carrier));
        Assert.Equal(0, bench.Invites(bench.Spare));
        Assert.Equal(AttemptOutcome.InterruptedByRestart, bench.Attempt.Outcome);
        Assert.Equal(1, bench.Callback.AttemptsUsed);
    }

    [Fact]
    public void A_trunk_that_fails_after_ringing_does_not_have_the_next_ring_the_same_person()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Ring();

        bench.Carrier.Ringing.Refuse(503);

        Assert.Equal(0, bench.Invites(bench.Spare));
    }

    [Fact]
    public void A_trunk_that_fails_late_does_not_have_the_next_ring_a_person_whose_ringing_was_lost_on_the_way()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(1);

        bench.Carrier.Ringing.Refuse(503);

        Assert.Equal(0, bench.Invites(bench.Spare));
        Assert.Equal((AttemptOutcome.TrunkFailure, false), (bench.Attempt.Outcome, bench.Attempt.UsesAttempt));
    }

    [Fact]
    public void No_request_is_lost_at_a_restart()
    {
        var bench = new Bench();
        var first = bench.AskForCallback("+15145550111");
        bench.Pass(10);
        var second = bench.AskForCallback("+15145550122");

        bench.Restart();
        bench.MakeAvailable("1001");
        bench.Pass(1);

        Assert.Equal([first.Id, second.Id], bench.Disk.Callbacks.Select(c => c.Id));
        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
        Assert.Equal(first.Place, bench.Disk.Callbacks[0].Place);
    }

    [Fact]
    public void A_caller_who_hangs_up_in_the_closing_prompt_has_a_callback()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        caller.Press('3');
        Assert.Equal("C'est noté.", caller.Hears);

        caller.HangUp();

        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("+15145550111", bench.Carrier.Ringing.Number);
    }

    [Fact]
    public void A_customer_who_rings_back_and_is_served_is_not_dialled_any_more()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.Pass(60);
        var again = bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        Assert.True(again.IsUp);
        again.HangUp();
        bench.Pass(TimeSpan.FromHours(5));

        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void The_language_is_not_lost()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111", "+15145550101");
        bench.Restart();

        Assert.Equal("en", bench.Callback.Language);
        Assert.Equal("en", bench.Disk.Interactions.Single(i => i.Id == bench.Callback.Interaction).Language);
    }

    [Fact]
    public void No_number_is_kept_without_its_country_code()
    {
        var bench = new Bench();
        bench.AskForCallback("5145550111");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal("+15145550111", bench.Callback.Number);
        Assert.Equal("+15145550111", bench.Carrier.Ringing.Number);
    }
}
