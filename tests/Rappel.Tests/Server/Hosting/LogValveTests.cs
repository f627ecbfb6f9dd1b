using Rappel.Server.Telemetry;

namespace Rappel.Tests.Server.Hosting;

public sealed class LogValveTests
{
    private readonly ManualTime time = new();
    private readonly LogValve valve;

    public LogValveTests() => valve = new LogValve(time);

    [Fact]
    public void A_flood_of_one_kind_is_cut_and_its_rest_counted_in_the_next_while()
    {
        var written = Enumerable.Range(0, 5_000).Count(_ => valve.Admits("malformed", out _));
        Assert.Equal(LogValve.Lines, written);

        time.Pass(LogValve.Period);
        Assert.True(valve.Admits("malformed", out var held));
        Assert.Equal(5_000 - LogValve.Lines, held);
    }

    [Fact]
    public void A_flood_of_one_kind_silences_no_other()
    {
        for (var i = 0; i < 1_000; i++)
        {
            valve.Admits("malformed", out _);
        }

        Assert.True(valve.Admits("unknown-number", out var held));
        Assert.Equal(0, held);
    }

    [Fact]
    public void What_was_counted_is_told_once()
    {
        for (var i = 0; i < LogValve.Lines + 1; i++)
        {
            valve.Admits("malformed", out _);
        }

        time.Pass(LogValve.Period);
        valve.Admits("malformed", out var held);
        Assert.Equal(1, held);
        valve.Admits("malformed", out held);
        Assert.Equal(0, held);
    }
}
