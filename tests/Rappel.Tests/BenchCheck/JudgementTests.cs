using Rappel.BenchCheck;

namespace Rappel.Tests.BenchCheck;

/// <summary>The guard against lost speed.</summary>
public class JudgementTests
{
    [Theory]
    [InlineData(FigureKind.Instructions, 1000, 1050, "Same")]
    [InlineData(FigureKind.Instructions, 1000, 1051, "Worse")]
    [InlineData(FigureKind.Instructions, 1000, 949, "Better")]
    [InlineData(FigureKind.Bytes, 1000, 1020, "Same")]
    [InlineData(FigureKind.Bytes, 1000, 1021, "Worse")]
    [InlineData(FigureKind.Held, 1000, 1051, "Worse")]
    [InlineData(FigureKind.Ratio, 1.3, 1.42, "Same")]
    [InlineData(FigureKind.Ratio, 1.3, 1.44, "Worse")]
    [InlineData(FigureKind.WireBytes, 1000, 1021, "Worse")]
    [InlineData("commits", 3, 3, "Same")]
    [InlineData("commits", 3, 3.05, "Worse")]
    [InlineData("commits", 3, 2, "Better")]
    public void A_figure_may_move_a_little_and_a_whole_number_not_at_all(string kind, double kept, double now, string verdict) =>
        Assert.Equal(verdict, $"{Assert.Single(Judgement.Of([new("piece", kind, kept)], [new("piece", kind, now)])).Verdict}");

    [Fact]
    public void Where_nothing_was_allocated_one_byte_is_too_many() =>
        Assert.Equal(Verdict.Worse, Assert.Single(Judgement.Of([new("beat", FigureKind.Bytes, 0)], [new("beat", FigureKind.Bytes, 1)])).Verdict);

    [Fact]
    public void A_figure_the_baseline_lacks_is_trouble_and_so_is_one_that_is_no_longer_counted()
    {
        var judged = Judgement.Of([new("old", FigureKind.Bytes, 10)], [new("new", FigureKind.Bytes, 10)]);

        Assert.Equal([("new", Verdict.New), ("old", Verdict.Gone)], judged.Select(j => (j.Piece, j.Verdict)));
        Assert.All(judged, j => Assert.True(Judgement.IsTrouble(j.Verdict)));
    }

    [Fact]
    public void A_gain_is_no_trouble() => Assert.False(Judgement.IsTrouble(Verdict.Better));

    [Fact]
    public void A_scan_shows_as_the_size_itself()
    {
        var ratios = Ratios.Of(
        [
            new("timers: 100 running", FigureKind.Instructions, 100), new("timers: 100,000 running", FigureKind.Instructions, 100_000),
            new("match: 10 agents", FigureKind.Instructions, 5),
        ]);

        Assert.Equal(1_000, Assert.Single(ratios).Value);
    }
}
