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
    public void Zones_that_open_at_one_moment_open_together_and_the_older_place_goes_first()
    {
        // The schedule's own zone, and the same zone by name: two readings, one moment.
        var bench = new Bench(
            ("trunks:", "schedules: { days: { timeZone: America/Toronto, weekly: { every-day: 11:00-17:00 } } }\ntrunks:"), WithHours[1],
            (Rules, "      - { pattern: '(?:\\+?1)?(438\\d{7})', dial: +1$1, timeZone: America/Toronto }\n" + Rules));
        var older = bench.AskForCallback("+14385550123");
        bench.Pass(10);
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        Assert.False(bench.PhoneOf("1001").IsRinging);

        bench.Pass(TimeSpan.FromHours(1));

        Assert.Equal(older.Id, Assert.Single(bench.Disk.Offers).Callback);
    }

    [Fact]
    public void Nobody_is_offered_what_new_hours_take_out_of_line()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1002");
        bench.PhoneOf("1002").Ringing.Refuse(603);
        var offers = bench.Disk.Offers.Count;
        var closed = BenchConfiguration.Read(2,
            ("trunks:", "schedules: { days: { timeZone: America/Toronto, weekly: { every-day: 20:00-21:00 } } }\ntrunks:"),
            ("    maximumPending: 3", "    maximumPending: 3\n    schedule: days"));

        // 1001 becomes free in the very configuration that closes the queue: a member's return is what makes the match.
        var without = BenchConfiguration.Read(3,
            ("    priority: 5\n    members: [{ agent: 1001, skill: 10 }, { agent: 1002, skill: 5 }]\n    wrapUp: 5 s\n    maximumPending", "    priority: 5\n    members: [{ agent: 1002, skill: 5 }]\n    wrapUp: 5 s\n    maximumPending"));
        Publish(bench, without);
        bench.MakeAvailable("1001");
        Publish(bench, closed);

        Assert.Equal(offers, bench.Disk.Offers.Count);
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
        bench.Pass(Utc(closes).AddSeconds(-1) - bench.Now);
        bench.MakeAvailable("1001");
        Assert.True(bench.PhoneOf("1001").IsRinging);
        bench.Pass(1);
        Assert.False(bench.PhoneOf("1001").IsRinging);
    }

    private static Instant Utc(string text) => Instant.Parse($"{text}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static void Publish(Bench bench, Rappel.Core.Config.ConfigurationSnapshot configuration)
    {
        bench.Configuration = configuration;
        bench.Feed(new EngineInput.Published(configuration));
        bench.Settle();
    }
}
