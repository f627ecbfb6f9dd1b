using Rappel.Engine.Telephony;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>What Test Queue is told of caps and the close of day. The bench begins on Monday 2 March at 10:00 in Montréal.</summary>
public class QueueReadingTests
{
    private const string Schedules = """
        schedules:
          lines: { timeZone: America/Toronto, weekly: { every-day: 08:00-20:00 } }
          calls:
            timeZone: America/Toronto
            weekly: { every-day: 09:00-17:00 }
            exceptions: { 2026-03-03: 09:00-10:30, 2026-03-04: closed }
          nights: { timeZone: America/Toronto, weekly: { every-day: 22:00-06:00 } }

        """;

    private static readonly (string, string) WithSchedules = ("trunks:\n", Schedules + "trunks:\n");

    [Fact]
    public void An_inbound_queue_closes_with_the_paired_queue_that_would_call_back()
    {
        var bench = new Bench(WithSchedules, Inbound("lines"), Outbound("calls"));

        Assert.Equal(Bench.Start.AddHours(7) - bench.Now, ClosesIn(bench, "nurses"));
        Assert.Equal(ClosesIn(bench, "callbacks"), ClosesIn(bench, "nurses"));
        bench.Pass(TimeSpan.FromHours(8));
        Assert.Equal(TimeSpan.Zero, ClosesIn(bench, "nurses"));
    }

    [Fact]
    public void Where_it_closes_first_itself_its_own_hours_count()
    {
        var bench = new Bench(WithSchedules, Inbound("calls"), Outbound("lines"));

        Assert.Equal(Bench.Start.AddHours(7) - bench.Now, ClosesIn(bench, "nurses"));
        Assert.Equal(Bench.Start.AddHours(10) - bench.Now, ClosesIn(bench, "callbacks"));
    }

    [Fact]
    public void One_schedule_of_the_two_is_enough_and_none_never_closes()
    {
        Assert.NotNull(ClosesIn(new Bench(WithSchedules, Outbound("calls")), "nurses"));
        Assert.NotNull(ClosesIn(new Bench(WithSchedules, Inbound("calls")), "nurses"));
        Assert.Null(ClosesIn(new Bench(), "nurses"));
    }

    [Fact]
    public void Dated_exceptions_shorten_the_day()
    {
        var bench = new Bench(WithSchedules, Inbound("lines"), Outbound("calls"));
        bench.Pass(TimeSpan.FromHours(24) - (bench.Now - Bench.Start));

        Assert.Equal(TimeSpan.FromMinutes(30), ClosesIn(bench, "nurses"));
        bench.Pass(TimeSpan.FromHours(24));
        Assert.Equal(TimeSpan.Zero, ClosesIn(bench, "nurses"));
    }

    // 22:00-06:00 lasts seven hours in the night to 8 March, and nine in the night to 1 November. At 23:00 EST (04:00 UTC), 23:00 EDT (03:00 UTC).
    [Theory]
    [InlineData("2026-03-08T04:00Z", 6)]
    [InlineData("2026-03-09T03:00Z", 7)]
    [InlineData("2026-11-01T03:00Z", 8)]
    public void The_time_until_closing_is_real_time_when_clocks_change(string now, int hours)
    {
        var bench = new Bench(WithSchedules, Inbound("lines"), Outbound("nights"));
        bench.Pass(Instant.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - bench.Now);

        Assert.Equal(TimeSpan.FromHours(hours), ClosesIn(bench, "callbacks"));
    }

    [Fact]
    public void The_cap_of_the_paired_queue_is_told_of_both()
    {
        var bench = new Bench(("maximumPending: 3", "maximumPending: 2"));
        bench.AskForCallback("+15145550131");
        Assert.Equal((false, false), (Cap(bench, "nurses"), Cap(bench, "callbacks")));

        bench.AskForCallback("+15145550132");

        Assert.Equal((true, true), (Cap(bench, "nurses"), Cap(bench, "callbacks")));
    }

    private static (string, string) Inbound(string schedule) => ("    treatment: line\n", $"    treatment: line\n    schedule: {schedule}\n");

    private static (string, string) Outbound(string schedule) => ("    maximumPending: 3", $"    maximumPending: 3\n    schedule: {schedule}");

    private static TimeSpan? ClosesIn(Bench bench, string queue)
    {
        bench.Engine.Context.Now = bench.Now;
        return QueueReadings.Read(bench.Engine.Context, queue).ClosesIn;
    }

    private static bool Cap(Bench bench, string queue) => QueueReadings.Read(bench.Engine.Context, queue).CallbackCapReached;
}
