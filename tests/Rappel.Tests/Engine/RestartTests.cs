using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class RestartTests
{
    [Fact]
    public void A_request_that_waited_is_offered_after_the_restart()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");

        bench.Restart();
        bench.MakeAvailable("1001");

        Assert.EndsWith("essai 1/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Fact]
    public void A_request_that_was_not_on_disk_was_never_promised()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Disk.IsHeldBack = true;
        caller.Press('3');

        bench.Restart();

        Assert.Empty(bench.Disk.Callbacks);
        Assert.NotEqual("C'est noté.", caller.Hears);
    }

    [Fact]
    public void An_offer_under_way_uses_no_attempt()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");

        bench.Restart();

        Assert.Equal(OfferOutcome.Withdrawn, bench.Disk.Offers[0].Outcome);
        Assert.Equal(0, bench.Callback.AttemptsUsed);
        Assert.EndsWith("essai 1/3", bench.PhoneOf("1001").Calls[^1].ShownName);
    }

    [Fact]
    public void A_ringing_under_way_uses_its_attempt_and_the_customer_is_not_rung_again_for_it()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        bench.Restart();

        Assert.Equal(AttemptOutcome.InterruptedByRestart, bench.Attempt.Outcome);
        Assert.Equal(1, bench.Callback.AttemptsUsed);
        Assert.Equal(1, bench.Invites(bench.Carrier));
        bench.Pass(300);
        Assert.EndsWith("essai 2/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Fact]
    public void An_acceptance_whose_ringing_was_not_on_disk_rings_afresh()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;
        bench.PhoneOf("1001").Ringing.Answer();

        bench.Restart();

        Assert.Equal(0, bench.Invites(bench.Carrier));
        Assert.Equal(0, bench.Callback.AttemptsUsed);
    }

    [Fact]
    public void A_call_that_was_connected_is_not_made_again()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Answer();

        bench.Restart();

        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        bench.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void A_delay_goes_on_to_its_end()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        bench.Pass(100);

        bench.Restart();

        bench.Pass(198);
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(1);
        Assert.EndsWith("essai 2/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Fact]
    public void A_request_that_expired_while_the_server_was_down_is_not_offered()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Refuse(486);
        bench.Pass(TimeSpan.FromHours(4) - TimeSpan.FromMilliseconds(500));

        bench.Restart();
        bench.MakeAvailable("1001");

        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);
        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void Calls_that_were_open_end_as_interrupted()
    {
        var bench = new Bench();
        bench.Call("+15145550123");

        bench.Restart();

        var call = Assert.Single(bench.Disk.Interactions);
        Assert.Equal(("interrupted", bench.Now - TimeSpan.FromSeconds(1)), (call.Outcome!, call.EndedAt!.Value));
    }

    [Fact]
    public void A_callbacks_own_record_stays_open()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");

        bench.Restart();
        Assert.Null(bench.Disk.Interactions[^1].Outcome);

        bench.Pass(TimeSpan.FromHours(4));
        Assert.Equal("expired", bench.Disk.Interactions[^1].Outcome);
    }

    [Fact]
    public void Agents_and_their_phones_are_as_they_were()
    {
        var bench = new Bench();
        bench.MakeAvailable("1001");

        bench.Restart();

        Assert.Equal((AgentStatus.Available, AgentStatus.OnBreak), (bench.StatusOf("1001"), bench.StatusOf("1002")));
        bench.Call("+15145550123");
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void Nobody_is_rung_before_there_is_a_media_port()
    {
        var bench = new Bench();
        bench.MakeAvailable("1001");
        bench.AskForCallback("+15145550123");
        bench.PhoneOf("1001").Ringing.Refuse(480);
        bench.Pass(1);

        bench.Restart(announcePorts: false);
        bench.Pass(5);
        Assert.False(bench.PhoneOf("1001").IsRinging);

        bench.AnnouncePorts();
        bench.Pass(EngineLimits.PortsSettle);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void A_message_that_was_being_recorded_is_offered()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('2');
        caller.HearOut();
        Assert.Equal(VoicemailStatus.Recording, Assert.Single(bench.Disk.Messages).Status);

        bench.Restart();
        Assert.Equal(VoicemailStatus.New, Assert.Single(bench.Disk.Messages).Status);
        bench.MakeAvailable("1004");

        Assert.Equal("Message care-team +1 514 555 0123", bench.PhoneOf("1004").Ringing.ShownName);
    }

    [Fact]
    public void New_interactions_and_callbacks_get_new_numbers()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");

        bench.Restart();
        bench.AskForCallback("+15145550122");

        Assert.Equal(2, bench.Disk.Callbacks.Count);
        Assert.Equal(4, bench.Disk.Interactions.Count);
    }
}
