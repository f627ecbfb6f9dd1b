using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

/// <summary>The same for callbacks, and for calls that agents make themselves.</summary>
/// <seealso cref="LostPageTests"/>
public sealed class LostPageOfDialledCallTests
{
    private readonly Bench _bench = new();
    private readonly Page _page;

    public LostPageOfDialledCallTests()
    {
        _bench.TakeDeskPhone("1001");
        _page = _bench.AddPage(new FlowIdentity.Agent("1001")).Load();
    }

    [Fact]
    public void In_a_callback_it_is_the_same_and_what_is_lost_is_done_and_in_line_as_a_call()
    {
        _bench.AskForCallback(Calls.Caller);
        _bench.MakeAvailable("1001");
        var first = _page.Ringing.Answer();
        var customer = _bench.Carrier.Ringing.Answer();
        _page.Close(first);
        _page.Load();
        var second = _page.Ringing.Answer();
        Assert.True(second.TalksWith(customer));
        Assert.Equal(CallbackStatus.Connected, _bench.Callback.Status);

        _page.Close(second);
        _bench.Pass(EngineLimits.SeatBackWithin);

        Assert.Equal(CallbackStatus.Completed, _bench.Callback.Status);
        Assert.Equal(1, _bench.Engine.Context.Acd.ReadLine("nurses").Waiting);
        Assert.False(customer.IsOver);
    }

    [Fact]
    public void Before_the_customer_of_a_callback_answers_the_attempt_is_over()
    {
        _bench.AskForCallback(Calls.Caller);
        _bench.MakeAvailable("1001");
        var call = _page.Ringing.Answer();

        _page.Close(call);

        Assert.Equal(AttemptOutcome.AgentHungUp, _bench.Attempt.Outcome);
        Assert.False(_bench.Carrier.IsRinging);
    }

    [Fact]
    public void Who_was_dialled_by_the_agent_waits_too()
    {
        _bench.Do(new CallControl.Dial("1001", Calls.Outside, "1001"));
        var agent = _page.Ringing.Answer();
        var outside = _bench.Carrier.Ringing.Answer();
        Assert.True(agent.TalksWith(outside));

        _page.Close(agent);
        Assert.Equal("music", outside.Hears);
        _page.Load();

        Assert.True(_page.Ringing.Answer().TalksWith(outside));
        outside.HangUp();
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1001"));
    }

    [Fact]
    public void Who_was_handed_over_without_a_queue_is_told_that_nobody_is_free()
    {
        _bench.Do(new CallControl.Dial("1001", Calls.Outside, "1001"));
        var agent = _page.Ringing.Answer();
        var outside = _bench.Carrier.Ringing.Answer();

        _page.Close(agent);
        _bench.Pass(EngineLimits.SeatBackWithin);

        Assert.NotEqual("music", outside.Hears);
        outside.HearOut();
        Assert.True(outside.IsOver);
    }
}
