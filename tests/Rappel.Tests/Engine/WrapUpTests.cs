using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;
using Rappel.Tests.Engine.Desk.Control;

namespace Rappel.Tests.Engine;

public class WrapUpTests
{
    private const string Mandatory = "transactionCodes: reasons\n    codesMandatory: true\n    ";

    private static readonly (string, string)[] Coded =
    [
        ("inboundQueues:", "transactionCodes:\n  reasons: { codes: [{ code: refill }, { code: advice }, " +
            string.Join(", ", Enumerable.Range(3, 5).Select(i => $"{{ code: c{i} }}")) + "] }\ninboundQueues:"),
        ("maximumCalls: 3", Mandatory + "maximumCalls: 3"),
        ("maximumPending: 3", Mandatory + "maximumPending: 3"),
    ];

    /// <summary>1001 talked to a caller of the nurses, who hung up.</summary>
    private static Bench AfterACall()
    {
        var bench = new Bench(Coded);
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(60);
        caller.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        return bench;
    }

    private static string? Say(Bench bench, AfterCall.WrapUp said) => bench.Answers[bench.Command(said)].Error;

    private static AfterCall.WrapUp Codes(params string[] codes) => new("1001", "amelie") { Codes = [.. codes] };

    [Fact]
    public void A_nurse_without_a_code_is_offered_nothing_until_one_is_given()
    {
        var bench = AfterACall();
        bench.Call("+15145550124");
        bench.Pass(300);
        bench.MakeAvailable("1001");
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));

        Assert.Null(Say(bench, Codes("refill")));

        Assert.True(bench.PhoneOf("1001").Ringing.IsRinging);
    }

    [Fact]
    public void A_code_given_during_the_call_leaves_an_ordinary_wrap_up()
    {
        var bench = new Bench(Coded);
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Null(Say(bench, Codes("advice")));
        caller.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        bench.Pass(5);

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void What_was_said_is_on_disk_when_it_is_answered()
    {
        var bench = AfterACall();
        bench.Disk.IsHeldBack = true;

        var ticket = bench.Command(Codes("refill", "advice") with { Note = " Allergic to penicillin. " });
        Assert.DoesNotContain(ticket, bench.Answers.Keys);
        bench.Commit();

        Assert.Null(bench.Answers[ticket].Error);
        var said = Assert.Single(bench.Disk.Said);
        Assert.Equal(("1001", "nurses", "Allergic to penicillin."), (said.Agent, said.Queue, said.Note));
        Assert.Equal(["refill", "advice"], said.Codes);
        Assert.Contains(bench.Disk.Journal, j => j is { Event: "codes-given", Detail: "refill, advice", Who: "amelie" });
    }

    [Theory]
    [InlineData("bad-codes", "unheard-of")]
    [InlineData("bad-codes", "refill", "refill")]
    [InlineData("bad-codes", "refill", "advice", "c3", "c4", "c5", "c6", "c7")]
    [InlineData("codes-missing")]
    public void Codes_that_will_not_do_change_nothing(string error, params string[] codes)
    {
        var bench = AfterACall();

        Assert.Equal(error, Say(bench, Codes(codes) with { Note = "lost" }));

        Assert.Empty(bench.Disk.Said);
        bench.Pass(60);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    [Fact]
    public void The_agent_is_done_with_the_code()
    {
        var bench = AfterACall();
        Assert.Equal("codes-missing", Say(bench, new("1001", "amelie") { Finish = true }));

        Assert.Null(Say(bench, Codes("refill") with { Finish = true }));

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_wrap_up_is_extended_and_neither_ended_nor_extended_during_the_call()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        Assert.Equal("no-wrap-up", Say(bench, new("1001", "amelie") { Note = "early" }));
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("in-a-call", Say(bench, new("1001", "amelie") { Finish = true }));
        caller.HangUp();

        Assert.Equal("no-codes", Say(bench, Codes("refill")));
        Assert.Null(Say(bench, new("1001", "amelie") { Extend = TimeSpan.FromSeconds(60) }));
        bench.Pass(64);

        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        bench.Pass(1);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal("no-wrap-up", Say(bench, new("1001", "amelie") { Note = "late" }));
    }

    [Fact]
    public void A_supervisors_word_ends_it_and_it_is_told_that_there_is_no_code()
    {
        var bench = AfterACall();

        bench.Command(new EngineCommand.SetAgentStatus("1001", AgentStatus.OnBreak, "chef") { ByForce = true });

        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.Contains(bench.Disk.Journal, j => j is { Event: "ended-without-codes", Detail: "nurses" });
    }

    [Fact]
    public void It_still_holds_after_a_restart_with_what_was_noted()
    {
        var bench = AfterACall();
        Say(bench, new("1001", "amelie") { Note = "Call the pharmacy." });

        bench.Restart();
        bench.Call("+15145550124");
        bench.Pass(60);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.Null(Say(bench, Codes("refill")));

        Assert.True(bench.PhoneOf("1001").Ringing.IsRinging);
        Assert.Equal("Call the pharmacy.", Assert.Single(bench.Disk.Said).Note);
        Assert.Null(bench.Disk.Agent("1001").Held);
    }

    [Fact]
    public void It_still_holds_after_a_restart_in_the_middle_of_a_direct_call()
    {
        var bench = AfterACall();
        bench.Do(new CallControl.Dial("1001", Calls.Outside, "1001"));
        Assert.Equal(AgentStatus.Busy, bench.StatusOf("1001"));

        bench.Restart();
        bench.Call("+15145550124");
        bench.Pass(60);

        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_call_put_through_in_the_wrap_up_does_not_do_for_the_code_of_the_one_before()
    {
        var bench = AfterACall();
        bench.Call("+15145550124");
        bench.MakeAvailable("1002");
        bench.PhoneOf("1002").Ringing.Answer();
        bench.Do(new CallControl.Transfer("1002", new CallTarget.Agent("1001"), "1002"));
        bench.PhoneOf("1001").Ringing.Answer().HangUp();

        bench.Pass(300);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.Null(Say(bench, Codes("refill")));

        Assert.NotEqual(AgentStatus.WrapUp, bench.StatusOf("1001"));
    }

    [Fact]
    public void Nothing_holds_after_a_restart_where_a_code_was_given_before()
    {
        var bench = AfterACall();
        Say(bench, new("1001", "amelie") { Extend = TimeSpan.FromMinutes(5), Codes = ["refill"] });

        bench.Restart();

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_configuration_that_wants_no_codes_any_more_frees_who_was_held()
    {
        var bench = AfterACall();
        bench.Pass(60);

        bench.Feed(new EngineInput.Published(BenchConfiguration.Read(2)));

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void Nobody_is_asked_what_an_attempt_was_about_that_reached_nobody()
    {
        var bench = new Bench(Coded);
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        bench.Pass(20);

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void The_offer_tells_how_long_they_talked()
    {
        var bench = AfterACall();

        var offer = Assert.Single(bench.Disk.Offers);

        Assert.Equal(TimeSpan.FromSeconds(60), offer.TalkedUntil - offer.TalkedFrom);
    }
}
