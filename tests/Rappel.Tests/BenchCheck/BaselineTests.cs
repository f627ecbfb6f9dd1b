using Rappel.BenchCheck;

namespace Rappel.Tests.BenchCheck;

public class BaselineTests
{
    private static readonly Baseline Small = new(".NET 10.0, X64",
    [
        new("sip: parse", FigureKind.Instructions, 126_368.4), new("sip: parse", FigureKind.Bytes, 10_928), new("media: beat", FigureKind.Bytes, 0),
        new("timers: 1,000 times as many", FigureKind.Ratio, 1.374),
    ]);

    [Fact]
    public void A_baseline_has_one_line_a_piece() =>
        Assert.Equal(
            """
            {
              "made": ".NET 10.0, X64",
              "pieces": {
                "media: beat": { "bytes": 0 },
                "sip: parse": { "bytes": 10928, "instructions": 126368 },
                "timers: 1,000 times as many": { "ratio": 1.37 }
              }
            }

            """,
            Small.Write());

    [Fact]
    public void What_was_kept_is_read_again()
    {
        var read = Baseline.Read(Small.Write());

        Assert.Equal(Small.Made, read.Made);
        Assert.All(Judgement.Of(read.Figures, Small.Figures), judged => Assert.Equal(Verdict.Same, judged.Verdict));
        Assert.Equal(Small.Figures.Count, read.Figures.Count);
    }

    [Fact]
    public void A_section_is_what_was_counted_between_its_beginning_and_its_end()
    {
        string[] books = ["part: 1", "totals: 900", "fn=(0)", "totals: 10", "totals: 7", "totals: 12", "totals: 8", "totals: 30", "totals: 5"];

        Assert.Equal([10, 12, 30], Sections.Read(books));
        Assert.Equal(12, Sections.Middle([10, 30, 12]));
    }
}
