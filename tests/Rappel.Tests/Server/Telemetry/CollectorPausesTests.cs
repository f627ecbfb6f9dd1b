using Rappel.Server.Telemetry;
using Rappel.Tests.Server.Hosting;

namespace Rappel.Tests.Server.Telemetry;

public class CollectorPausesTests
{
    [Fact]
    public void The_longest_pause_is_told_for_ten_minutes()
    {
        var time = new ManualTime();
        using var pauses = new CollectorPauses(time);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(pauses.Worst > TimeSpan.Zero);
        time.Pass(TimeSpan.FromMinutes(9));
        Assert.True(pauses.Worst > TimeSpan.Zero);
    }
}
