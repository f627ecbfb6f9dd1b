using Rappel.Server.Web.Auth;
using Rappel.Tests.Server.Hosting;

namespace Rappel.Tests.Server.Web;

public sealed class SignInThrottleTests
{
    private readonly ManualTime _time = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public void An_address_waits_longer_with_each_try_too_many_up_to_a_bound()
    {
        Exhaust(i => new("192.0.2.1", $"n{i}", null), SignInLimits.FreeOfAddress);
        double[] expected = [1, 2, 4, 8, 16, 32, 60, 60];

        Assert.All(expected, seconds =>
        {
            Assert.Null(_throttle.Begin(new("192.0.2.1", "x", null)));
            Assert.Equal(TimeSpan.FromSeconds(seconds), _throttle.Begin(new("192.0.2.1", "y", null)));
            _time.Pass(TimeSpan.FromSeconds(seconds));
        });
        Assert.Null(_throttle.Begin(new("192.0.2.2", "z", null)));
    }

    [Fact]
    public void A_name_that_is_guessed_from_everywhere_waits_a_little_on_new_devices_and_not_at_all_on_known_ones()
    {
        Exhaust(i => new($"192.0.2.{i}", "marie", null), SignInLimits.FreeOfName + 20);

        _time.Pass(SignInLimits.LongestWaitOfName);
        Assert.Null(_throttle.Begin(new("198.51.100.2", "marie", null)));
        Assert.Equal(SignInLimits.LongestWaitOfName, _throttle.Begin(new("198.51.100.1", "marie", null)));
        Assert.Null(_throttle.Begin(new("198.51.100.1", "marie", "device")));
        Assert.Null(_throttle.Begin(new("198.51.100.1", "paul", null)));
    }

    [Fact]
    public void A_known_device_is_slowed_down_by_itself()
    {
        Exhaust(_ => new("192.0.2.1", "marie", "device"), SignInLimits.FreeOfDevice + 1);

        Assert.NotNull(_throttle.Begin(new("198.51.100.7", "marie", "device")));
        Assert.Null(_throttle.Begin(new("192.0.2.1", "marie", "another")));
        Assert.Null(_throttle.Begin(new("192.0.2.1", "marie", null)));
    }

    [Fact]
    public void Those_who_get_in_count_for_nothing()
    {
        for (var i = 0; i < 200; i++)
        {
            var tried = new SignInTry("192.0.2.1", $"agent{i}", null);
            Assert.Null(_throttle.Begin(tried));
            _throttle.Succeeded(tried);
        }
    }

    [Fact]
    public void Tries_at_the_same_time_count_before_any_has_failed()
    {
        var let = Enumerable.Range(0, 100).Count(_ => _throttle.Begin(new("192.0.2.1", "marie", null)) is null);

        Assert.Equal(SignInLimits.FreeOfAddress + 1, let);
    }

    [Fact]
    public void After_a_while_all_is_forgotten()
    {
        Exhaust(_ => new("192.0.2.1", "marie", null), SignInLimits.FreeOfAddress + 1);
        _time.Pass(SignInLimits.Forgotten);

        Exhaust(_ => new("192.0.2.1", "marie", null), SignInLimits.FreeOfAddress);
        Assert.Null(_throttle.Begin(new("192.0.2.1", "marie", null)));
    }

    private void Exhaust(Func<int, SignInTry> tried, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _time.Pass(_throttle.Begin(tried(i)) ?? TimeSpan.Zero);
        }
    }
}
