using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class CallbackRefusalTests
{
    private static readonly CallbackTerms Terms = new(
        "callbacks", null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(20), true);

    [Fact]
    public void A_second_request_for_the_same_number_is_already_pending_and_the_caller_waits_on()
    {
        var bench = new Bench();
        var first = bench.AskForCallback("+15145550123");
        bench.Pass(60);

        var again = bench.Call("+15145550123");
        again.Press('3');

        Assert.Equal("Déjà prévu.", again.Hears);
        Assert.Equal(first.Place, bench.Callback.Place);
        again.HangUp();
        Assert.Equal("short-abandoned", bench.Disk.Interactions[^1].Outcome);
    }

    [Fact]
    public void A_caller_told_that_it_is_already_pending_can_still_be_connected()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        var again = bench.Call("+15145550123");
        again.Press('3');
        bench.Command(new EngineCommand.CancelCallback(bench.Callback.Id, "test", "out of the way"));

        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        Assert.True(agent.TalksWith(again));
    }

    [Fact]
    public void Beyond_the_cap_a_request_is_refused_and_the_caller_keeps_the_place()
    {
        var bench = new Bench(("maximumPending: 3", "maximumPending: 1"));
        bench.AskForCallback("+15145550111");

        var caller = bench.Call("+15145550122");
        caller.Press('3');

        Assert.Equal("Refusé.", caller.Hears);
        Assert.Single(bench.Disk.Callbacks);
        bench.Pass(1);
        Assert.Equal(1, bench.Look().Queues.Single(q => q.Queue == "nurses").Waiting);
    }

    [Fact]
    public void A_caller_who_reaches_an_agent_of_the_paired_queue_has_been_served()
    {
        var bench = new Bench(("  callbacks:\n    priority: 5", "  callbacks:\n    priority: 4"));
        bench.AskForCallback("+15145550123");
        var again = bench.Call("+15145550123");
        bench.MakeAvailable("1001");

        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
        Assert.False(again.IsOver);
    }

    [Fact]
    public void A_program_is_answered_once_its_request_is_on_disk()
    {
        var bench = new Bench();
        bench.Disk.IsHeldBack = true;

        var ticket = bench.Command(Create("514 555-0123"));
        Assert.Empty(bench.Answers);
        bench.Commit();

        var answer = bench.Answers[ticket];
        Assert.Null(answer.Error);
        Assert.Equal(("+15145550123", CallbackOrigin.Api, "+15145550100"), (answer.Callback!.Number, answer.Callback.Origin, answer.Callback.CallerId));
        bench.MakeAvailable("1001");
        Assert.Equal("+15145550123", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Theory]
    [InlineData("nowhere", "north-american", null, "unknown-queue")]
    [InlineData("callbacks", "nowhere", null, "unknown-dial-plan")]
    [InlineData("callbacks", "north-american", "nowhere", "unknown-channel")]
    public void A_request_that_names_what_is_not_there_is_refused(string queue, string plan, string? channel, string word)
    {
        var bench = new Bench();

        var ticket = bench.Command(Create("+15145550123", Terms with { Queue = queue, DialPlan = plan, CallerIdChannel = channel }));

        Assert.Equal(word, bench.Answers[ticket].Error);
        Assert.Empty(bench.Disk.Callbacks);
    }

    [Theory]
    [InlineData("+442071234567")]
    [InlineData("911")]
    [InlineData("+15145550100")]
    public void A_number_that_may_not_be_dialled_is_refused(string number)
    {
        var bench = new Bench();

        var ticket = bench.Command(Create(number));

        Assert.Equal("refused-number", bench.Answers[ticket].Error);
    }

    [Fact]
    public void Terms_out_of_range_are_refused()
    {
        var bench = new Bench();

        var ticket = bench.Command(Create("+15145550123", Terms with { Attempts = 11 }));

        Assert.Equal("out-of-range", bench.Answers[ticket].Error);
    }

    [Fact]
    public void The_cap_and_the_pending_request_are_told_to_programs_too()
    {
        var bench = new Bench(("maximumPending: 3", "maximumPending: 1"));
        bench.Command(Create("+15145550111"));

        var again = bench.Command(Create("+15145550111"));
        var other = bench.Command(Create("+15145550122"));

        Assert.Equal(("already-pending", bench.Callback.Id), (bench.Answers[again].Error!, bench.Answers[again].Callback!.Id));
        Assert.Equal("pending-cap", bench.Answers[other].Error);
    }

    [Fact]
    public void A_cancelled_request_is_answered_once_it_is_on_disk_and_its_offer_is_withdrawn()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Disk.IsHeldBack = true;

        var ticket = bench.Command(new EngineCommand.CancelCallback(request.Id, "marie", "called us"));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.False(bench.Answers.ContainsKey(ticket));
        bench.Commit();

        Assert.Equal((null, CallbackStatus.Cancelled), (bench.Answers[ticket].Error, bench.Answers[ticket].Callback!.Status));
        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
    }

    [Fact]
    public void What_is_final_or_unknown_cannot_be_cancelled()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Command(new EngineCommand.CancelCallback(request.Id, "marie", "called us"));

        var ticket = bench.Command(new EngineCommand.CancelCallback(request.Id, "marie", "again"));

        Assert.Equal("not-open", bench.Answers[ticket].Error);
    }

    [Fact]
    public void Cancelling_does_not_cut_off_a_customer_who_rings()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Ring();

        var ticket = bench.Command(new EngineCommand.CancelCallback(request.Id, "marie", "called us"));

        Assert.Equal(CallbackStatus.Dialling, bench.Answers[ticket].Callback!.Status);
        bench.Carrier.Ringing.Refuse(486);
        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
    }

    [Fact]
    public void A_callback_in_conversation_cannot_be_cancelled()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Answer();

        var ticket = bench.Command(new EngineCommand.CancelCallback(request.Id, "marie", "too late"));

        Assert.Equal("connected", bench.Answers[ticket].Error);
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
    }

    private static EngineCommand.CreateCallback Create(string number, CallbackTerms? terms = null) => new(
        terms ?? Terms, number, null, null, ImmutableDictionary<string, string>.Empty, "api");
}
