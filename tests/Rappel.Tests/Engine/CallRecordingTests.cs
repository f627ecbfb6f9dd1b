using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class CallRecordingTests
{
    private static readonly (string, string) Recorded = ("    treatment: line\n", "    treatment: line\n    recording: on\n");
    private static readonly (string, string) Announced =
        ("    treatment: line\n", "    treatment: line\n    recording: on\n    recordingAnnouncement: for-the-nurse\n");

    [Fact]
    public void A_conversation_of_a_queue_that_records_is_recorded_from_beginning_to_end()
    {
        var bench = new Bench(Recorded);
        var (caller, agent) = Talking(bench);
        Assert.True(agent.TalksWith(caller));
        Assert.True(caller.IsRecorded);
        var row = Assert.Single(bench.Disk.Recordings);
        Assert.Equal((RecordingState.Recording, "nurses", "1001", bench.Now.AddDays(90)), (row.State, row.Queue, row.Agent, row.ExpiresAt));
        Assert.Equal("recordings/2026-03/r-1.wav", row.File);

        bench.Pass(42);
        caller.HangUp();
        row = Assert.Single(bench.Disk.Recordings);
        Assert.Equal((RecordingState.Kept, TimeSpan.FromSeconds(42)), (row.State, row.Length));
        Assert.Equal(Assert.Single(bench.Disk.Interactions).Id, row.Interaction);
    }

    [Fact]
    public void A_queue_that_says_nothing_records_nothing()
    {
        var bench = new Bench();
        var (caller, _) = Talking(bench);
        Assert.False(caller.IsRecorded);
        Assert.Empty(bench.Disk.Recordings);
    }

    [Fact]
    public void The_customer_hears_the_announcement_before_the_agent_and_nothing_of_it_is_recorded()
    {
        var bench = new Bench(Announced);
        var (caller, agent) = Talking(bench);
        Assert.Equal("Appel de la ligne.", caller.Hears);
        Assert.False(agent.TalksWith(caller));
        Assert.False(caller.IsRecorded);

        caller.HearOut();
        Assert.True(agent.TalksWith(caller));
        Assert.True(caller.IsRecorded);
    }

    [Fact]
    public void Whisper_and_announcement_are_said_at_the_same_time_and_both_are_waited_for()
    {
        var bench = new Bench(("    treatment: line\n", "    treatment: line\n    whisper: for-the-nurse\n    recording: on\n    recordingAnnouncement: hello\n"));
        var (caller, agent) = Talking(bench);
        Assert.Equal(("Appel de la ligne.", "Laissez un message."), (agent.Hears, caller.Hears));
        agent.HearOut();
        Assert.False(agent.TalksWith(caller));
        caller.HearOut();
        Assert.True(agent.TalksWith(caller));
    }

    [Fact]
    public void An_announcement_that_never_ends_is_cut_off()
    {
        var bench = new Bench(Announced);
        var (caller, agent) = Talking(bench);
        bench.Pass(EngineLimits.RecordingAnnouncedWithin);
        Assert.True(agent.TalksWith(caller));
    }

    [Fact]
    public void A_caller_who_hangs_up_during_the_announcement_frees_the_agent_and_leaves_no_recording()
    {
        var bench = new Bench(Announced);
        var (caller, agent) = Talking(bench);
        caller.HangUp();
        bench.Pass(EngineLimits.RecordingAnnouncedWithin);
        Assert.True(agent.IsOver);
        Assert.Empty(bench.Disk.Recordings);
        Assert.NotEqual(AgentStatus.Busy, bench.StatusOf("1001"));
    }

    [Fact]
    public void A_callback_is_announced_and_recorded_as_its_outbound_queue_says()
    {
        var bench = new Bench(("maximumPending: 3", "maximumPending: 3\n    recording: on\n    recordingAnnouncement: hello"));
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var customer = bench.Carrier.Ringing.Answer();
        Assert.Equal("Laissez un message.", customer.Hears);
        customer.HearOut();
        Assert.True(agent.TalksWith(customer));
        bench.Pass(5);
        agent.HangUp();
        var row = Assert.Single(bench.Disk.Recordings);
        Assert.Equal((RecordingState.Kept, request.Id, request.Interaction, "callbacks"), (row.State, row.Callback, row.Interaction, row.Queue));
    }

    [Fact]
    public void Each_agent_who_talks_has_a_recording_of_their_own_and_the_customer_is_told_once()
    {
        var bench = new Bench(Announced);
        var (caller, agent) = Talking(bench);
        caller.HearOut();
        bench.Pass(3);
        bench.MakeAvailable("1002");
        bench.Command(new CallControl.Transfer("1001", new CallTarget.Agent("1002"), "1001"));
        var second = bench.PhoneOf("1002").Ringing.Answer();
        Assert.True(second.TalksWith(caller));
        bench.Pass(4);
        caller.HangUp();
        Assert.Equal(
            [("1001", RecordingState.Kept), ("1002", RecordingState.Kept)], bench.Disk.Recordings.Select(r => (r.Agent!, r.State)));
        Assert.NotEqual(bench.Disk.Recordings[0].Interaction, bench.Disk.Recordings[1].Interaction);
        Assert.True(agent.IsOver);
    }

    [Fact]
    public void An_agent_pauses_the_recording_and_goes_on_with_it()
    {
        var bench = new Bench(Recorded);
        var (caller, _) = Talking(bench);
        Assert.Null(Do(bench, true));
        Assert.True(bench.Media.IsPaused(caller.EnginePort));
        Assert.Equal("paused", LiveOf(bench).Recording);
        Assert.Null(Do(bench, false));
        Assert.False(bench.Media.IsPaused(caller.EnginePort));
        Assert.Equal("on", LiveOf(bench).Recording);
        Assert.Equal(
            ["recording-began", "recording-paused", "recording-resumed"],
            bench.Disk.Journal.Select(entry => entry.Event).Where(e => e.StartsWith("recording", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_not_recorded_cannot_be_paused()
    {
        var bench = new Bench();
        Talking(bench);
        Assert.Equal("not-recorded", Do(bench, true));
    }

    [Fact]
    public void A_full_disk_fails_the_recording_with_an_alarm_and_the_call_goes_on()
    {
        var bench = new Bench(Recorded) { Media = { IsDiskFull = true } };
        var (caller, agent) = Talking(bench);
        Assert.True(agent.TalksWith(caller));
        bench.Pass(10);
        Assert.True(agent.TalksWith(caller));
        agent.HangUp();
        Assert.Equal(RecordingState.Failed, Assert.Single(bench.Disk.Recordings).State);
        Assert.Contains(bench.Logs, line => line is { Kind: "recording-failed", Level: LogLevel.Error });
    }

    [Theory]
    [InlineData(3, RecordingState.Kept)]
    [InlineData(0, RecordingState.Failed)]
    public void What_was_recorded_before_a_crash_is_kept_as_far_as_it_is_there(int seconds, RecordingState state)
    {
        var bench = new Bench(Recorded) { Media = { FoundAfterCrash = TimeSpan.FromSeconds(seconds) } };
        Talking(bench);
        bench.Pass(5);
        bench.Restart();
        var row = Assert.Single(bench.Disk.Recordings);
        Assert.Equal((state, TimeSpan.FromSeconds(seconds)), (row.State, row.Length));
        Assert.Empty(bench.Engine.Context.Recordings);

        var (caller, _) = Talking(bench, "+15145550177");
        caller.HangUp();
        Assert.Equal([1, 2], bench.Disk.Recordings.Select(r => r.Id.Value));
    }

    [Fact]
    public void The_end_of_the_process_waits_for_the_file()
    {
        var bench = new Bench(Recorded);
        Talking(bench);
        bench.Pass(5);
        bench.Feed(new EngineInput.DrainRequested(bench.Wall + TimeSpan.FromSeconds(10)));
        bench.Pass(11);
        Assert.True(bench.IsDrained);
        Assert.Equal(RecordingState.Kept, Assert.Single(bench.Disk.Recordings).State);
    }

    private static string? Do(Bench bench, bool paused) => bench.Answers[bench.Command(new CallControl.Record("1001", paused, "1001"))].Error;

    private static Rappel.Engine.Desk.Live.LiveCall LiveOf(Bench bench)
    {
        bench.Feed(new EngineInput.ViewWanted());
        return bench.View!.Agents.Single(a => a.Agent == "1001").Desk.Call!;
    }

    private static (PhoneCall Caller, PhoneCall Agent) Talking(Bench bench, string number = "+15145550123")
    {
        var caller = bench.Call(number);
        bench.MakeAvailable("1001");
        return (caller, bench.PhoneOf("1001").Ringing.Answer());
    }
}
