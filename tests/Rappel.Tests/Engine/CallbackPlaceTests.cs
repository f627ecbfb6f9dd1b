using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class CallbackPlaceTests
{
    [Fact]
    public void A_callback_enters_the_line_only_when_its_caller_has_hung_up()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('3');
        bench.MakeAvailable("1001");
        bench.Pass(3);
        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
        Assert.False(bench.PhoneOf("1001").IsRinging);

        caller.HangUp();

        Assert.Equal(CallbackStatus.Offering, bench.Callback.Status);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void It_enters_the_line_too_when_the_script_hangs_up()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('3');
        bench.MakeAvailable("1001");

        caller.HearOut();

        Assert.True(caller.IsOver);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void The_older_caller_is_offered_first_though_they_asked_for_the_callback_later()
    {
        var bench = new Bench();
        var older = bench.Call("+15145550111");
        bench.Pass(10);
        bench.AskForCallback("+15145550122");
        bench.Pass(10);
        older.Press('3');
        older.HangUp();

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void A_live_caller_who_came_before_is_offered_before_the_callback()
    {
        var bench = new Bench();
        bench.Call("+15145550111");
        bench.Pass(10);
        bench.AskForCallback("+15145550122");

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void A_live_caller_who_came_after_is_offered_after_the_callback()
    {
        var bench = new Bench();
        var waiting = bench.Call("+15145550111");
        bench.Pass(10);
        bench.Call("+15145550122");
        bench.Pass(10);
        waiting.Press('3');
        waiting.HangUp();

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void Priority_goes_before_place()
    {
        var bench = new Bench(("  callbacks:\n    priority: 5", "  callbacks:\n    priority: 4"));
        bench.AskForCallback("+15145550111");
        bench.Pass(10);
        bench.Call("+15145550122");

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550122", bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void The_most_skilled_agent_is_rung_first()
    {
        var bench = new Bench();
        bench.MakeAvailable("1002");
        bench.Pass(60);
        bench.MakeAvailable("1001");

        bench.AskForCallback("+15145550111");

        Assert.True(bench.PhoneOf("1001").IsRinging);
        Assert.False(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void A_retry_goes_back_to_its_old_place()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550111");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Refuse(486);
        bench.SetStatus("1001", AgentStatus.OnBreak);
        bench.Pass(60);
        var later = bench.Call("+15145550122");
        bench.Pass(300);

        bench.MakeAvailable("1001");

        Assert.Equal("+15145550111", bench.PhoneOf("1001").Ringing.ShownNumber);
        Assert.False(later.IsOver);
    }
}
