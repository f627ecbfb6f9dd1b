using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;
using Rappel.Tests.Engine.Benches;
using Leg = Rappel.Engine.Telephony.Leg;

namespace Rappel.Tests.Engine;

/// <summary>A broken invariant ends the call it happened in, holds its callback for a person, raises an alarm; everything else goes on.</summary>
public class BrokenInvariantTests
{
    private const string Caller = "+15145550142";
    private const string Other = "+15145550133";

    private static Bench NewBench() => new() { ExpectsFaults = true };

    private static void AssertAlarm(Bench bench, string work)
    {
        Assert.Contains(work, Assert.Single(bench.Logs, l => l.Kind == "invariant-broken").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Logs, l => l.Kind is "fault-ending-broken" or "watchdog-ended");
        bench.Pass(1);
        Assert.Equal(1, bench.Look().InvariantsBroken);
    }

    [Fact]
    public void A_caller_whose_call_breaks_is_hung_up_and_the_next_one_is_served()
    {
        var bench = NewBench();
        var broken = bench.Call(Caller);
        var other = bench.Call(Other);
        bench.Engine.Context.Callers.Values.First().Leg.Owner = new Broken();

        broken.Press('1');

        Assert.True(broken.IsOver);
        Assert.Equal("ended: fault", bench.Disk.Interactions[0].Outcome);
        AssertAlarm(bench, "LiveCall-1");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        Assert.True(other.TalksWith(agent));
        Assert.Single(bench.Engine.Context.Callers);
    }

    [Fact]
    public void An_agent_whose_call_breaks_is_free_again()
    {
        var bench = NewBench();
        var call = bench.Call(Caller);
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        bench.Engine.Context.Callers.Values.Single().Leg.Owner = new Broken();

        call.Hold();

        Assert.True(call.IsOver && agent.IsOver);
        Assert.Equal("ended: fault", bench.Disk.Interactions.Single().Outcome);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        AssertAlarm(bench, "LiveCall-1");
        Assert.Empty(bench.Engine.Context.Rings);
        Assert.Equal(0, bench.Engine.Context.Legs.Count);
    }

    [Fact]
    public void A_callback_that_breaks_while_its_customer_is_rung_waits_for_a_person()
    {
        var bench = NewBench();
        var asked = bench.AskForCallback(Caller);
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var work = new WorkId(WorkKind.Callback, asked.Id.Value);
        var customer = bench.Carrier.Ringing;
        bench.Engine.Context.Legs.Of(work).Last().Owner = new Broken();

        customer.Answer();

        Assert.True(customer.IsOver && agent.IsOver);
        Assert.Equal((CallbackHold.Fault, CallbackStatus.Delayed), (bench.Callback.Handling?.HeldBecause, bench.Callback.Status));
        Assert.Equal((AttemptOutcome.Fault, true), (bench.Attempt.Outcome, bench.Attempt.UsesAttempt));
        AssertAlarm(bench, "Callback-1");
        bench.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal(1, bench.Invites(bench.Carrier));

        bench.Engine.Context.Book.Handle(bench.Now, new CallbackInput.Release(asked.Id, CallbackHold.Fault, "supervisor"));
        bench.Feed(new Rappel.Engine.EngineInput.TimePassed());
        bench.Settle();
        Assert.Contains("2/3", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_that_breaks_while_it_is_offered_uses_no_attempt()
    {
        var bench = NewBench();
        var asked = bench.AskForCallback(Caller);
        bench.MakeAvailable("1001");
        var phone = bench.PhoneOf("1001").Ringing;
        bench.Engine.Context.Rings.Values.Single().Leg.Owner = new Broken();

        phone.Answer();

        Assert.True(phone.IsOver);
        Assert.Equal((CallbackHold.Fault, asked.Place, 0), (bench.Callback.Handling?.HeldBecause, bench.Callback.LinePlace, bench.Callback.AttemptsUsed));
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        AssertAlarm(bench, "Callback-1");
        bench.AskForCallback(Other);
        Assert.Equal(Other, bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void A_connected_callback_that_breaks_is_completed()
    {
        var bench = NewBench();
        bench.AskForCallback(Caller);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();
        bench.Engine.Context.Legs.Of(new WorkId(WorkKind.Callback, bench.Callback.Id.Value)).Last().Owner = new Broken();

        customer.Hold();

        Assert.Equal(CallbackStatus.Completed, bench.Callback.Status);
        Assert.True(customer.IsOver);
        AssertAlarm(bench, "Callback-1");
    }

    [Fact]
    public void An_appointment_that_breaks_ends_the_call_it_was_made_for_and_no_other()
    {
        var bench = NewBench();
        var first = bench.Call(Caller);
        var second = bench.Call(Other);
        var context = bench.Engine.Context;
        context.Current.Id = new WorkId(WorkKind.LiveCall, context.Callers.Values.First().Leg.Id.Value);
        context.Agenda.At(bench.Now.AddSeconds(3), Break);
        context.Agenda.At(bench.Now.AddSeconds(3), () => context.Log(Rappel.Engine.LogLevel.Note, "went-on", "the next appointment"));

        bench.Pass(3);

        Assert.True(first.IsOver);
        Assert.False(second.IsOver);
        Assert.Contains(bench.Logs, l => l.Kind == "went-on");
        AssertAlarm(bench, "LiveCall-1");
    }

    [Fact]
    public void What_waits_for_the_disk_breaks_in_the_name_of_its_callback()
    {
        var bench = NewBench();
        var asked = bench.AskForCallback(Caller);
        var context = bench.Engine.Context;
        bench.Disk.IsHeldBack = true;
        var other = bench.Call(Other);
        context.Current.Id = new WorkId(WorkKind.Callback, asked.Id.Value);
        context.Ledger.WhenDurable(Break);

        bench.Commit();

        Assert.Equal(CallbackHold.Fault, bench.Callback.Handling?.HeldBecause);
        Assert.False(other.IsOver);
        AssertAlarm(bench, "Callback-1");
    }

    [Fact]
    public void What_is_nobodys_ends_no_call()
    {
        var bench = NewBench();
        var call = bench.Call(Caller);
        bench.Engine.Context.Current.Id = null;
        bench.Engine.Context.Agenda.At(bench.Now.AddSeconds(1), Break);

        bench.Pass(1);

        Assert.False(call.IsOver);
        AssertAlarm(bench, "broken on purpose");
    }

    private static void Break() => throw new InvalidOperationException("broken on purpose");

    private sealed class Broken : ILegOwner
    {
        public void Up(Leg leg) => Break();

        public void Failed(Leg leg, LegFailure failure) => Break();

        public void Ended(Leg leg, EndCause cause) => Break();

        public void KeyPressed(Leg leg, char key) => Break();

        public void HoldChanged(Leg leg) => Break();
    }
}
