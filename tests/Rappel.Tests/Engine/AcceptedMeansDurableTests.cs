using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class AcceptedMeansDurableTests
{
    [Fact]
    public void The_caller_hears_that_it_is_noted_only_once_it_is_on_disk()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Disk.IsHeldBack = true;

        caller.Press('3');
        bench.Pass(5);
        Assert.NotEqual("C'est noté.", caller.Hears);

        bench.Commit();
        Assert.Equal("C'est noté.", caller.Hears);
    }

    [Fact]
    public void The_disk_is_told_which_rows_somebody_waits_for()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        Assert.All(bench.Disk.Given, b => Assert.False(b.IsAwaited));

        caller.Press('3');
        Assert.True(bench.Disk.Given[^1].IsAwaited);
    }

    [Fact]
    public void A_caller_who_hangs_up_between_the_key_and_the_commit_still_has_the_callback()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Disk.IsHeldBack = true;

        caller.Press('3');
        caller.HangUp();
        Assert.Empty(bench.Disk.Callbacks);
        bench.Commit();

        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
        bench.MakeAvailable("1001");
        Assert.Equal("+15145550123", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void The_call_ends_as_diverted_in_the_batch_that_carries_the_request()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");

        caller.Press('3');
        caller.HangUp();

        var batch = bench.Disk.Given.First(b => b.Rows.Any(r => r is StoreRow.OfCallback));
        var call = batch.Rows.OfType<StoreRow.OfInteraction>().Select(r => r.Interaction).Last(i => i.Kind == InteractionKind.Inbound);
        Assert.Equal("diverted: callback", call.Outcome);
        Assert.Equal(call, bench.Disk.Interactions.Single(i => i.Kind == InteractionKind.Inbound));
        Assert.Equal(call.Id, bench.Callback.Parent);
    }

    [Fact]
    public void A_caller_who_hangs_up_before_the_commit_is_not_abandoned()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Disk.IsHeldBack = true;
        caller.Press('3');
        caller.HangUp();
        bench.Commit();

        Assert.Equal("diverted: callback", bench.Disk.Interactions.Single(i => i.Kind == InteractionKind.Inbound).Outcome);
    }

    [Fact]
    public void No_agent_is_given_a_caller_whose_callback_is_being_written()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Disk.IsHeldBack = true;
        caller.Press('3');

        bench.MakeAvailable("1001");

        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void The_customer_is_not_dialled_before_the_ringing_is_on_disk()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;

        bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(3);
        Assert.Equal(0, bench.Invites(bench.Carrier));

        bench.Commit();
        Assert.Equal("+15145550123", bench.Carrier.Ringing.Number);
        Assert.NotNull(bench.Attempt.RungAt);
    }

    [Fact]
    public void An_agent_who_hangs_up_before_the_ringing_is_on_disk_stops_the_dialling()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        agent.HangUp();
        bench.Commit();

        Assert.Equal(0, bench.Invites(bench.Carrier));
        Assert.Equal(AttemptOutcome.AgentHungUp, bench.Attempt.Outcome);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }
}
