using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>A server runs for months: nothing may be left of calls that are over.</summary>
public class LeftoverTests
{
    [Fact]
    public void Nothing_is_left_of_calls_that_are_over()
    {
        var bench = new Bench(("maximumCalls: 3", "maximumCalls: 50"), ("maximumPending: 3", "maximumPending: 50"));
        var ports = bench.Engine.Context.Ports.Count;

        AllKindsOfCalls(bench);
        bench.Pass(TimeSpan.FromHours(5));

        AssertNothingIsLeft(bench, ports);
    }

    [Fact]
    public void Nothing_is_left_after_ten_rounds_either()
    {
        var bench = new Bench(("maximumCalls: 3", "maximumCalls: 50"), ("maximumPending: 3", "maximumPending: 50"));
        var ports = bench.Engine.Context.Ports.Count;

        for (var round = 0; round < 10; round++)
        {
            AllKindsOfCalls(bench);
            bench.Pass(TimeSpan.FromHours(5));
        }

        AssertNothingIsLeft(bench, ports);
    }

    [Fact]
    public void Nothing_is_left_of_attempts_that_rang_the_customer_first()
    {
        var bench = CustomerFirst.Bench(
            ["onMachine: leave-message"], ("attempts: 3", "attempts: 1"), ("maximumPending: 3", "maximumPending: 50\n    whisper: for-the-nurse"));
        var ports = bench.Engine.Context.Ports.Count;
        bench.MakeAvailable("1001");

        CustomersFirst(bench);
        bench.Pass(TimeSpan.FromHours(5));

        AssertNothingIsLeft(bench, ports);
        Assert.Empty(bench.Engine.Context.CustomerFirst);
    }

    private static void CustomersFirst(Bench bench)
    {
        Ring("+15145550111", customer => customer.Refuse(486));
        Ring("+15145550112", customer => customer.Answer().HangUp());
        Ring("+15145550113", customer => customer.Answer().Greet(GreetingVerdict.Person));
        Ring("+15145550114", machine => machine.Answer().Greet(GreetingVerdict.Machine).Beep());
        Ring("+15145550115", customer =>
        {
            customer.Answer().Press('1');
            customer.HangUp();
        });
        Ring("+15145550116", customer =>
        {
            customer.Answer().Press('1');
            bench.PhoneOf("1001").Ringing.Refuse(486);
        });
        Ring("+15145550117", customer =>
        {
            customer.Answer().Press('1');
            bench.PhoneOf("1001").Ringing.Answer();
            customer.HangUp();
        });
        Ring("+15145550118", customer =>
        {
            customer.Answer().Press('1');
            bench.PhoneOf("1001").Ringing.Answer().HearOut();
            customer.HangUp();
        });
        Ring("+15145550119", customer =>
        {
            customer.Answer().Press('1');
            bench.PhoneOf("1001").Ringing.Answer().HangUp();
        });
        Ring("+15145550120", _ => bench.SetStatus("1001", AgentStatus.OnBreak));

        void Ring(string number, Action<PhoneCall> then)
        {
            bench.AskForCallback(number);
            then(bench.Carrier.Calls.Last(c => c.Number == number));

            // Long enough for every limit.
            bench.Pass(250);
            bench.MakeAvailable("1001");
        }
    }

    private static void AllKindsOfCalls(Bench bench)
    {
        foreach (var agent in new[] { "1001", "1002", "1004" })
        {
            bench.SetStatus(agent, AgentStatus.OnBreak);
        }

        // Given up while waiting, while forwarded both ways, during a greeting, while an agent rings.
        bench.Call("+15145550111").HangUp();
        foreach (var key in new[] { '1', '4', '2', '5' })
        {
            var caller = bench.Call("+15145550112");
            caller.Press(key);
            caller.HangUp();
        }

        var rung = bench.Call("+15145550113");
        bench.MakeAvailable("1001");
        rung.HangUp();

        // Forwarded to an agent, and hung up on by either.
        var forwarded = bench.Call("+15145550115");
        forwarded.Press('1');
        bench.PhoneOf("1004").Ringing.Answer().HangUp();
        forwarded = bench.Call("+15145550115");
        forwarded.Press('1');
        bench.PhoneOf("1004").Ringing.Answer();
        forwarded.HangUp();

        // Talked to.
        var talked = bench.Call("+15145550114");
        bench.PhoneOf("1001").Ringing.Answer();
        talked.HangUp();
        bench.Pass(5);

        // Callbacks: completed, busy to exhaustion, bad number, cancelled, expired, asked for twice.
        Callback(bench, "+15145550121", customer => customer.Answer().HangUp());
        Callback(bench, "+15145550122", customer => customer.Refuse(404));
        Callback(bench, "+15145550123", customer => customer.Refuse(486));
        bench.SetStatus("1001", AgentStatus.OnBreak);
        var cancelled = bench.AskForCallback("+15145550124");
        bench.Command(new EngineCommand.CancelCallback(cancelled.Id, "test", "test"));
        bench.AskForCallback("+15145550125");
        bench.AskForCallback("+15145550125");

        // Messages: too short, heard early, heard to the end.
        var shortOne = bench.Call("+15145550131");
        shortOne.Press('2');
        shortOne.HearOut();
        shortOne.HangUp();
        var message = bench.Call("+15145550132");
        message.Press('2');
        message.HearOut();
        bench.Pass(10);
        message.HangUp();
        bench.MakeAvailable("1004");
        bench.PhoneOf("1004").Ringing.Answer().HangUp();
        bench.Pass(5);
        bench.PhoneOf("1004").Ringing.Answer().HearOut();

        // An agent who never answers.
        bench.MakeAvailable("1002");
        bench.Pass(30);
    }

    private static void Callback(Bench bench, string number, Action<PhoneCall> customer)
    {
        bench.AskForCallback(number);
        bench.PhoneOf("1001").Ringing.Answer();
        customer(bench.Carrier.Ringing);
        bench.Pass(15);
    }

    private static void AssertNothingIsLeft(Bench bench, int ports)
    {
        var context = bench.Engine.Context;
        Assert.DoesNotContain(bench.Logs, l => l.Kind is "acd-command-refused" or "callback-command-refused");
        Assert.All(bench.Disk.Callbacks, c => Assert.True(c.IsFinal, $"{c.Id} is {c.Status}"));
        Assert.All(bench.Disk.Interactions, i => Assert.True(i.EndedAt is not null, $"{i.Id} is open"));
        Assert.All(bench.Disk.Attempts, a => Assert.NotNull(a.Outcome));
        Assert.All(bench.Disk.Offers, o => Assert.NotNull(o.Outcome));
        Assert.Empty(context.Callers);
        Assert.Empty(context.Works);
        Assert.Empty(context.Rings);
        Assert.Empty(context.Messages);
        Assert.Equal(0, context.CallbackDesk.Remembered);
        Assert.Equal(0, context.OnTheLine.Count);
        Assert.Equal(0, context.Legs.Count);
        Assert.Equal(0, context.UserAgent.LegCount);
        Assert.Equal(0, context.Legs.CallsThrough("carrier"));
        Assert.True(context.Ledger.IsOnDisk(context.Ledger.Latest));
        Assert.Null(context.Agenda.Next);
        Assert.Equal(0, bench.Media.Count);
        Assert.Equal(ports, context.Ports.Count);
        Assert.DoesNotContain(context.Acd.ReadAgents(), a => a.Status is AgentStatus.Busy or AgentStatus.Offered or AgentStatus.WrapUp);
    }
}
