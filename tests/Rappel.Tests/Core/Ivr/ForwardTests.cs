using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class ForwardTests
{
    private static readonly TimeSpan Ring = TimeSpan.FromSeconds(25);

    [Theory]
    [InlineData("overload")]
    [InlineData("timed-out")]
    [InlineData("left")]
    public void A_queue_is_entered_and_left_by_an_exit(string exit)
    {
        var bench = ScriptBench.InMain(new ForwardToQueueObject("forward", false, "nurses", To((exit, [Say(exit)]))));
        Assert.Equal(new IvrOutput.EnterQueue("nurses"), bench.Fresh.Last());
        Assert.Null(bench.Run.NextDeadline);
        Assert.False(bench.Run.HasEnded);
        Assert.Equal(exit, bench.Exit(exit).Heard);
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("no-answer")]
    [InlineData("failed")]
    public void A_number_goes_through_the_plan_and_comes_back_by_an_exit(string exit)
    {
        var bench = ScriptBench.InMain(new ForwardToNumberObject("forward", false, "514 555-0142", "plan", Ring, To((exit, [Say(exit)]))));
        Assert.Equal(new IvrOutput.ForwardToNumber(new PhoneNumber("+15145550142"), "carrier", Ring), bench.Fresh.Last());
        Assert.Equal(exit, bench.Exit(exit).Heard);
    }

    [Fact]
    public void A_number_may_be_a_variable_and_go_as_it_is()
    {
        var bench = ScriptBench.InMain(Set("target", "1001"), new ForwardToNumberObject("forward", false, "$target", null, Ring, To()));
        Assert.Equal(new IvrOutput.ForwardToNumber(new PhoneNumber("1001"), null, Ring), bench.Fresh.Last());
    }

    [Theory]
    [InlineData("5145559142", "plan")]
    [InlineData("$nobody", null)]
    [InlineData("5145550142", "no such plan")]
    public void A_number_that_cannot_be_dialled_fails_at_once(string number, string? plan)
    {
        var bench = ScriptBench.InMain(new ForwardToNumberObject("forward", false, number, plan, Ring, To(("failed", [Say("failed")]))));
        Assert.Equal("failed", bench.Heard);
        Assert.Contains(bench.Problems, p => p.Contains("cannot be dialled", StringComparison.Ordinal));
    }

    [Fact]
    public void An_agent_and_a_voicemail_queue_are_asked_for()
    {
        var agent = ScriptBench.InMain(new ForwardToAgentObject("forward", false, "1001", Ring, To(("busy", [Say("busy")]))));
        Assert.Equal(new IvrOutput.ForwardToAgent("1001", Ring), agent.Fresh.Last());
        Assert.Equal("busy", agent.Exit("busy").Heard);
        var voicemail = ScriptBench.InMain(new ForwardToVoicemailObject("forward", false, "messages", To(("failed", [Say("failed")]))));
        Assert.Equal(new IvrOutput.ForwardToVoicemail("messages"), voicemail.Fresh.Last());
        Assert.Equal("failed", voicemail.Exit("failed").Heard);
    }

    [Fact]
    public void Keys_pressed_elsewhere_are_not_said_to_the_script()
    {
        var menu = Menu("choose", typeAhead: true, exits: ("1", [Say("one")]));
        var bench = ScriptBench.InMain(new ForwardToAgentObject("forward", false, "1001", Ring, To(("busy", [menu]))));
        Assert.Equal("choose", bench.Press("1").Exit("busy").Heard);
    }

    [Fact]
    public void An_exit_nobody_waits_for_changes_nothing() =>
        Assert.Empty(ScriptBench.InMain(Say("hello")).Exit("busy").Fresh);

    [Fact]
    public void Music_is_asked_for_again_after_the_call_was_elsewhere()
    {
        var bench = ScriptBench.InQueue(Loop(Wait(5), new ForwardToAgentObject("forward", false, "1001", Ring, To()))).Pass(5).Exit("busy");
        Assert.Single(bench.Fresh.OfType<IvrOutput.PlayMusic>());
    }
}
