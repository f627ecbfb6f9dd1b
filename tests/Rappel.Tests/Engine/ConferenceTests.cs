using Rappel.Engine.Telephony;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class ConferenceTests
{
    private readonly Bench _bench = new();
    private readonly PhoneCall _caller;
    private readonly PhoneCall _agent;

    /// <summary>Somebody else's leg, to be taken in.</summary>
    private readonly PhoneCall _third;

    public ConferenceTests()
    {
        _caller = _bench.Call("+15145550123");
        _bench.MakeAvailable("1001");
        _agent = _bench.PhoneOf("1001").Ringing.Answer();
        _third = _bench.Call("+15145550199");
    }

    private Conference Conference => LegOf(_agent).Conference!;

    [Fact]
    public void Two_are_relayed() => Assert.True(_agent.TalksWith(_caller));

    [Fact]
    public void A_third_who_talks_makes_a_mix_of_all_and_two_are_relayed_again_when_one_has_left()
    {
        Conference.Admit(LegOf(_third), Part.Talker);
        Collect();
        AssertHears(_caller, _agent, _third);
        AssertHears(_agent, _caller, _third);
        AssertHears(_third, _caller, _agent);

        Conference.Dismiss(LegOf(_third));
        Collect();
        Assert.True(_agent.TalksWith(_caller));
        AssertHears(_third);
    }

    [Fact]
    public void A_listener_hears_both_and_is_heard_by_neither()
    {
        Conference.Admit(LegOf(_third), Part.Listener);
        Collect();
        AssertHears(_caller, _agent);
        AssertHears(_agent, _caller);
        AssertHears(_third, _caller, _agent);
    }

    [Fact]
    public void A_whisper_is_heard_by_one_and_becomes_part_of_the_talk_when_asked()
    {
        Conference.Admit(LegOf(_third), Part.WhispererTo(LegOf(_agent)));
        Collect();
        AssertHears(_caller, _agent);
        AssertHears(_agent, _caller, _third);

        Conference.Admit(LegOf(_third), Part.Talker);
        Collect();
        AssertHears(_caller, _agent, _third);
    }

    [Fact]
    public void A_caller_left_alone_by_an_agents_own_hold_hears_music_and_is_not_listened_to()
    {
        Conference.Admit(LegOf(_third), Part.Listener);
        Collect();
        _agent.Hold();
        Assert.Equal("music", _caller.Hears);
        AssertHears(_third);

        _agent.TakeBack();
        AssertHears(_third, _caller, _agent);
        AssertHears(_caller, _agent);
        Assert.Equal("voice", _caller.Hears);
    }

    [Fact]
    public void Who_is_put_on_hold_hears_music_while_the_others_talk()
    {
        Conference.Admit(LegOf(_third), Part.Talker);
        Conference.Park(LegOf(_caller), true);
        Collect();
        Assert.Equal("music", _caller.Hears);
        Assert.True(_agent.TalksWith(_third));

        Conference.Park(LegOf(_caller), false);
        Collect();
        Assert.Equal("voice", _caller.Hears);
        AssertHears(_caller, _agent, _third);
    }

    [Fact]
    public void The_two_are_relayed_again_when_the_third_hangs_up()
    {
        Conference.Admit(LegOf(_third), Part.Listener);
        Collect();
        _third.HangUp();
        Assert.True(_agent.TalksWith(_caller));
    }

    [Fact]
    public void Who_talks_in_another_conference_leaves_the_first()
    {
        var other = new Conference(_bench.Engine.Context);
        other.Begin(LegOf(_caller), LegOf(_third));
        Collect();
        Assert.True(_caller.TalksWith(_third));
        AssertHears(_agent);
    }

    [Fact]
    public void While_two_talk_and_one_of_them_is_put_on_hold_the_other_hears_who_whispers()
    {
        Conference.Admit(LegOf(_third), Part.WhispererTo(LegOf(_agent)));
        Conference.Park(LegOf(_caller), true);
        Collect();
        AssertHears(_agent, _third);
        AssertHears(_caller);
    }

    /// <summary>What the engine was told to do beside its inputs leaves with the next one.</summary>
    private void Collect()
    {
        _bench.Feed(new Rappel.Engine.EngineInput.TimePassed());
        _bench.Settle();
    }

    private Leg LegOf(PhoneCall call) =>
        _bench.Engine.Context.Legs.All.Single(leg => leg.Port == call.EnginePort);

    private void AssertHears(PhoneCall who, params PhoneCall[] others) =>
        Assert.Equal(others.Select(other => other.EnginePort).Order(), _bench.Media.Hears(who.EnginePort));
}
