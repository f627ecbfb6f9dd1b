using Rappel.Engine.Admission;

namespace Rappel.Tests.Engine.Admission;

/// <summary>On a core that 1,000 calls a second fill.</summary>
public sealed class AdmissionControlTests(ITestOutputHelper output)
{
    private const double Ceiling = 1_000;

    private readonly LoadedCore core = new(CallCost.Short);

    [Fact]
    public void At_twice_the_ceiling_the_rate_of_the_ceiling_goes_on_being_served()
    {
        core.Run(60, at => at < 2 ? 0.4 * Ceiling : 2 * Ceiling);
        Tell();

        Assert.InRange(core.TakenBetween(10, 60), 0.95 * Ceiling, 1.01 * Ceiling);
        Assert.All(core.Seconds.Skip(15), second => Assert.InRange(second.Taken, 0.85 * Ceiling, 1.1 * Ceiling));
        Assert.All(core.Lags.Skip(15), lag => Assert.InRange(lag, 0, 60));
        Assert.Equal((AdmissionState.Shedding, LoadCause.Engine), (core.Control.State, core.Control.Cause));
    }

    [Fact]
    public void Ten_times_the_ceiling_from_one_moment_to_the_next_does_not_collapse_it()
    {
        core.Run(60, _ => 10 * Ceiling);
        Tell();

        // 9,000 refusals a second take a tenth of the core.
        Assert.InRange(core.TakenBetween(15, 60), 0.8 * Ceiling, Ceiling);
        Assert.All(core.Lags.Skip(15), lag => Assert.InRange(lag, 0, 100));
    }

    [Fact]
    public void A_slow_ramp_is_followed_up_to_the_ceiling_and_kept_there()
    {
        core.Run(90, at => Math.Min(2 * Ceiling, 25 * at));
        Tell();

        Assert.Equal(0, core.Seconds.Take(38).Sum(second => second.Refused));
        Assert.InRange(core.TakenBetween(50, 90), 0.94 * Ceiling, 1.01 * Ceiling);
        Assert.All(core.Lags, lag => Assert.InRange(lag, 0, 100));
    }

    [Fact]
    public void At_nine_tenths_of_the_ceiling_nobody_is_refused()
    {
        core.Run(60, _ => 0.9 * Ceiling);

        Assert.Equal(0, core.Control.Refused);
    }

    [Fact]
    public void A_short_burst_is_taken_whole()
    {
        // 200 calls within 50 ms, every five seconds.
        core.Run(30, at => at % 5 < 0.05 ? 4 * Ceiling : 0.4 * Ceiling);

        Assert.Equal(0, core.Control.Refused);
        Assert.Equal(AdmissionState.Open, core.Control.State);
    }

    [Fact]
    public void When_the_flood_is_over_all_are_taken_again()
    {
        core.Run(30, _ => 2 * Ceiling).Run(10, _ => 0.5 * Ceiling);
        Tell();

        Assert.Equal(AdmissionState.Open, core.Control.State);
        Assert.Null(core.Control.Rate);
        Assert.Equal(0, core.Seconds.Skip(31).Sum(second => second.Refused));
    }

    [Fact]
    public void After_a_standstill_of_something_else_the_rate_is_soon_what_it_was()
    {
        // For ten seconds another program has the core, and everything waits.
        core.Others = at => new LoadReading { MediaLag = TimeSpan.FromMilliseconds(at is > 5 and < 15 ? 200 : 0) };
        core.Run(40, _ => 0.9 * Ceiling);
        Tell();

        Assert.True(core.Seconds[14].Taken < 0.1 * Ceiling, $"{core.Seconds[14].Taken} were taken");
        Assert.True(core.Seconds[30].Taken > 0.85 * Ceiling, $"{core.Seconds[30].Taken} were taken");
    }

    [Fact]
    public void Late_audio_alone_brings_the_rate_down_until_it_is_in_time_again()
    {
        // As calls accumulate the audio of all of them gets late: from 4,000 at once, which at half a minute a call is 133 a second.
        var taken = 0.0;
        var active = 0.0;
        var late = 0.0;
        var control = new AdmissionControl(Instant.UnixEpoch);
        for (var tenth = 1; tenth <= 3_000; tenth++)
        {
            var now = Instant.UnixEpoch.AddSeconds(tenth / 10.0);
            var calls = Enumerable.Range(0, 40).Count(_ => control.TryAdmit(now));
            taken += tenth > 1_500 ? calls : 0;
            active += calls - (active / 300);
            late = Math.Max(1, (active - 4_000) / 10.0);
            control.Observe(now, new LoadReading { MediaLag = TimeSpan.FromMilliseconds(late), ProcessorShare = 0.9 });
            if (tenth % 300 == 0)
            {
                output.WriteLine($"{tenth / 10} s: {control.AdmittedRate:0} a second, {active:0} at once, {late:0} ms late");
            }
        }

        Assert.Equal(AdmissionState.Shedding, control.State);
        Assert.Equal(LoadCause.Media, control.Cause);
        Assert.InRange(taken / 150, 115, 142);
    }

    [Fact]
    public void Commits_alone_close_the_entrance_when_they_are_too_many_and_open_it_again()
    {
        core.Others = at => new LoadReading { CommitsWaiting = at is > 5 and < 10 ? AdmissionLimits.ClosedAtCommits + 1 : 3 };
        core.Run(7, _ => 100);
        Assert.Equal((AdmissionState.Closed, LoadCause.Commits), (core.Control.State, core.Control.Cause));
        Assert.Equal(0, core.Seconds[6].Taken);

        core.Run(23, _ => 100);
        Assert.Equal(AdmissionState.Open, core.Control.State);
        Assert.Equal(100, core.TakenBetween(27, 30), 10.0);
    }

    [Fact]
    public void A_disk_that_stands_still_lets_few_calls_in()
    {
        core.Others = at => new LoadReading { CommitStall = TimeSpan.FromSeconds(Math.Max(0, at - 5)) };
        core.Run(60, _ => 100);

        Assert.Equal((AdmissionState.Shedding, LoadCause.Commits), (core.Control.State, core.Control.Cause));
        Assert.Equal(0, core.Seconds.Take(15).Sum(second => second.Refused));
        Assert.Equal(AdmissionLimits.LeastRate, core.Seconds[59].Taken, 2.0);
    }

    [Fact]
    public void Audio_late_for_a_moment_by_another_programs_doing_closes_no_idle_centre()
    {
        core.Others = at => new LoadReading { MediaLag = at is > 5 and < 6 ? TimeSpan.FromMilliseconds(92) : TimeSpan.Zero };
        core.Run(30, at => at < 5 ? 0 : 10);

        Assert.Equal(0, core.Seconds.Sum(second => second.Refused));
        Assert.Equal(AdmissionState.Open, core.Control.State);
    }

    [Fact]
    public void An_agents_own_call_is_taken_while_others_are_not()
    {
        core.Others = _ => new LoadReading { PortsExhausted = true };
        core.Run(1, _ => 100);
        Assert.Equal((AdmissionState.Closed, LoadCause.Ports), (core.Control.State, core.Control.Cause));

        var now = Instant.UnixEpoch.AddSeconds(1);
        Assert.False(core.Control.TryAdmit(now));
        Assert.True(core.Control.TryAdmit(now, fromAgent: true));
    }

    [Fact]
    public void Who_poses_as_an_agent_gets_no_further_than_the_agents_allowance()
    {
        core.Others = _ => new LoadReading { PortsExhausted = true };
        core.Run(1, _ => 100);
        var taken = Enumerable.Range(0, 2_000).Count(n => core.Control.TryAdmit(Instant.UnixEpoch.AddSeconds(1 + (n / 1_000.0)), fromAgent: true));

        Assert.InRange(taken, AdmissionLimits.AgentCalls, (2 * AdmissionLimits.AgentCalls) + 10);
    }

    [Fact]
    public void Time_that_does_not_pass_changes_nothing()
    {
        var control = new AdmissionControl(Instant.UnixEpoch);
        control.Observe(Instant.UnixEpoch, new LoadReading { OldestInput = TimeSpan.FromDays(1) });

        Assert.Equal(AdmissionState.Open, control.State);
    }

    private void Tell() =>
        output.WriteLine(string.Join(' ', core.Seconds.Zip(core.Lags, (calls, lag) => $"{calls.Taken}/{calls.Refused}({lag:0})")));
}
