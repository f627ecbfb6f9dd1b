using Rappel.Measuring;

namespace Rappel.Tests.Measuring;

public class GapHistogramTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void A_percentile_is_the_upper_edge_of_its_bin_and_the_longest_gap_is_exact()
    {
        var gaps = new GapHistogram();
        for (var i = 0; i < 99; i++)
        {
            gaps.Add(20 * Millisecond);
        }

        gaps.Add(47_123_456);

        Assert.Equal(20.02, gaps.At(0.5), 6);
        Assert.Equal(20.02, gaps.At(0.99), 6);
        Assert.Equal(47.123456, gaps.At(1), 6);
        Assert.Equal(47.123456, gaps.Most, 6);
        Assert.Equal(100, gaps.Count);
    }

    [Fact]
    public void Gaps_beyond_the_last_bin_and_before_the_first_are_counted()
    {
        var gaps = new GapHistogram();
        gaps.Add(-5);
        gaps.Add(3_000 * Millisecond);

        Assert.Equal(2, gaps.Count);
        Assert.Equal(0.02, gaps.At(0.5), 6);
        Assert.Equal(3_000, gaps.Most, 6);
    }

    [Fact]
    public void Of_no_gaps_there_is_no_percentile() => Assert.Equal(double.NaN, new GapHistogram().At(0.99));
}
