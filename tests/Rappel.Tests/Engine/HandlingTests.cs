using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>What a supervisor or a program does to a request, with who, when and why.</summary>
public class HandlingTests
{
    [Fact]
    public void A_held_request_is_not_offered_until_it_is_released()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        var held = Do(bench, new CallbackCommand.Hold(request.Id, "marie", "waits for the lab"));
        bench.MakeAvailable("1001");
        bench.Pass(60);
        Assert.False(bench.PhoneOf("1001").IsRinging);

        var released = Do(bench, new CallbackCommand.Release(request.Id, "marie", "the lab called"));

        Assert.Equal(CallbackHold.ByHand, held.Callback!.Handling!.HeldBecause);
        Assert.False(released.Callback!.IsHeld);
        Assert.True(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(("held", "marie"), Journal(bench, request.Id, "lab").Select(j => (j.Event, j.Who!)).First());
        Assert.Equal(("released", "marie"), Journal(bench, request.Id, "the lab called").Select(j => (j.Event, j.Who!)).Single());
    }

    [Fact]
    public void Holding_withdraws_the_offer_and_uses_no_attempt()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");

        Do(bench, new CallbackCommand.Hold(request.Id, "marie", "wait"));

        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal((CallbackStatus.Waiting, 0), (bench.Callback.Status, bench.Callback.AttemptsUsed));
    }

    [Fact]
    public void What_is_not_held_cannot_be_released()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        Assert.Equal("not-in-state", Do(bench, new CallbackCommand.Release(request.Id, "marie", "why not")).Error);
    }

    [Fact]
    public void A_customer_on_the_line_with_us_is_not_released_by_hand()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.Hold(request.Id, CallbackHold.OnTheLine, null));

        Assert.Equal("on-the-line", Do(bench, new CallbackCommand.Release(request.Id, "marie", "now")).Error);
    }

    [Fact]
    public void A_number_changed_while_it_is_offered_costs_no_place()
    {
        var bench = new Bench();
        var first = bench.AskForCallback("+15145550123");
        bench.Pass(5);
        bench.AskForCallback("+15145550124");
        bench.MakeAvailable("1001");

        Assert.Equal("+15145550123", bench.PhoneOf("1001").Ringing.ShownNumber);
        Do(bench, new CallbackCommand.ChangeNumber(first.Id, "+15145550125", "marie", "a new phone"));

        Assert.Equal("+15145550125", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void Retry_now_while_the_agent_is_still_told_how_it_went_is_offered_afterwards()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);

        Do(bench, new CallbackCommand.RetryNow(request.Id, "marie", "is in now"));
        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
        bench.Pass(20);

        Assert.True(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(CallbackStatus.Offering, bench.Callback.Status);
    }

    [Fact]
    public void Retry_now_ends_the_delay_and_keeps_place_and_attempts()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        bench.Pass(20);
        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);

        var answer = Do(bench, new CallbackCommand.RetryNow(request.Id, "marie", "she wrote that she is home"));

        Assert.Null(answer.Error);
        Assert.Equal((request.Place, 1), (answer.Callback!.LinePlace, answer.Callback.AttemptsUsed));
        Assert.EndsWith("essai 2/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Fact]
    public void A_rescheduled_request_is_offered_in_its_window_and_expires_at_its_end()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        var window = new CallbackWindow(bench.Now.AddHours(5), bench.Now.AddHours(6));

        var answer = Do(bench, new CallbackCommand.Reschedule(request.Id, window, "marie", "after work"));
        bench.MakeAvailable("1001");
        bench.Pass(TimeSpan.FromHours(5).Subtract(TimeSpan.FromSeconds(1)));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(1);
        Assert.True(bench.PhoneOf("1001").IsRinging);
        bench.SetStatus("1001", Rappel.Core.Acd.AgentStatus.OnBreak);
        bench.Pass(TimeSpan.FromHours(1));

        Assert.Equal((window, request.Place), (answer.Callback!.Handling!.Window, answer.Callback.Place));
        Assert.Equal((CallbackStatus.Expired, window.Until), (bench.Callback.Status, bench.Callback.EndedAt));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 1.01)]
    [InlineData(-3, -2)]
    [InlineData(1, 100)]
    public void A_window_that_cannot_be_kept_is_refused(double from, double until)
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        var window = new CallbackWindow(bench.Now.AddHours(from), bench.Now.AddHours(until));

        Assert.Equal("bad-window", Do(bench, new CallbackCommand.Reschedule(request.Id, window, "marie", "later")).Error);
    }

    [Fact]
    public void Notes_are_kept_in_order_with_who_and_when()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        Do(bench, new CallbackCommand.AddNote(request.Id, "Speak slowly.", "marie"));
        bench.Pass(5);
        Do(bench, new CallbackCommand.AddNote(request.Id, "Has the results.", "1001"));
        bench.Restart();

        Assert.Equal(
            [new CallbackNote(bench.Now.AddSeconds(-6), "marie", "Speak slowly."), new CallbackNote(bench.Now.AddSeconds(-1), "1001", "Has the results.")],
            bench.Callback.Handling!.Notes);
        Assert.Equal("bad-note", Do(bench, new CallbackCommand.AddNote(request.Id, new string('x', 501), "marie")).Error);
    }

    [Fact]
    public void A_command_is_answered_once_and_when_it_is_on_disk()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Disk.IsHeldBack = true;

        var ticket = bench.Command(new CallbackCommand.Hold(request.Id, "marie", "wait"));
        Assert.False(bench.Answers.ContainsKey(ticket));
        bench.Commit();

        Assert.Null(bench.Answers[ticket].Error);
    }

    [Fact]
    public void Nothing_is_done_to_a_request_that_is_final()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Command(new EngineCommand.CancelCallback(request.Id, "marie", "called us"));
        var events = bench.Disk.Journal.Count;

        Assert.All(All(request.Id, bench.Now), command => Assert.Equal("not-open", Do(bench, command).Error));
        Assert.Equal(events, bench.Disk.Journal.Count);
    }

    [Fact]
    public void A_customer_who_is_being_rung_is_not_disturbed_by_hand()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Ring();

        foreach (var command in All(request.Id, bench.Now))
        {
            var allowed = command is CallbackCommand.Hold or CallbackCommand.Release or CallbackCommand.AddNote;
            Assert.Equal((command.GetType().Name, allowed), (command.GetType().Name, Do(bench, command).Error is null));
        }

        Assert.Equal((CallbackStatus.Dialling, "+15145550123"), (bench.Callback.Status, bench.Callback.Number));
        bench.Carrier.Ringing.Answer();
        Assert.Equal("connected", Do(bench, new CallbackCommand.RetryNow(request.Id, "marie", "now")).Error);
    }

    private static CallbackCommand[] All(CallbackId id, Instant now) =>
    [
        new CallbackCommand.Move(id, new CallbackMove.First(), "marie", "why"), new CallbackCommand.RetryNow(id, "marie", "why"),
        new CallbackCommand.Reschedule(id, new CallbackWindow(now.AddHours(1), now.AddHours(2)), "marie", "why"),
        new CallbackCommand.ChangeNumber(id, "5145550177", "marie", "why"), new CallbackCommand.Assign(id, "1002", "marie", "why"),
        new CallbackCommand.Transfer(id, "callbacks", "marie", "why"), new CallbackCommand.Hold(id, "marie", "why"),
        new CallbackCommand.Release(id, "marie", "why"), new CallbackCommand.AddNote(id, "why", "marie"),
        new CallbackCommand.Dismiss(id, "1001", "why"),
    ];

    private static CommandAnswer Do(Bench bench, EngineCommand command) => bench.Answers[bench.Command(command)];

    private static IEnumerable<Rappel.Engine.Journal.JournalRow> Journal(Bench bench, CallbackId id, string said) =>
        bench.Disk.Journal.Where(j => j.Subject == id.ToString() && j.Detail?.Contains(said, StringComparison.Ordinal) == true);
}
