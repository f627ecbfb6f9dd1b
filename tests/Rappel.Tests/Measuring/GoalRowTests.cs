using Rappel.Measuring;

namespace Rappel.Tests.Measuring;

public class GoalRowTests
{
    [Fact]
    public void Rows_of_several_runs_become_one_with_their_median_and_spread()
    {
        var rows = new[] { 3.0, 1.0, 2.0 }.Select(value => new GoalRow("cost", "5 ms", "1 ms", [value], "0.0 ms", "counted"));

        var row = Assert.Single(GoalRow.Merge(rows));

        Assert.Equal(["cost", "5 ms", "1 ms", "2.0 ms", "1.0 ms .. 3.0 ms", "3", "counted"], row.Cells);
    }

    [Fact]
    public void A_figure_that_could_not_be_had_is_told_as_such() =>
        Assert.Equal("-", new GoalRow("cost", "", "", [], "0.0 ms", "counted").Cells[3]);

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    [InlineData(0, 1)]
    public void A_percentile_is_a_figure_that_was_measured(double share, double expected) =>
        Assert.Equal(expected, Percentile.Of([.. Enumerable.Range(1, 100).Select(n => (double)n)], share));

    [Theory]
    [InlineData(0xA0, 0xA0, true)]
    [InlineData(0xA0, 0xA1, false)]
    [InlineData(0xFF, 0xFF, false)]
    public void A_prompt_is_one_level_that_is_not_silence(int most, int last, bool isPrompt)
    {
        var payload = Enumerable.Repeat((byte)most, 160).ToArray();
        payload[^1] = (byte)last;

        Assert.Equal(isPrompt, PromptTone.Is(payload));
    }
}
