using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class AgentCommandTests
{
    [Theory]
    [InlineData(AgentStatus.Available)]
    [InlineData(AgentStatus.WorkingOffline)]
    [InlineData(AgentStatus.LoggedOut)]
    public void A_status_that_was_asked_for_is_answered_once_it_is_on_disk(AgentStatus status)
    {
        var bench = new Bench();
        bench.Disk.IsHeldBack = true;

        var ticket = bench.Command(new EngineCommand.SetAgentStatus("1001", status, "marie"));
        Assert.Empty(bench.Answers);
        bench.Commit();

        Assert.Null(bench.Answers[ticket].Error);
        Assert.Equal(status, bench.Disk.Agent("1001").Status);
    }

    [Fact]
    public void Nobody_can_set_the_status_of_an_agent_who_does_not_exist()
    {
        var bench = new Bench();

        var ticket = bench.Command(new EngineCommand.SetAgentStatus("9999", AgentStatus.Available, "marie"));

        Assert.Equal("unknown-agent", bench.Answers[ticket].Error);
    }

    [Theory]
    [InlineData(AgentStatus.Offered)]
    [InlineData(AgentStatus.Busy)]
    [InlineData(AgentStatus.WrapUp)]
    public void A_status_that_comes_of_itself_cannot_be_asked_for(AgentStatus status)
    {
        var bench = new Bench();

        var ticket = bench.Command(new EngineCommand.SetAgentStatus("1001", status, "marie"));

        Assert.Equal("not-requestable", bench.Answers[ticket].Error);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_reason_is_a_code_for_that_status_and_holds_while_it_lasts()
    {
        var bench = CodedBench();

        var lunch = bench.Command(new EngineCommand.SetAgentStatus("1001", AgentStatus.OnBreak, "marie") { Code = "lunch" });
        Assert.Equal("lunch", CodeOf(bench));
        bench.SetStatus("1001", AgentStatus.Available);
        bench.SetStatus("1001", AgentStatus.OnBreak);

        Assert.Null(bench.Answers[lunch].Error);
        Assert.Null(CodeOf(bench));
        Assert.Contains(bench.Disk.Journal, j => j is { Subject: "agent-1001", Event: "status-asked", Detail: "on-break lunch", Who: "marie" });
    }

    [Fact]
    public void A_reason_given_during_a_call_is_shown_once_the_break_begins()
    {
        var bench = CodedBench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        bench.Command(new EngineCommand.SetAgentStatus("1001", AgentStatus.OnBreak, "marie") { Code = "lunch" });
        Assert.Null(CodeOf(bench));
        caller.HangUp();
        bench.Pass(5);

        Assert.Equal("lunch", CodeOf(bench));
    }

    [Theory]
    [InlineData(AgentStatus.WorkingOffline, "lunch", "'lunch' is no code for 'working-offline'; there are paperwork")]
    [InlineData(AgentStatus.OnBreak, "nap", "'nap' is no code for 'on-break'; there are lunch")]
    [InlineData(AgentStatus.Available, "lunch", "there are no codes for 'available'")]
    public void A_code_that_is_not_for_the_status_changes_nothing(AgentStatus status, string code, string problem)
    {
        var bench = CodedBench();

        var ticket = bench.Command(new EngineCommand.SetAgentStatus("1001", status, "marie") { Code = code });

        Assert.Equal(("bad-code", problem), (bench.Answers[ticket].Error, bench.Answers[ticket].Detail?.English));
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_break_asked_for_during_a_call_begins_after_wrap_up()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        bench.SetStatus("1001", AgentStatus.OnBreak);
        Assert.Equal(AgentStatus.Busy, bench.StatusOf("1001"));
        caller.HangUp();
        bench.Pass(5);

        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
    }

    [Fact]
    public void Asking_to_be_available_ends_wrap_up_early()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        caller.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));

        bench.MakeAvailable("1001");

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void Who_asked_is_on_record()
    {
        var bench = new Bench();

        bench.Command(new EngineCommand.SetAgentStatus("1001", AgentStatus.Available, "marie"));

        Assert.Contains(bench.Disk.Given[^1].Rows.OfType<Rappel.Engine.Journal.StoreRow.OfJournal>(),
            r => r.Entry is { Subject: "agent-1001", Event: "status-asked", Detail: "available", Who: "marie" });
    }

    private static string? CodeOf(Bench bench) => bench.Look().Agents.Single(a => a.Agent == "1001").Code;

    private static Bench CodedBench()
    {
        var bench = new Bench();
        bench.Feed(new EngineInput.Published(bench.Configuration with
        {
            Version = 2,
            AgentStatusCodes = "reasons",
            StatusCodes = bench.Configuration.StatusCodes.Add("reasons", new(
                "reasons", "Reasons", [new("lunch", "Lunch", CodedStatus.OnBreak), new("paperwork", "Paperwork", CodedStatus.WorkingOffline)])),
        }));
        return bench;
    }
}
