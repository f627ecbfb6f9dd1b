using Rappel.Core.Config;
using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class QueueTestTests
{
    private static readonly TestQueueObject Any = TestQueue(("true", [Say("yes")]), ("false", [Say("no")]));

    [Theory]
    [InlineData(0, 0, true, true)]
    [InlineData(1, 0, true, false)]
    [InlineData(1, 0, false, true)]
    [InlineData(1, 1, false, false)]
    public void It_asks_for_agents(int loggedIn, int free, bool askLoggedIn, bool holds)
    {
        var test = Any with { NoAgentLoggedIn = askLoggedIn, NoAgentFree = !askLoggedIn };
        Check(holds, test, new FakeEnvironment { Reading = Reading() with { AgentsLoggedIn = loggedIn, AgentsFree = free } });
    }

    [Theory]
    [InlineData(0, null, 4, false)] // waits in none: those who wait are ahead
    [InlineData(0, null, 5, true)]
    [InlineData(6, null, 0, true)] // in this one: place 6 has five ahead
    [InlineData(5, null, 9, false)]
    [InlineData(5, "nurses", 9, false)]
    [InlineData(2, "other", 5, true)] // in another one
    public void It_counts_the_calls_ahead(int position, string? queue, int waiting, bool holds) =>
        Check(holds, Any with { CallsAhead = 5 },
            new FakeEnvironment { QueuePosition = position, Queue = queue, Reading = Reading() with { Waiting = waiting } });

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void It_asks_how_long_this_caller_has_waited(int waited, bool holds) =>
        Check(holds, Any with { WaitingLonger = TimeSpan.FromSeconds(60) }, new FakeEnvironment { Waited = TimeSpan.FromSeconds(waited) });

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    [InlineData(null, false)]
    public void It_asks_for_the_expected_wait(int? expected, bool holds)
    {
        TimeSpan? wait = expected is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var test = Any with { ExpectedWaitOver = TimeSpan.FromSeconds(300) };
        Check(holds, test, new FakeEnvironment { QueuePosition = 1, ExpectedWait = wait });
        Check(holds, test, new FakeEnvironment { Reading = Reading() with { ExpectedWait = wait } });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_asks_whether_the_callback_cap_is_reached(bool reached) =>
        Check(reached, Any with { CallbackCapReached = true }, new FakeEnvironment { Reading = Reading() with { CallbackCapReached = reached } });

    [Theory]
    [InlineData(null, false)]
    [InlineData(31, false)]
    [InlineData(30, true)]
    [InlineData(0, true)]
    public void It_asks_how_soon_the_queue_closes(int? closes, bool holds) =>
        Check(holds, Any with { ClosingWithin = TimeSpan.FromMinutes(30) },
            new FakeEnvironment { Reading = Reading() with { ClosesIn = closes is { } minutes ? TimeSpan.FromMinutes(minutes) : null } });

    [Fact]
    public void One_condition_of_several_is_enough_and_none_is_false()
    {
        var environment = new FakeEnvironment { Reading = Reading() with { AgentsFree = 0 } };
        Check(true, Any with { NoAgentLoggedIn = true, NoAgentFree = true }, environment);
        Check(false, Any, environment);
    }

    private static QueueReading Reading() => new(1, 1, 0, null, false, null);

    private static void Check(bool holds, TestQueueObject test, FakeEnvironment environment) =>
        Assert.Equal(holds ? "yes" : "no", ScriptBench.InQueue(environment, test).Heard);
}
