using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Rule 10 by the customer's own clock. The bench begins on a Monday at 10:00 in Montréal, which is 07:00 in Vancouver.</summary>
public class CallingHoursTests
{
    private const string Rules = "      - { pattern: '(?:\\+?1)?([2-9]\\d\\d[2-9]\\d{6})', dial: +1$1 }\n";
    private const string Vancouver = "      - { pattern: '(?:\\+?1)?(604\\d{7})', dial: +1$1, timeZone: America/Vancouver }\n";
    private const string Hours = "schedules: { days: { timeZone: America/Toronto, weekly: { every-day: 08:00-17:00 } } }\n";

    private static readonly (string, string)[] WithHours =
    [
        ("trunks:", Hours + "trunks:"), ("    maximumPending: 3", "    maximumPending: 3\n    schedule: days"), (Rules, Vancouver + Rules),
    ];

    [Fact]
    public void A_customer_in_Vancouver_is_not_dialled_early_because_Montreal_is_open()
    {
        var bench = new Bench(WithHours);
        var west = bench.AskForCallback("+16045550123");
        bench.MakeAvailable("1001");
        bench.Pass(TimeSpan.FromMinutes(59) - (bench.Now - Bench.Start));
        Assert.False(bench.PhoneOf("1001").IsRinging);

        bench.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(west.Number, bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void A_customer_whose_zone_is_not_known_has_the_schedules_own_hours()
    {
        var bench = new Bench(WithHours);
        bench.AskForCallback("+16045550123");
        var east = bench.AskForCallback("+15145550123");

        bench.MakeAvailable("1001");

        Assert.Equal(east.Number, bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void In_the_evening_Vancouver_is_still_dialled_when_Montreal_is_not()
    {
        var bench = new Bench(WithHours);
        bench.Pass(TimeSpan.FromHours(6.99));
        bench.AskForCallback("+15145550123");
        var west = bench.AskForCallback("+16045550123");
        bench.Pass(TimeSpan.FromMinutes(10));

        bench.MakeAvailable("1001", "1002");

        Assert.Equal(west.Number, bench.PhoneOf("1001").Ringing.ShownNumber);
        Assert.False(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void An_offer_is_withdrawn_when_the_customers_hours_end()
    {
        var bench = new Bench(WithHours);
        bench.Pass(TimeSpan.FromHours(9.995) - (bench.Now - Bench.Start));
        bench.AskForCallback("+16045550123");
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);

        bench.Pass(18);

        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal((CallbackStatus.Waiting, 0), (bench.Callback.Status, bench.Callback.AttemptsUsed));
    }

    [Fact]
    public void A_changed_number_has_the_hours_of_its_own_zone()
    {
        var bench = new Bench(WithHours);
        var request = bench.AskForCallback("+15145550123");

        bench.Command(new CallbackCommand.ChangeNumber(request.Id, "604 555 0123", "marie", "moved"));
        bench.MakeAvailable("1001");
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(TimeSpan.FromHours(1));

        Assert.Equal(("America/Vancouver", "+16045550123"), (bench.Callback.TimeZone, bench.PhoneOf("1001").Ringing.ShownNumber));
    }

    [Fact]
    public void The_zone_holds_after_a_restart_though_no_dial_plan_names_it_any_more()
    {
        var bench = new Bench(WithHours);
        bench.AskForCallback("+16045550123");
        bench.Configuration = BenchConfiguration.Read(2, WithHours[..2]);

        bench.Restart();
        bench.MakeAvailable("1001");
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.Pass(TimeSpan.FromHours(1));

        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void A_schedule_published_anew_holds_for_all_zones_at_once()
    {
        var bench = new Bench(WithHours);
        bench.AskForCallback("+16045550123");
        bench.MakeAvailable("1001");
        (string, string)[] changed = [("trunks:", Hours.Replace("08:00", "06:00", StringComparison.Ordinal) + "trunks:"), .. WithHours[1..]];

        bench.Configuration = BenchConfiguration.Read(2, changed);
        bench.Feed(new EngineInput.Published(bench.Configuration));
        bench.Settle();

        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    // In 2026 clocks go forward on 8 March and back on 1 November at 02:00, in Montréal three hours before Vancouver.
    [Theory]
    [InlineData("+15145550123", "2026-03-08 05:00", "2026-03-08 06:30", "2026-03-08 07:00")] // 01:30 EST; 02:30 is in the gap, which begins at 02:00
    [InlineData("+16045550123", "2026-03-08 05:00", "2026-03-08 09:30", "2026-03-08 10:00")]
    [InlineData("+15145550123", "2026-11-01 04:00", "2026-11-01 05:30", "2026-11-01 07:30")] // 01:30 EDT, the first; 02:30 EST
    [InlineData("+16045550123", "2026-11-01 04:00", "2026-11-01 08:30", "2026-11-01 10:30")]
    public void On_the_nights_when_clocks_change_each_customer_has_their_own(string number, string begin, string opens, string closes)
    {
        (string, string)[] nights = [("trunks:", Hours.Replace("08:00-17:00", "01:30-02:30", StringComparison.Ordinal) + "trunks:"), .. WithHours[1..]];
        var bench = new Bench(nights);
        bench.Pass(Utc(begin) - bench.Now);
        bench.Command(new EngineCommand.CreateCallback(
            new("callbacks", null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(20), TimeSpan.FromSeconds(20), true), number,
            null, null, ImmutableDictionary<string, string>.Empty, "api"));
        bench.Pass(Utc(opens).AddSeconds(-1) - bench.Now);
        bench.MakeAvailable("1001");
        Assert.False(bench.PhoneOf("1001").IsRinging);

        bench.Pass(1);
        Assert.True(bench.PhoneOf("1001").IsRinging);
        bench.SetStatus("1001", Rappel.Core.Acd.AgentStatus.OnBreak);
        bench.Pass(Utc(closes).AddSeconds(-1) - bench.Now);
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);
        bench.Pass(1);
        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    private static Instant Utc(string text) => Instant.Parse($"{text}Z", System.Globalization.CultureInfo.InvariantCulture);
}
