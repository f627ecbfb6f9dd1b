using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

/// <summary>Check callback and Change callback, as a script runs them.</summary>
public class PendingCallbackTests
{
    private static readonly PendingCallback Theirs = new(new PhoneNumber("+15145550142"), "plan");

    private static FakeEnvironment Pending => new() { Pending = Theirs, CallbackPosition = 4 };

    private static IvrOutput.ChangeCallback? Asked(ScriptBench bench) => bench.All.OfType<IvrOutput.ChangeCallback>().SingleOrDefault();

    private static CheckCallbackObject Changing(CallbackChange action) =>
        Check(null, ("pending", [Change(action, ("done", [Say("it is so, $callbackPhoneNumber")]), ("failed", [Say("it is not")]))]));

    [Fact]
    public void A_pending_request_takes_the_exit_pending_and_its_place_and_number_are_told()
    {
        var bench = ScriptBench.With(Pending, "en", Check("callbacks", ("pending", [Say("number $CallbackPosition, at $callbackPhoneNumber")]), ("none", [Say("none")])));

        Assert.Equal("number 4, at 5 1 4, 5 5 5, 0 1 4 2.", bench.Heard.TrimEnd('.') + ".");
        Assert.Equal(["callbacks"], bench.Environment.Looked);
    }

    [Fact]
    public void Without_one_the_exit_is_none_and_the_number_told_is_the_callers()
    {
        var bench = ScriptBench.With(new FakeEnvironment(), "en", Check(null, ("pending", [Say("pending")]), ("none", [Say("$callbackPhoneNumber")])));

        Assert.StartsWith("5 1 4, 5 5 5, 0 1 7 7", bench.Heard, StringComparison.Ordinal);
        Assert.Equal([null], bench.Environment.Looked);
    }

    [Theory]
    [InlineData(CallbackChange.Cancel)]
    [InlineData(CallbackChange.TakePlace)]
    public void The_run_waits_for_the_answer_and_goes_on_at_its_exit(CallbackChange action)
    {
        var bench = ScriptBench.With(Pending, "en", Changing(action));
        Assert.Equal(new IvrOutput.ChangeCallback(action, null), Asked(bench));
        Assert.False(bench.Run.HasEnded);
        Assert.Equal("", bench.Heard);

        Assert.StartsWith("it is so", bench.Exit("done").Heard, StringComparison.Ordinal);
        Assert.Equal("it is not", ScriptBench.With(Pending, "en", Changing(action)).Exit("failed").Heard);
    }

    [Fact]
    public void The_number_captured_goes_through_the_plan_of_the_request()
    {
        var typed = Value("customer.phoneNumber", minimum: 10, maximum: 10, exits: ("ok", [Changing(CallbackChange.ChangeNumber)]));
        var bench = ScriptBench.With(Pending, "en", typed).Press("5145550199");

        Assert.Equal(new IvrOutput.ChangeCallback(
            CallbackChange.ChangeNumber, new DialableNumber(new PhoneNumber("+15145550199"), "carrier", "America/Toronto")), Asked(bench));
        Assert.Equal("it is so, 5 1 4, 5 5 5, 0 1 9 9", bench.Exit("done").Heard.TrimEnd('.'));
    }

    [Theory]
    [InlineData("5145559123")]
    [InlineData("0115550000")]
    public void A_number_that_the_plan_refuses_fails_without_asking(string number)
    {
        var typed = Value("customer.phoneNumber", minimum: 10, maximum: 10, exits: ("ok", [Changing(CallbackChange.ChangeNumber)]));
        var bench = ScriptBench.With(Pending, "en", typed).Press(number);

        Assert.Null(Asked(bench));
        Assert.Equal("it is not", bench.Heard);
    }

    [Fact]
    public void To_change_a_number_without_one_captured_is_a_mistake_of_the_script()
    {
        var bench = ScriptBench.With(Pending, "en", Changing(CallbackChange.ChangeNumber));

        Assert.Equal("it is not", bench.Heard);
        Assert.Equal(["no number has been captured to change to"], bench.Problems);
    }

    [Fact]
    public void To_change_what_no_check_has_found_is_a_mistake_of_the_script()
    {
        var bench = ScriptBench.With(Pending, "en", Change(CallbackChange.Cancel, ("failed", [Say("it is not")])));

        Assert.Null(Asked(bench));
        Assert.Equal("it is not", bench.Heard);
        Assert.Equal(["no checkCallback has found a request to change"], bench.Problems);
    }

    [Fact]
    public void What_has_been_cancelled_cannot_be_changed_again()
    {
        var bench = ScriptBench.With(Pending, "en", Check(null, ("pending",
        [
            Change(CallbackChange.Cancel, ("done", [Change(CallbackChange.TakePlace, ("failed", [Say("gone")]))])),
        ])));

        Assert.Equal("gone", bench.Exit("done").Heard);
        Assert.Equal(CallbackChange.Cancel, Asked(bench)?.Action);
    }
}
