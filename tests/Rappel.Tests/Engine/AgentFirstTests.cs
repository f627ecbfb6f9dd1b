using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class AgentFirstTests
{
    [Fact]
    public void The_customer_is_dialled_only_after_the_agent_answers()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Pass(10);
        Assert.Equal(0, bench.Invites(bench.Carrier));

        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(1, bench.Invites(bench.Carrier));
        Assert.Equal("+15145550123", bench.Carrier.Ringing.Number);
    }

    [Fact]
    public void The_agent_hears_ringing_and_then_the_customer()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");

        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("ringing", agent.Hears);

        var customer = bench.Carrier.Ringing.Answer();
        Assert.True(agent.TalksWith(customer));
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
        Assert.Equal(bench.Now, bench.Attempt.AnsweredAt);
    }

    [Theory]
    [InlineData("+15145550100")]
    [InlineData("+15145550101")]
    public void The_customer_sees_the_number_they_had_dialled(string channel)
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123", channel);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(channel, bench.Carrier.Ringing.ShownNumber);
    }

    [Fact]
    public void The_customer_sees_another_channels_number_where_the_script_says_so()
    {
        var bench = new Bench(("attempts: 3\n", "attempts: 3\n          callerId: health-line\n"));
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal("+15145550101", bench.Carrier.Ringing.ShownNumber);
    }

    [Theory]
    [InlineData("1001", "Rappel +1 514 555 0123 essai 1/3")]
    [InlineData("1002", "Callback +1 514 555 0123 attempt 1/3")]
    public void The_agents_phone_shows_number_and_attempt_in_the_agents_language(string agent, string shown)
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable(agent);

        var ringing = bench.PhoneOf(agent).Ringing;

        Assert.Equal(shown, ringing.ShownName);
        Assert.Equal("+15145550123", ringing.ShownNumber);
    }

    [Fact]
    public void The_attempts_count_up_on_the_agents_phone()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var shown = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            shown.Add(bench.PhoneOf("1001").Ringing.ShownName);
            bench.PhoneOf("1001").Ringing.Answer();
            bench.Carrier.Ringing.Refuse(486);
            bench.Pass(300);
        }

        Assert.Equal(["Rappel +1 514 555 0123 essai 1/3", "Rappel +1 514 555 0123 essai 2/3", "Rappel +1 514 555 0123 essai 3/3"], shown);
        Assert.Equal(CallbackStatus.Exhausted, bench.Callback.Status);
        Assert.Equal("exhausted", bench.Disk.Interactions[^1].Outcome);
    }

    [Fact]
    public void No_more_callbacks_are_under_way_than_agents_are_free()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.AskForCallback("+15145550122");
        bench.AskForCallback("+15145550133");

        bench.MakeAvailable("1001", "1002");

        Assert.Equal(2, bench.Disk.Callbacks.Count(c => c.Status == CallbackStatus.Offering));
        Assert.Equal(CallbackStatus.Waiting, bench.Disk.Callbacks[^1].Status);
    }

    [Fact]
    public void The_customer_hanging_up_starts_wrap_up_and_its_end_completes_the_callback()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();
        bench.Pass(60);

        customer.HangUp();

        Assert.True(agent.IsOver);
        Assert.Equal((CallbackStatus.Connected, AgentStatus.WrapUp), (bench.Callback.Status, bench.StatusOf("1001")));
        bench.Pass(5);
        Assert.Equal((CallbackStatus.Completed, AgentStatus.Available), (bench.Callback.Status, bench.StatusOf("1001")));
        Assert.Equal(AttemptOutcome.Connected, bench.Attempt.Outcome);
    }

    [Fact]
    public void The_agent_hanging_up_completes_it_too()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();

        agent.HangUp();

        Assert.True(customer.IsOver);
        bench.Pass(5);
        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
    }

    [Fact]
    public void An_agent_who_hangs_up_while_the_customer_rings_stops_the_ringing_and_has_used_the_attempt()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing;
        customer.Ring();

        agent.HangUp();

        Assert.True(customer.IsOver);
        Assert.Contains("CANCEL", bench.SentTo(bench.Carrier));
        Assert.Equal(AttemptOutcome.AgentHungUp, bench.Attempt.Outcome);
        Assert.True(bench.Attempt.UsesAttempt);
    }
}
