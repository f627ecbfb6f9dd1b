using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class PublishTests
{
    [Fact]
    public void A_caller_keeps_the_script_the_call_began_with()
    {
        var bench = new Bench();
        var before = bench.Call("+15145550111");
        Publish(bench, BenchConfiguration.Read(2, ("Ne pas déranger.", "Tout est nouveau.")));
        var after = bench.Call("+15145550122");

        before.Press('5');
        after.Press('5');

        Assert.Equal(("Ne pas déranger.", "Tout est nouveau."), (before.Hears, after.Hears));
    }

    [Fact]
    public void A_conversation_goes_on_though_queue_and_agent_are_gone()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        Publish(bench, Without1001());
        Assert.True(caller.TalksWith(agent));

        caller.HangUp();
        Assert.True(agent.IsOver);
        Assert.Null(bench.Engine.Context.Acd.ReadAgent("1001"));
    }

    [Fact]
    public void A_callback_keeps_the_terms_it_was_taken_with()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");

        Publish(bench, BenchConfiguration.Read(2, ("attempts: 3", "attempts: 1")));
        bench.MakeAvailable("1001");

        Assert.EndsWith("essai 1/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Fact]
    public void A_callback_for_an_agent_who_is_gone_is_for_any_agent()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Command(new CallbackCommand.Assign(request.Id, "1001", "admin", "knows the case"));

        Publish(bench, Only1002());
        bench.MakeAvailable("1002");

        Assert.True(bench.PhoneOf("1002").IsRinging);
        Assert.Null(bench.Callback.Handling);
    }

    [Fact]
    public void A_callback_for_an_agent_who_is_gone_when_the_server_starts_is_for_any_agent()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Command(new CallbackCommand.Assign(request.Id, "1001", "admin", "knows the case"));

        bench.Configuration = Only1002();
        bench.Restart();
        bench.MakeAvailable("1002");

        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void The_callbacks_of_a_queue_that_is_gone_are_not_dialled_outside_the_hours_it_had()
    {
        var bench = new Bench(
            ("trunks:", "schedules: { mornings: { timeZone: America/Toronto, weekly: { every-day: 08:00-11:00 } } }\ntrunks:"),
            ("    maximumPending: 3", "    maximumPending: 3\n    schedule: mornings"));
        bench.AskForCallback("+15145550123");

        var snapshot = BenchConfiguration.Read(2);
        Publish(bench, snapshot with
        {
            OutboundQueues = snapshot.OutboundQueues.Clear(),
            InboundQueues = snapshot.InboundQueues.SetItem("nurses", snapshot.InboundQueues["nurses"] with { OutboundQueue = null }),
        });
        bench.Pass(TimeSpan.FromHours(2));
        bench.MakeAvailable("1001");

        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void A_queue_that_is_gone_is_served_by_the_members_it_had_until_it_is_empty_and_is_seen()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");

        Publish(bench, WithoutQueues());
        Assert.Contains(bench.Engine.Context.RemovedQueues.Outbound, q => q.Key == "callbacks");
        bench.MakeAvailable("1001");

        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void Callbacks_are_held_for_a_person_where_queue_and_members_are_gone_and_go_on_when_both_are_back()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");

        Publish(bench, WithoutQueues() with { Agents = WithoutQueues().Agents.Clear() });
        Assert.Equal(CallbackHold.NoQueue, bench.Callback.Handling?.HeldBecause);

        Publish(bench, BenchConfiguration.Read(3));
        Assert.Null(bench.Callback.Handling?.HeldBecause);
        Assert.True(bench.Engine.Context.Book.IsInLine(bench.Callback.Id));
    }

    [Fact]
    public void Callbacks_of_a_queue_that_is_gone_when_the_server_starts_are_held_until_they_are_moved()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.Configuration = WithoutQueues() with
        {
            OutboundQueues = BenchConfiguration.Read(2).OutboundQueues.Clear().Add(
                "others", BenchConfiguration.Read(2).OutboundQueues["callbacks"] with { Key = "others" }),
        };
        bench.Restart();
        Assert.Equal(CallbackHold.NoQueue, bench.Callback.Handling?.HeldBecause);

        bench.Command(new CallbackCommand.Transfer(request.Id, "others", "admin", "the queue was renamed"));
        bench.MakeAvailable("1001");

        Assert.Null(bench.Callback.Handling?.HeldBecause);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void Nobody_new_is_promised_a_callback_of_a_queue_that_is_gone()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        Publish(bench, WithoutQueues());

        caller.Press('3');
        caller.Press('1');

        Assert.Empty(bench.Engine.Context.Book.ReadAll());
        Assert.False(caller.IsOver);
    }

    [Fact]
    public void A_caller_in_a_queue_without_anybody_left_goes_on_in_the_script()
    {
        var bench = new Bench();
        bench.Call("+15145550123");
        Assert.NotEmpty(bench.Engine.Context.Works);

        Publish(bench, WithoutQueues() with { Agents = WithoutQueues().Agents.Clear() });

        Assert.Empty(bench.Engine.Context.Works);
    }

    private static ConfigurationSnapshot WithoutQueues()
    {
        var snapshot = BenchConfiguration.Read(2);
        return snapshot with { OutboundQueues = snapshot.OutboundQueues.Clear(), InboundQueues = snapshot.InboundQueues.Clear() };
    }

    [Fact]
    public void A_caller_enters_a_queue_whose_schedule_is_no_longer_configured()
    {
        const string Schedule = "schedules: { always: { timeZone: America/Toronto, weekly: { every-day: 00:00-24:00 } } }\n";
        var bench = new Bench(
            ("trunks:", Schedule + "trunks:"),
            ("    treatment: line\n", "    treatment: line\n    schedule: always\n"),
            ("main:\n", "main:\n      - getDigit: { timeout: 20 s, tries: 1, exits: { 1: { goto: Suite }, no-input: , invalid: } }\n      - label: Suite\n"));
        var caller = bench.Call("+15145550123");
        Publish(bench, BenchConfiguration.Read(2));

        caller.Press('1');

        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void Calling_hours_that_end_withdraw_the_offer_and_those_that_begin_bring_it_back()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);

        Publish(bench, BenchConfiguration.Read(
            2,
            ("trunks:", "schedules: { afternoon: { timeZone: America/Toronto, weekly: { every-day: 13:00-17:00 } } }\ntrunks:"),
            ("maximumPending: 3", "maximumPending: 3\n    schedule: afternoon")));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);

        // It is 10:00 in Montréal.
        bench.Pass(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(2));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(1);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void The_live_view_says_which_version_is_in_force()
    {
        var bench = new Bench();

        Publish(bench, BenchConfiguration.Read(2));
        bench.Pass(1);

        Assert.Equal(2, bench.Look().ConfigurationVersion);
    }

    private static ConfigurationSnapshot Without1001()
    {
        var snapshot = BenchConfiguration.Read(2);
        return snapshot with
        {
            Agents = snapshot.Agents.Remove("1001"),
            InboundQueues = snapshot.InboundQueues.SetItem("nurses", snapshot.InboundQueues["nurses"] with { Members = [] }),
            OutboundQueues = snapshot.OutboundQueues.SetItem("callbacks", snapshot.OutboundQueues["callbacks"] with { Members = [] }),
        };
    }

    /// <summary>1001 is gone, the queues go on.</summary>
    private static ConfigurationSnapshot Only1002()
    {
        var snapshot = BenchConfiguration.Read(2);
        var queue = snapshot.OutboundQueues["callbacks"];
        return Without1001() with
        {
            OutboundQueues = snapshot.OutboundQueues.SetItem("callbacks", queue with { Members = [.. queue.Members.Where(m => m.Agent == "1002")] }),
        };
    }

    private static void Publish(Bench bench, ConfigurationSnapshot configuration)
    {
        bench.Configuration = configuration;
        bench.Feed(new EngineInput.Published(configuration));
        bench.Settle();
    }
}
