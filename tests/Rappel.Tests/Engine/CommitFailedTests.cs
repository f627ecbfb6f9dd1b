using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>The store will never take a batch: what hung on it is taken back, and nobody is left waiting.</summary>
public class CommitFailedTests
{
    [Fact]
    public void The_caller_of_a_request_that_cannot_be_written_is_refused_and_keeps_the_place()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.Disk.RefusesNext = true;

        caller.Press('3');

        Assert.Equal("Refusé.", caller.Hears);
        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(5);
        Assert.True(bench.PhoneOf("1001").Calls[^1].TalksWith(caller));
        Assert.Null(bench.Disk.Interactions[0].Outcome);
    }

    [Fact]
    public void A_program_is_told_that_its_request_was_not_written()
    {
        var bench = new Bench();
        var terms = new CallbackTerms(
            "callbacks", null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true);
        bench.Disk.RefusesNext = true;

        var ticket = bench.Command(new EngineCommand.CreateCallback(terms, "+15145550123", null, null, [], "api"));

        Assert.Equal("not-written", bench.Answers[ticket].Error);
        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
    }

    [Fact]
    public void Nobody_is_rung_for_an_attempt_that_cannot_be_written_and_the_agent_is_let_go()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Disk.RefusesNext = true;

        var agent = bench.PhoneOf("1001").Ringing.Answer();
        agent.HearOut();
        bench.Pass(30);

        Assert.Equal(0, bench.Invites(bench.Carrier));
        Assert.True(agent.IsOver);
        Assert.Equal(0, bench.Callback.AttemptsUsed);
        Assert.Equal(AttemptOutcome.TrunkFailure, bench.Callback.LastOutcome);
        Assert.NotEqual(AgentStatus.Busy, bench.StatusOf("1001"));
        Assert.Contains(bench.Logs, l => l.Kind == "commit-failed");
    }

    [Fact]
    public void Who_rings_again_and_changes_what_cannot_be_written_hears_so()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        var again = bench.Call(RingingAgain.Caller);
        bench.Disk.RefusesNext = true;

        again.Press('4');

        Assert.Equal("Pas possible.", again.Hears);
    }

    [Fact]
    public void An_end_that_was_not_written_is_written_again_and_a_restart_calls_nobody()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();
        bench.Disk.RefusesNext = true;

        customer.HangUp();
        bench.Restart();

        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        Assert.Equal("completed", bench.Disk.Interactions[^1].Outcome);
        bench.MakeAvailable("1001");
        bench.Pass(TimeSpan.FromHours(5));
        Assert.Equal(1, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void Who_asks_again_while_the_first_is_not_written_hears_what_became_of_it()
    {
        var bench = new Bench();
        bench.Disk.IsHeldBack = true;
        var first = bench.Call("+15145550123");
        first.Press('3');
        var second = bench.Call("+15145550123");
        second.Press('3');
        Assert.NotEqual("Déjà prévu.", second.Hears);

        bench.Commit();

        Assert.Equal(("C'est noté.", "Déjà prévu."), (first.Hears, second.Hears));
    }

    [Fact]
    public void Who_asks_again_for_a_request_that_cannot_be_written_is_refused()
    {
        var bench = new Bench();
        bench.Disk.IsHeldBack = true;
        var first = bench.Call("+15145550123");
        first.Press('3');
        var asked = bench.Disk.Given[^1].Number;
        var second = bench.Call("+15145550123");
        second.Press('3');

        bench.Feed(new EngineInput.CommitFailed(asked));
        bench.Commit();

        Assert.Equal(("Refusé.", "Refusé."), (first.Hears, second.Hears));
    }

    [Fact]
    public void What_was_written_after_it_counts()
    {
        var bench = new Bench();
        bench.Disk.RefusesNext = true;
        var refused = bench.Command(new EngineCommand.SetAgentStatus("1001", AgentStatus.Available, "test"));
        var written = bench.Command(new EngineCommand.SetAgentStatus("1002", AgentStatus.Available, "test"));

        Assert.Equal(("not-written", null), (bench.Answers[refused].Error, bench.Answers[written].Error));
    }
}
