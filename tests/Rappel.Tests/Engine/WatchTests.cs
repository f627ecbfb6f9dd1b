using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Accueil (1004) listens to Amélie's (1001's) call.</summary>
public class WatchTests
{
    private readonly Bench _bench = new();
    private readonly PhoneCall _caller;
    private readonly PhoneCall _agent;

    public WatchTests()
    {
        _caller = _bench.Call("+15145550123");
        _bench.MakeAvailable("1001");
        _agent = _bench.PhoneOf("1001").Ringing.Answer();
    }

    private Phone Phone => _bench.PhoneOf("1004");

    [Fact]
    public void The_watchers_phone_rings_and_then_hears_both_who_hear_each_other_as_before()
    {
        Assert.Equal((null, 1L), Watch(WatchMode.Listen));
        Assert.Equal(("Écoute Amélie", "watch-1001"), (Phone.Ringing.ShownName, Phone.Ringing.ShownNumber));
        Assert.True(_agent.TalksWith(_caller));

        var watcher = Phone.Ringing.Answer();
        AssertHears(watcher, _caller, _agent);
        AssertHears(_caller, _agent);
        AssertHears(_agent, _caller);
    }

    [Fact]
    public void A_whisper_is_for_the_agent_and_barging_in_for_all()
    {
        Watch(WatchMode.Whisper);
        var watcher = Phone.Ringing.Answer();
        AssertHears(_agent, _caller, watcher);
        AssertHears(_caller, _agent);

        _bench.Command(new WatchCommand.Change(1, WatchMode.Barge, "sophie"));
        AssertHears(_agent, _caller, watcher);
        AssertHears(_caller, _agent, watcher);

        _bench.Command(new WatchCommand.Change(1, WatchMode.Listen, "sophie"));
        AssertHears(_agent, _caller);
        AssertHears(_caller, _agent);
        AssertHears(watcher, _caller, _agent);
    }

    [Fact]
    public void The_watch_ends_when_asked_and_the_two_talk_on()
    {
        Watch(WatchMode.Barge);
        var watcher = Phone.Ringing.Answer();
        _bench.Command(new WatchCommand.End(1, "sophie"));
        Assert.True(watcher.IsOver);
        Assert.True(_agent.TalksWith(_caller));
        Assert.Equal("unknown-watch", Asked(new WatchCommand.End(1, "sophie")).Error);
    }

    [Fact]
    public void A_watcher_who_hangs_up_or_whose_phone_dies_leaves_the_two_talking()
    {
        Watch(WatchMode.Barge);
        Phone.Ringing.Answer().HangUp();
        Assert.True(_agent.TalksWith(_caller));

        Watch(WatchMode.Barge);
        var watcher = Phone.Ringing.Answer();
        _bench.Media.Vanish(watcher.EnginePort);
        _bench.Settle();
        Assert.True(_agent.TalksWith(_caller));
        Assert.Empty(Live());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_watch_ends_with_the_call_whoever_hangs_up(bool agentHangsUp)
    {
        Watch(WatchMode.Barge);
        var watcher = Phone.Ringing.Answer();
        (agentHangsUp ? _agent : _caller).HangUp();
        Assert.True(watcher.IsOver);
        Assert.True(_caller.IsOver && _agent.IsOver);
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1004"));
        Assert.Empty(Live());
    }

    [Fact]
    public void A_phone_that_still_rings_stops_when_the_call_ends()
    {
        Watch(WatchMode.Listen);
        _caller.HangUp();
        Assert.False(Phone.IsRinging);
        Assert.Empty(Live());
    }

    [Fact]
    public void A_phone_that_nobody_answers_stops_ringing()
    {
        Watch(WatchMode.Listen);
        _bench.Pass(EngineLimits.WatcherRingsWithin);
        Assert.False(Phone.IsRinging);
        Assert.Empty(Live());
        Assert.True(_agent.TalksWith(_caller));
    }

    [Fact]
    public void While_the_agent_holds_nobody_is_listened_to_and_afterwards_both_are()
    {
        Watch(WatchMode.Listen);
        var watcher = Phone.Ringing.Answer();
        _agent.Hold();
        AssertHears(watcher);
        Assert.Equal("music", _caller.Hears);
        _agent.TakeBack();
        AssertHears(watcher, _caller, _agent);
    }

    [Fact]
    public void An_agent_who_watches_is_offered_nothing_meanwhile_and_is_what_they_were_afterwards()
    {
        _bench.MakeAvailable("1002");
        Watch(WatchMode.Listen, phone: "1002");
        var watcher = _bench.PhoneOf("1002").Ringing.Answer();
        var second = _bench.Call("+15145550124");
        Assert.False(_bench.PhoneOf("1002").IsRinging);
        watcher.HangUp();
        Assert.True(_bench.PhoneOf("1002").IsRinging);
        Assert.False(second.IsOver);
    }

    [Theory]
    [InlineData("9999", "1004", "unknown-agent")]
    [InlineData("1001", "1001", "same-agent")]
    [InlineData("1002", "1004", "no-call")]
    [InlineData("1001", "user-sophie", "phone-unreachable")]
    public void What_cannot_be_watched_is_refused(string agent, string phone, string error) =>
        Assert.Equal(error, Asked(new WatchCommand.Begin(agent, WatchMode.Listen, phone, "sophie")).Error);

    [Fact]
    public void One_phone_watches_one_call()
    {
        Watch(WatchMode.Listen);
        Assert.Equal("phone-busy", Watch(WatchMode.Listen).Error);
        Phone.Ringing.Answer();
        Assert.Equal("phone-busy", Watch(WatchMode.Listen).Error);
    }

    [Fact]
    public void A_direct_call_to_an_agent_can_be_watched_too()
    {
        var caller = _bench.Call("+15145550125");
        caller.Press('1');
        var agent = Phone.Ringing.Answer();
        Assert.Null(Asked(new WatchCommand.Begin("1004", WatchMode.Listen, "1002", "sophie")).Error);
        var watcher = _bench.PhoneOf("1002").Ringing.Answer();
        AssertHears(watcher, caller, agent);
    }

    [Fact]
    public void The_journal_of_the_call_has_who_watched_and_how()
    {
        Watch(WatchMode.Listen);
        Phone.Ringing.Answer();
        _bench.Command(new WatchCommand.Change(1, WatchMode.Whisper, "sophie"));
        _bench.Command(new WatchCommand.End(1, "sophie"));
        var noted = _bench.Disk.Journal.Where(entry => entry.Event.StartsWith("watch-", StringComparison.Ordinal));
        Assert.Equal(
            [("watch-began", "listen 1004", "sophie"), ("watch-changed", "whisper", "sophie"), ("watch-ended", "asked", "sophie")],
            noted.Select(entry => (entry.Event, entry.Detail, entry.Who)));
    }

    [Fact]
    public void The_live_view_has_the_watch_with_its_call()
    {
        Watch(WatchMode.Listen);
        Phone.Ringing.Answer();
        var live = Assert.Single(Live());
        Assert.Equal((1, "1001", "Amélie", WatchMode.Listen, "1004", "sophie"), (live.Id, live.Agent, live.AgentName, live.Mode, live.Phone, live.Who));
        Assert.NotNull(live.AnsweredAt);
        Assert.Equal(Assert.Single(_bench.Disk.Interactions).Id, live.Interaction);
    }

    private (string? Error, long? Watch) Watch(WatchMode mode, string phone = "1004")
    {
        var answer = Asked(new WatchCommand.Begin("1001", mode, phone, "sophie"));
        return (answer.Error, answer.Watch);
    }

    private CommandAnswer Asked(EngineCommand command) => _bench.Answers[_bench.Command(command)];

    private System.Collections.Immutable.ImmutableArray<LiveWatch> Live()
    {
        _bench.Feed(new EngineInput.ViewWanted());
        return _bench.View!.Watches;
    }

    private void AssertHears(PhoneCall who, params PhoneCall[] others) =>
        Assert.Equal(others.Select(other => other.EnginePort).Order(), _bench.Media.Hears(who.EnginePort));
}
