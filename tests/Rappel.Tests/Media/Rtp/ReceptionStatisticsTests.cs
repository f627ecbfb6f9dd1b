using Rappel.Media.Rtp;

namespace Rappel.Tests.Media.Rtp;

public class ReceptionStatisticsTests
{
    private readonly ReceptionStatistics _statistics = new();

    [Fact]
    public void A_wrap_of_the_sequence_is_no_loss()
    {
        Hear(65534, 65535, 0, 1);
        Assert.Equal(0, _statistics.Lost);
        Assert.Equal(65536u + 1, _statistics.HighestSequence);
    }

    [Fact]
    public void Missing_packets_are_lost_and_late_ones_found_again()
    {
        Hear(10, 11, 14);
        Assert.Equal(2, _statistics.Lost);
        Assert.Equal(2 * 256 / 5, _statistics.TakeFractionLost());
        Hear(12);
        Assert.Equal(1, _statistics.Lost);
        Hear(15, 16);
        Assert.Equal(0, _statistics.TakeFractionLost());
    }

    [Fact]
    public void Doubles_count_against_loss()
    {
        Hear(1, 2, 2, 2);
        Assert.Equal(-2, _statistics.Lost);
        Assert.Equal(0, _statistics.TakeFractionLost());
    }

    [Fact]
    public void A_source_that_jumps_far_begins_anew()
    {
        Hear(1, 2, 40_000, 40_001);
        Assert.Equal(0, _statistics.Lost);
        Assert.Equal(2, _statistics.Received);
    }

    [Fact]
    public void Even_arrival_has_no_jitter_and_uneven_has()
    {
        for (ushort i = 0; i < 100; i++)
        {
            _statistics.Count(1, i, i * 160u, 5000 + (i * 160u));
        }

        Assert.Equal(0u, _statistics.Jitter);
        for (ushort i = 100; i < 300; i++)
        {
            _statistics.Count(1, i, i * 160u, 5000 + (i * 160u) + (i % 2 == 0 ? 80u : 0u));
        }

        Assert.InRange(_statistics.Jitter, 75u, 80u);
    }

    [Fact]
    public void A_timestamp_half_the_clock_away_is_measured_like_any_other()
    {
        _statistics.Count(1, 1, 0, 0);
        _statistics.Count(1, 2, 0x8000_0000, 0);
        Assert.Equal(0x8000_0000u >> 4, _statistics.Jitter);
        for (ushort i = 3; i < 100; i++)
        {
            _statistics.Count(1, i, i % 2 == 0 ? 0x8000_0000 : 0, 0);
        }

        Assert.Equal(uint.MaxValue >> 4, _statistics.Jitter);
    }

    private void Hear(params ushort[] sequences)
    {
        foreach (var sequence in sequences)
        {
            _statistics.Count(1, sequence, sequence * 160u, sequence * 160u);
        }
    }
}
