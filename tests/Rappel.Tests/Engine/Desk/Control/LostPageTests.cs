using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

/// <summary>Agents whose page is closed, loaded again, or lost with its network in the middle of a call of a queue.</summary>
public sealed class LostPageTests
{
    private readonly Bench _bench = new();
    private readonly Page _page;

    public LostPageTests()
    {
        _bench.TakeDeskPhone("1001");
        _page = _bench.AddPage(new FlowIdentity.Agent("1001")).Load();
    }

    [Fact]
    public void A_page_that_is_loaded_again_is_called_and_has_the_customer_again()
    {
        var (caller, _) = Talking();

        _page.Reload();
        Assert.Equal("music", caller.Hears);
        Assert.Contains(_page.Ringing.Invite!.Headers, h => h.Name == "Call-Info" && h.Value.EndsWith("answer-after=0", StringComparison.Ordinal));
        var call = _page.Ringing.Answer();

        Assert.True(call.TalksWith(caller));
        Assert.Equal(AgentStatus.Busy, _bench.StatusOf("1001"));
        caller.HangUp();
        Assert.True(call.IsOver);
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
        Assert.Single(_bench.Disk.Interactions);
        Assert.Equal("answered", _bench.Disk.Interactions[0].Outcome);
    }

    [Fact]
    public void Meanwhile_the_screen_says_so_and_the_customer_can_be_handed_over()
    {
        var (caller, call) = Talking();
        _page.Close(call);

        var shown = _bench.DeskOf("1001").Call!;
        Assert.Equal(LiveCallState.Reconnecting, shown.State);
        Assert.Equal(["transfer", "hang-up"], shown.May);
        _bench.Do(new CallControl.Transfer("1001", Calls.Mathieu, "1001"));

        Assert.True(_bench.PhoneOf("1002").Ringing.Answer().TalksWith(caller));
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
        _page.Load();
        Assert.False(_page.Phone.IsRinging);
    }

    [Fact]
    public void A_page_that_ends_its_audio_and_hangs_up_has_hung_up()
    {
        var (caller, call) = Talking();

        _bench.Media.SayGoodbye(call.EnginePort);
        _bench.Pass(1);
        call.HangUp();

        Assert.True(caller.IsOver);
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
        _bench.Pass(5);
        Assert.False(_page.Phone.IsRinging);
    }

    [Fact]
    public void A_page_that_ends_its_audio_and_says_nothing_more_is_called_again()
    {
        var (caller, call) = Talking();

        _bench.Media.SayGoodbye(call.EnginePort);
        _bench.Pass(EngineLimits.GoodbyeWithin);

        Assert.True(_page.Ringing.Answer().TalksWith(caller));
    }

    [Fact]
    public void A_crash_is_noticed_by_the_silence_and_a_page_that_comes_within_the_time_has_the_customer_again()
    {
        var (caller, call) = Talking();
        _page.Lose();
        _bench.Pass(5);
        _bench.Media.Vanish(call.EnginePort);
        Assert.Equal("music", caller.Hears);

        _bench.Pass(EngineLimits.SeatBackWithin - TimeSpan.FromSeconds(1));
        _page.Load();

        Assert.True(_page.Ringing.Answer().TalksWith(caller));
        _bench.Pass(60);
        Assert.Equal(AgentStatus.Busy, _bench.StatusOf("1001"));
    }

    [Fact]
    public void Where_it_stays_away_the_customer_is_back_in_line_at_the_old_place_and_the_agent_on_break()
    {
        var (caller, call) = Talking();
        var place = _bench.Disk.Interactions[0].QueuedAt;
        _bench.Pass(60);
        _page.Close(call);

        _bench.Pass(EngineLimits.SeatBackWithin);

        Assert.Equal(place, _bench.Engine.Context.Acd.ReadLine("nurses").Oldest);
        Assert.Equal(("diverted: queue", _bench.Disk.Interactions[0].Id), (_bench.Disk.Interactions[0].Outcome, _bench.Disk.Interactions[1].Parent));
        _bench.Pass(10);
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1001"));
        Assert.Equal("phone-lost", _bench.Look().Agents.Single(a => a.Agent == "1001").Code);
        _page.Load();
        Assert.False(_page.Phone.IsRinging);

        _bench.MakeAvailable("1002");
        Assert.True(_bench.PhoneOf("1002").Ringing.Answer().TalksWith(caller));
    }

    [Fact]
    public void Who_declines_the_call_gives_the_customer_back_at_once()
    {
        var (caller, _) = Talking();
        _page.Reload();

        _page.Ringing.Refuse(603);

        Assert.Equal(1, _bench.Engine.Context.Acd.ReadLine("nurses").Waiting);
        Assert.False(caller.IsOver);
    }

    [Fact]
    public void A_page_that_audio_does_not_reach_is_not_called_again()
    {
        var (caller, call) = Talking();

        _bench.Media.FindNoWay(call.EnginePort);
        _bench.Settle();

        Assert.False(_page.Phone.IsRinging);
        Assert.False(caller.IsOver);
        Assert.Equal(1, _bench.Engine.Context.Acd.ReadLine("nurses").Waiting);
    }

    [Fact]
    public void A_page_that_is_loaded_again_before_there_was_audio_is_called_again()
    {
        var (caller, call) = Talking();
        _page.Lose();
        _page.Load();

        _bench.Media.FindNoWay(call.EnginePort);
        _bench.Settle();

        Assert.True(_page.Ringing.Answer().TalksWith(caller));
    }

    [Fact]
    public void A_customer_who_hangs_up_meanwhile_ends_it()
    {
        var (caller, call) = Talking();
        _page.Close(call);

        caller.HangUp();
        _page.Load();

        Assert.False(_page.Phone.IsRinging);
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
        Assert.Equal("answered", Assert.Single(_bench.Disk.Interactions).Outcome);
    }

    [Fact]
    public void An_agent_may_hang_up_meanwhile()
    {
        var (caller, call) = Talking();
        _page.Close(call);

        _bench.Do(new CallControl.HangUp("1001", "1001"));

        Assert.True(caller.IsOver);
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
    }

    [Fact]
    public void A_customer_on_hold_is_on_hold_afterwards()
    {
        var (caller, _) = Talking();
        _bench.Do(new CallControl.Hold("1001", "1001"));

        _page.Reload();
        var call = _page.Ringing.Answer();

        Assert.Equal("music", caller.Hears);
        Assert.Equal(LiveCallState.Held, _bench.DeskOf("1001").Call!.State);
        _bench.Do(new CallControl.Resume("1001", "1001"));
        Assert.True(call.TalksWith(caller));
    }

    [Fact]
    public void Whom_the_agent_was_asking_has_the_customer()
    {
        var (caller, call) = Talking();
        _bench.Do(new CallControl.Consult("1001", Calls.Mathieu, "1001"));
        var colleague = _bench.PhoneOf("1002").Ringing.Answer();

        _page.Close(call);

        Assert.True(colleague.TalksWith(caller));
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
    }

    private (PhoneCall Caller, PhoneCall Agent) Talking()
    {
        var caller = _bench.Call(Calls.Caller);
        _bench.MakeAvailable("1001");
        var call = _page.Ringing.Answer();
        Assert.True(call.TalksWith(caller));
        return (caller, call);
    }
}
