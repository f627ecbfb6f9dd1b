using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class VoicemailTests
{
    [Fact]
    public void The_caller_hears_the_greeting_and_the_beep_and_is_then_recorded()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");

        caller.Press('2');
        Assert.Equal("Laissez un message. (beep)", caller.Hears);
        Assert.False(caller.IsRecorded);

        caller.HearOut();
        Assert.True(caller.IsRecorded);
    }

    [Fact]
    public void A_key_during_the_greeting_goes_straight_to_the_beep()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('2');

        caller.Press('5');
        Assert.Equal("(beep)", caller.Hears);

        caller.HearOut();
        Assert.True(caller.IsRecorded);
    }

    [Fact]
    public void A_message_left_by_hanging_up_waits_for_an_agent()
    {
        var bench = new Bench();
        LeaveMessage(bench).HangUp();

        Assert.Equal(["diverted: voicemail", null], bench.Disk.Interactions.Select(i => i.Outcome));
        var message = Assert.Single(bench.Disk.Messages);
        Assert.Equal((VoicemailStatus.New, TimeSpan.FromSeconds(10)), (message.Status, message.Length));
        bench.MakeAvailable("1004");
        Assert.Equal("Message care-team +1 514 555 0123", bench.PhoneOf("1004").Ringing.ShownName);
    }

    [Theory]
    [InlineData(RecordingEnd.MaximumLength)]
    [InlineData(RecordingEnd.Silence)]
    public void A_message_that_reached_its_end_by_itself_waits_too(RecordingEnd why)
    {
        var bench = new Bench();
        var caller = LeaveMessage(bench);

        bench.Media.EndRecording(caller.EnginePort, why);
        bench.Settle();

        Assert.True(caller.IsOver);
        Assert.Equal(["diverted: voicemail", null], bench.Disk.Interactions.Select(i => i.Outcome));
        Assert.Equal(VoicemailStatus.New, Assert.Single(bench.Disk.Messages).Status);
        bench.Restart();
        bench.MakeAvailable("1004");
        Assert.True(bench.PhoneOf("1004").IsRinging);
    }

    [Fact]
    public void Pound_ends_the_message()
    {
        var bench = new Bench();
        var caller = LeaveMessage(bench);

        caller.Press('#');

        Assert.True(caller.IsOver);
        Assert.Equal(VoicemailStatus.New, Assert.Single(bench.Disk.Messages).Status);
    }

    [Fact]
    public void Too_short_a_message_is_none()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('2');
        caller.HearOut();
        bench.Pass(EngineLimits.ShortestMessage - TimeSpan.FromMilliseconds(1));

        caller.HangUp();

        Assert.Equal("abandoned", bench.Disk.Interactions[^1].Outcome);
        Assert.Equal(VoicemailStatus.Failed, Assert.Single(bench.Disk.Messages).Status);
        bench.MakeAvailable("1004");
        Assert.False(bench.PhoneOf("1004").IsRinging);
    }

    [Fact]
    public void A_caller_who_hangs_up_during_the_greeting_has_left_nothing()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('2');

        caller.HangUp();

        Assert.Equal("abandoned", bench.Disk.Interactions[^1].Outcome);
        Assert.Empty(bench.Disk.Messages);
    }

    [Fact]
    public void A_message_heard_to_its_end_is_closed()
    {
        var bench = new Bench();
        LeaveMessage(bench).HangUp();
        bench.MakeAvailable("1004");
        var agent = bench.PhoneOf("1004").Ringing.Answer();
        Assert.Equal(bench.Disk.Messages[0].File, agent.Hears);

        agent.HearOut();

        Assert.True(agent.IsOver);
        Assert.Equal((VoicemailStatus.Closed, "1004"), (bench.Disk.Messages[0].Status, bench.Disk.Messages[0].Agent!));
        Assert.Equal("answered", bench.Disk.Interactions[^1].Outcome);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1004"));
        bench.Pass(60);
        Assert.False(bench.PhoneOf("1004").IsRinging);
    }

    [Fact]
    public void A_message_hung_up_on_early_waits_again()
    {
        var bench = new Bench();
        LeaveMessage(bench).HangUp();
        bench.MakeAvailable("1004");
        bench.PhoneOf("1004").Ringing.Answer().HangUp();
        Assert.Equal(VoicemailStatus.Heard, bench.Disk.Messages[0].Status);

        bench.Pass(5);

        bench.PhoneOf("1004").Ringing.Answer().HearOut();
        Assert.Equal(VoicemailStatus.Closed, bench.Disk.Messages[0].Status);
    }

    private static PhoneCall LeaveMessage(Bench bench)
    {
        var caller = bench.Call("+15145550123");
        caller.Press('2');
        caller.HearOut();
        bench.Pass(10);
        return caller;
    }
}
