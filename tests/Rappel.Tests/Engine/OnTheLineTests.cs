using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>While a customer is on the line with us nobody is offered their callback, and nobody rings them: they would be busy.</summary>
public class OnTheLineTests
{
    private const string Customer = "+15145550142";

    private static CallbackTerms Terms(Bench bench) => bench.Configuration.Scripts["line"].InQueue.OfType<CallbackObject>().Single().Terms;

    private static void Create(Bench bench, string number, CallbackTerms terms) => bench.Command(
        new EngineCommand.CreateCallback(terms, number, null, null, ImmutableDictionary<string, string>.Empty, "api"));

    [Fact]
    public void A_request_is_held_while_its_customer_waits_and_released_when_they_hang_up()
    {
        var bench = new Bench();
        var place = bench.AskForCallback(Customer).Place;
        Assert.False(bench.Callback.IsHeld);

        var call = bench.Call(Customer);
        Assert.Equal(CallbackHold.OnTheLine, bench.Callback.Handling?.HeldBecause);
        call.HangUp();

        Assert.Equal((false, CallbackStatus.Waiting, place), (bench.Callback.IsHeld, bench.Callback.Status, bench.Callback.LinePlace));
        bench.MakeAvailable("1001");
        Assert.Contains("Rappel", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_changed_to_one_on_the_line_is_not_rung_before_they_hang_up()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550199");
        var call = bench.Call(Customer);

        bench.Command(new CallbackCommand.ChangeNumber(request.Id, Customer, "admin", "rings from there"));

        Assert.Equal(CallbackHold.OnTheLine, bench.Callback.Handling?.HeldBecause);
        call.HangUp();
        Assert.False(bench.Callback.IsHeld);
    }

    [Fact]
    public void Who_is_held_by_hand_meanwhile_and_released_is_still_on_the_line()
    {
        var bench = new Bench();
        var request = bench.AskForCallback(Customer);
        var call = bench.Call(Customer);
        bench.Command(new CallbackCommand.Hold(request.Id, "admin", "asks for a doctor"));
        Assert.Equal(CallbackHold.ByHand, bench.Callback.Handling?.HeldBecause);

        bench.Command(new CallbackCommand.Release(request.Id, "admin", "there is one"));

        Assert.Equal(CallbackHold.OnTheLine, bench.Callback.Handling?.HeldBecause);
        call.HangUp();
        Assert.Equal((false, CallbackStatus.Waiting), (bench.Callback.IsHeld, bench.Callback.Status));
    }

    [Fact]
    public void A_customer_who_rings_back_is_served_and_is_not_dialled_any_more()
    {
        var bench = new Bench();
        bench.AskForCallback(Customer);
        bench.Call(Customer);
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;
        Assert.DoesNotContain("Rappel", ringing.ShownName, StringComparison.Ordinal);

        ringing.Answer();
        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
        ringing.HangUp();
        bench.Pass(TimeSpan.FromHours(5));

        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void An_agent_who_is_rung_for_the_callback_stops_being_rung_when_the_customer_rings_in()
    {
        var bench = new Bench();
        bench.AskForCallback(Customer);
        bench.MakeAvailable("1001");
        var callback = bench.PhoneOf("1001").Ringing;
        Assert.Contains("Rappel", callback.ShownName, StringComparison.Ordinal);

        var call = bench.Call(Customer);

        Assert.True(callback.IsOver);
        var live = bench.PhoneOf("1001").Ringing;
        Assert.DoesNotContain("Rappel", live.ShownName, StringComparison.Ordinal);
        live.Answer();
        Assert.True(call.TalksWith(live));
        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
        Assert.Equal(AttemptOutcome.Withdrawn, bench.Attempt.Outcome);
        Assert.False(bench.Attempt.UsesAttempt);
    }

    [Fact]
    public void Who_rings_in_while_being_rung_is_served_by_the_agent_who_answers_and_not_rung_again()
    {
        var bench = new Bench();
        bench.AskForCallback(Customer);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        var dialled = bench.Carrier.Ringing;
        var call = bench.Call(Customer);
        bench.MakeAvailable("1002");

        var live = bench.PhoneOf("1002").Ringing;
        live.Answer();

        Assert.True(dialled.IsOver);
        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
        Assert.Equal(AttemptOutcome.RingNoAnswer, bench.Attempt.Outcome);
        Assert.True(call.TalksWith(live));
        call.HangUp();
        var invites = bench.Invites(bench.Carrier);
        bench.Pass(TimeSpan.FromHours(5));
        Assert.Equal(invites, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void An_attempt_that_fails_while_they_are_on_the_line_is_not_followed_by_another_before_they_hang_up()
    {
        var bench = new Bench(("maximumWait: 10 min", "maximumWait: 60 min"));
        bench.AskForCallback(Customer);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        var dialled = bench.Carrier.Ringing;
        bench.SetStatus("1001", AgentStatus.OnBreak);
        var call = bench.Call(Customer);
        dialled.Refuse(486);
        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);

        bench.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal((CallbackStatus.Waiting, true), (bench.Callback.Status, bench.Callback.IsHeld));
        call.HangUp();

        Assert.False(bench.Callback.IsHeld);
        bench.MakeAvailable("1001");
        Assert.Contains("2/3", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_for_a_typed_number_is_served_when_the_customer_rings_from_it()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback("+15145550111");
        bench.RingAgain("35145550142", from: "+15145550111").HearOut();
        Assert.Equal(Customer, bench.Callback.Number);

        bench.RingAgain("9");
        Assert.True(bench.Callback.IsHeld);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
    }

    [Fact]
    public void A_number_that_the_carrier_delivers_in_another_form_is_known_by_what_the_dial_plan_makes_of_it()
    {
        var bench = new Bench();
        bench.AskForCallback(Customer);

        bench.Call("5145550142");

        Assert.True(bench.Callback.IsHeld);
    }

    [Fact]
    public void A_typed_number_holds_its_request_but_does_not_end_it()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(Customer);
        bench.AskForCallback("+15145550111");
        var stranger = bench.RingAgain("35145550142", from: "+15145550111");
        var theirs = bench.Disk.Callbacks[0];
        Assert.Equal((Customer, true), (theirs.Number, theirs.IsHeld));

        bench.MakeAvailable("1001");
        stranger.HearOut();
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal((CallbackStatus.Waiting, CallbackStatus.Served), (bench.Disk.Callbacks[0].Status, bench.Disk.Callbacks[1].Status));
        stranger.HangUp();
        Assert.False(bench.Disk.Callbacks[0].IsHeld);
    }

    [Fact]
    public void A_request_merely_found_by_a_typed_number_is_not_ended_either()
    {
        var bench = new Bench([.. RingingAgain.Script,
            ("pending: { changeCallback: { action: takePlace, exits: { done: { goto: Choix }, failed: { goto: Rate } } } }", "pending: { goto: Choix }")]);
        bench.AskForCallback(Customer);
        bench.AskForCallback("+15145550111");
        var stranger = bench.RingAgain("35145550142", from: "+15145550111");
        stranger.HearOut();
        stranger.Press('6');

        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal((CallbackStatus.Waiting, CallbackStatus.Served), (bench.Disk.Callbacks[0].Status, bench.Disk.Callbacks[1].Status));
    }

    [Fact]
    public void Two_calls_of_one_customer_hold_until_both_are_over()
    {
        var bench = new Bench();
        bench.AskForCallback(Customer);
        var first = bench.Call(Customer);
        var second = bench.Call(Customer);

        first.HangUp();
        Assert.True(bench.Callback.IsHeld);
        second.HangUp();

        Assert.False(bench.Callback.IsHeld);
    }

    [Theory]
    [InlineData("1002", CallbackStatus.Served)]
    [InlineData("1004", CallbackStatus.Waiting)]
    public void Who_is_forwarded_to_an_agent_is_served_where_that_agent_serves_the_callbacks(string agent, CallbackStatus status)
    {
        var bench = new Bench(("agent: 1004\n", $"agent: {agent}\n"));
        bench.AskForCallback(Customer);
        var call = bench.Call(Customer);
        call.Press('1');
        bench.PhoneOf(agent).Ringing.Answer();

        Assert.Equal(status, bench.Callback.Status);
        call.HangUp();
        Assert.Equal(status, bench.Callback.Status);
    }

    [Fact]
    public void A_customer_being_called_back_is_not_rung_for_another_queue_meanwhile()
    {
        var bench = new Bench(("outboundQueues:\n", "outboundQueues:\n  others: { members: [1002], priority: 5, wrapUp: 5 s, maximumPending: 3 }\n"));
        bench.AskForCallback(Customer);
        Create(bench, Customer, Terms(bench) with { Queue = "others" });
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        bench.MakeAvailable("1002");
        Assert.False(bench.PhoneOf("1002").IsRinging);
        Assert.True(bench.Disk.Callbacks[1].IsHeld);
        bench.Carrier.Ringing.Answer().HangUp();

        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void A_hold_by_hand_is_not_lifted_by_the_end_of_a_call()
    {
        var bench = new Bench();
        var id = bench.AskForCallback(Customer).Id;
        var call = bench.Call(Customer);
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.Hold(id, CallbackHold.ByHand, "supervisor"));

        call.HangUp();

        Assert.Equal(CallbackHold.ByHand, bench.Callback.Handling?.HeldBecause);
    }

    [Fact]
    public void One_released_by_hand_while_the_customer_is_on_the_line_is_held_again()
    {
        var bench = new Bench();
        var id = bench.AskForCallback(Customer).Id;
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Refuse(486);
        var call = bench.Call(Customer);
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.Release(id, null, "supervisor"));
        bench.MakeAvailable("1001");

        Assert.DoesNotContain("Rappel", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
        call.HangUp();
        Assert.Contains("Rappel", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }
}
