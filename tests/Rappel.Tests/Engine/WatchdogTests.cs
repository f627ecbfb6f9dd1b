using System.Collections;
using System.Reflection;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Each kind of thing that may be stuck, planted and seen freed; nothing else is touched.</summary>
public class WatchdogTests
{
    private const string Caller = "+15145550142";
    private static readonly TimeSpan Enough = EngineLimits.WatchdogGrace + (2 * EngineLimits.WatchdogInterval);

    private static Bench NewBench() => new() { ExpectsFaults = true };

    private static void AssertEnded(Bench bench, string what)
    {
        var line = Assert.Single(bench.Logs, l => l.Kind == "watchdog-ended");
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains(what, line.Text, StringComparison.Ordinal);
        Assert.Matches(", for \\d+ s$", line.Text);
        bench.Pass(1);
        Assert.Equal(1, bench.Look().WatchdogEnded);
        Assert.DoesNotContain(bench.Logs, l => l.Kind == "invariant-broken");
    }

    private static void DropOutputs(Distributor acd)
    {
        while (acd.TryTake(out _))
        {
        }
    }

    [Fact]
    public void An_agent_who_is_offered_something_and_rung_for_nothing_is_offered_it_anew()
    {
        var bench = NewBench();
        bench.Call(Caller);
        bench.MakeAvailable("1001");
        bench.Engine.Context.Rings.Clear();

        bench.Pass(Enough);

        AssertEnded(bench, "agent 1001 offered");
        Assert.Equal(AgentStatus.Offered, bench.StatusOf("1001"));
        Assert.Single(bench.Engine.Context.Rings);
    }

    [Fact]
    public void A_phone_that_rings_for_no_offer_stops_ringing()
    {
        var bench = NewBench();
        var call = bench.Call(Caller);
        bench.MakeAvailable("1001");
        var (offer, _) = Assert.Single(bench.Engine.Context.Rings);
        var phone = bench.PhoneOf("1001").Ringing;
        var acd = bench.Engine.Context.Acd;
        acd.Handle(bench.Now, new AcdInput.WorkLeft(bench.Engine.Context.Callers.Values.Single().Wait!.Work));
        DropOutputs(acd);
        Assert.Contains(offer, bench.Engine.Context.Rings.Keys);

        bench.Pass(Enough);

        AssertEnded(bench, "phone of 1001 rung for");
        Assert.True(phone.IsOver);
        Assert.Empty(bench.Engine.Context.Rings);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        call.HangUp();
    }

    [Fact]
    public void A_request_that_is_offered_to_nobody_is_back_in_its_place()
    {
        var bench = NewBench();
        var asked = bench.AskForCallback(Caller);
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.OfferBegan(asked.Id, "1001"));
        bench.Engine.Context.Acd.Handle(bench.Now, new AcdInput.WorkLeft(new WorkId(WorkKind.Callback, asked.Id.Value)));

        bench.Pass(Enough);

        AssertEnded(bench, "cb-1 offered to 1001 and rung nowhere");
        Assert.Equal((CallbackStatus.Waiting, asked.Place), (bench.Callback.Status, bench.Callback.LinePlace));
        bench.MakeAvailable("1002");
        Assert.Contains("1/3", bench.PhoneOf("1002").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_is_dialling_without_a_call_fails_that_attempt_and_goes_on()
    {
        var bench = NewBench();
        var asked = bench.AskForCallback(Caller);
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.OfferBegan(asked.Id, "1001"));
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.OfferAccepted(asked.Id));

        bench.Pass(Enough);

        AssertEnded(bench, "cb-1 dialling without a call");
        Assert.Equal((AttemptOutcome.Fault, false), (bench.Attempt.Outcome, bench.Attempt.UsesAttempt));
        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);
        bench.Pass(TimeSpan.FromMinutes(6));
        bench.MakeAvailable("1001");
        Assert.Contains("1/3", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_is_connected_without_a_call_is_completed()
    {
        var bench = NewBench();
        var asked = bench.AskForCallback(Caller);
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.OfferBegan(asked.Id, "1001"));
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.OfferAccepted(asked.Id));
        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.CustomerConnected(asked.Id));

        bench.Pass(Enough);

        AssertEnded(bench, "cb-1 connected without a call");
        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
    }

    [Fact]
    public void An_agent_who_is_busy_in_no_call_is_free_again()
    {
        var bench = NewBench();
        bench.MakeAvailable("1001");
        bench.Engine.Context.Acd.Handle(bench.Now, new AcdInput.Occupied("1001", true));
        bench.Feed(new EngineInput.TimePassed());

        bench.Pass(Enough);

        AssertEnded(bench, "agent 1001 busy and in no call");
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void An_agent_who_is_busy_with_work_that_nobody_has_goes_to_wrap_up()
    {
        var bench = NewBench();
        bench.AskForCallback(Caller);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Answer().HangUp();
        bench.Pass(5);
        bench.Call("+15145550133");
        var acd = bench.Engine.Context.Acd;
        var ring = bench.Engine.Context.Rings.Values.Single();
        bench.Engine.Context.Rings.Clear();
        bench.Engine.Context.Legs.Hangup(ring.Leg);
        acd.Handle(bench.Now, new AcdInput.OfferAnswered(ring.Offer, OfferOutcome.Accepted));

        bench.Pass(Enough - TimeSpan.FromSeconds(1));

        AssertEnded(bench, "agent 1001 busy with");
        Assert.NotEqual(AgentStatus.Busy, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_wrap_up_that_lost_its_end_ends()
    {
        var bench = NewBench();
        var call = bench.Call(Caller);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        call.HangUp();
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        LoseDeadline(bench.Engine.Context.Acd, "1001");

        bench.Pass(Enough);

        AssertEnded(bench, "agent 1001 in wrap-up");
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_reservation_or_an_offer_that_lost_its_end_ends_as_not_answered()
    {
        var bench = NewBench();
        bench.Call(Caller);
        bench.MakeAvailable("1001");
        LoseDeadline(bench.Engine.Context.Acd, "1001");

        bench.Pass(Enough);

        AssertEnded(bench, "past its time");
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void A_dialling_that_has_lost_its_timers_is_hung_up_and_the_agent_is_free()
    {
        var bench = NewBench();
        bench.AskForCallback(Caller);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Engine.Context.Legs.Hangup(bench.Engine.Context.Legs.Of(new WorkId(WorkKind.Callback, bench.Callback.Id.Value)).Last());
        LoseAppointments(bench);
        bench.Engine.Context.Watchdog.Arm();
        bench.Pass(1);

        bench.Pass(EngineLimits.DiallingBeyondRinging + TimeSpan.FromMinutes(1));

        AssertEnded(bench, "cb-1 dialling past its time");
        Assert.Equal((AttemptOutcome.Fault, true), (bench.Disk.Attempts[0].Outcome, bench.Disk.Attempts[0].UsesAttempt));
        Assert.False(bench.Callback.IsHeld);
        Assert.NotEqual(AgentStatus.Busy, bench.StatusOf("1001"));
        Assert.False(bench.Carrier.IsRinging);
    }

    [Fact]
    public void A_caller_who_is_gone_without_a_word_leaves_the_queue()
    {
        var bench = NewBench();
        bench.Call(Caller);
        var call = bench.Engine.Context.Callers.Values.Single();
        bench.Engine.Context.Legs.Hangup(call.Leg);

        bench.Pass(Enough);

        AssertEnded(bench, "without a caller");
        Assert.Empty(bench.Engine.Context.Callers);
        Assert.Equal("ended: fault", bench.Disk.Interactions.Single().Outcome);
        Assert.Equal(0, bench.Engine.Context.OnTheLine.Count);
    }

    [Fact]
    public void It_looks_while_something_is_under_way_and_not_when_nothing_is()
    {
        var bench = new Bench();
        Assert.Null(bench.Engine.Context.Agenda.Next);

        bench.SetStatus("1001", AgentStatus.Available);
        bench.AskForCallback(Caller);
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Answer();
        Assert.NotNull(bench.Engine.Context.Agenda.Next);
        bench.Pass(TimeSpan.FromHours(1));
        bench.Carrier.Calls[^1].HangUp();
        bench.Pass(60);

        Assert.Null(bench.Engine.Context.Agenda.Next);
        Assert.Equal(0, bench.Look().WatchdogEnded);
    }

    private static void LoseDeadline(Distributor acd, string agent)
    {
        var state = ((IDictionary)Field(acd, "agents"))[agent]!;
        var deadlines = Field(acd, "deadlines");
        deadlines.GetType().GetMethod("Remove")!.Invoke(deadlines, [state]);
        state.GetType().GetField("Deadline")!.SetValue(state, null);
    }

    private static void LoseAppointments(Bench bench)
    {
        var queue = Field(bench.Engine.Context.Agenda, "_queue");
        queue.GetType().GetMethod("Clear")!.Invoke(queue, null);
        bench.Pass(EngineLimits.WatchdogInterval + TimeSpan.FromSeconds(1));
    }

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;
}
