using Rappel.Core.Config;
using Rappel.Core.Config.Binding;

namespace Rappel.Tests.Core.Config;

public class DurationTextTests
{
    [Theory]
    [InlineData("40 s", 40)]
    [InlineData("40s", 40)]
    [InlineData("5 min", 300)]
    [InlineData("4 h", 14_400)]
    [InlineData("1 h 30 min", 5_400)]
    [InlineData("1h30min5s", 5_405)]
    [InlineData(" 0 s ", 0)]
    public void Whole_numbers_with_units_are_durations(string text, int seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("40")]
    [InlineData("s")]
    [InlineData("1.5 h")]
    [InlineData("-5 s")]
    [InlineData("5 m")]
    [InlineData("5 minutes")]
    [InlineData("30 min 1 h")]
    [InlineData("5 s 5 s")]
    [InlineData("99999999 h")]
    [InlineData("5 min and a bit")]
    public void Anything_else_is_not(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData(39, "39 s")]
    [InlineData(120, "120 s")]
    [InlineData(300, "5 min")]
    [InlineData(5_400, "90 min")]
    [InlineData(14_400, "4 h")]
    [InlineData(259_200, "72 h")]
    public void Limits_are_told_the_way_people_say_them(int seconds, string text)
    {
        Assert.Equal(text, DurationText.Format(TimeSpan.FromSeconds(seconds)));
        Assert.True(DurationText.TryParse(text, out var again));
        Assert.Equal(seconds, again.TotalSeconds);
    }

    [Fact]
    public void The_limits_of_a_callback_read_as_promised()
    {
        Assert.Equal("40 s to 90 min", ConfigurationLimits.RetryDelay.Allowed.English);
        Assert.Equal("120 s to 72 h", ConfigurationLimits.CancelAfter.Allowed.English);
        Assert.Equal("1 to 10", ConfigurationLimits.Attempts.Allowed.English);
        Assert.Equal("5 s to 120 s", ConfigurationLimits.RingTime.Allowed.English);
        Assert.Equal("15 s to 60 s", ConfigurationLimits.OfferTimeout.Allowed.English);
    }
}
