using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class CallbackTests
{
    private static readonly CallbackObject Promise = Callback(
        ("requested", [Say("we will ring you back", interruptible: false)]), ("already-pending", [Say("still in line")]), ("refused", [Say("not possible")]));

    private static IvrOutput.RequestCallback? Requested(ScriptBench bench) => bench.All.OfType<IvrOutput.RequestCallback>().SingleOrDefault();

    [Fact]
    public void The_request_leaves_in_the_turn_of_the_confirming_key()
    {
        var bench = ScriptBench.InQueue(Menu("sure?", exits: ("1", [Goto("Rappel")])), Label("Rappel"), Promise);
        bench.Press("1");
        var request = bench.Fresh.OfType<IvrOutput.RequestCallback>().Single();
        Assert.Equal(new IvrOutput.RequestCallback(Terms, new PhoneNumber("+15145550177"), "carrier", "America/Toronto"), request);
        Assert.False(bench.Run.HasEnded);
    }

    [Theory]
    [InlineData("requested", "we will ring you back")]
    [InlineData("already-pending", "still in line")]
    [InlineData("refused", "not possible")]
    public void The_answer_is_the_exit(string exit, string heard) => Assert.Equal(heard, ScriptBench.InQueue(Promise).Exit(exit).Heard);

    [Fact]
    public void The_number_typed_goes_before_the_number_rung_from()
    {
        var phone = Value("customer.phoneNumber", minimum: 10, maximum: 10, dialPlan: "plan", exits: ("ok", [Promise]));
        Assert.Equal("+15145550199", Requested(ScriptBench.InMain(phone).Press("5145550199"))?.Number.Value);
    }

    [Fact]
    public void A_number_typed_through_the_same_plan_is_not_put_through_it_twice()
    {
        // "typed" takes ten digits only, not what it makes of them.
        var phone = Value("customer.phoneNumber", minimum: 10, maximum: 10, dialPlan: "typed", exits: ("ok", [Promise with { Terms = Terms with { DialPlan = "typed" } }]));
        var request = Requested(ScriptBench.InMain(phone).Press("5145550199"));
        Assert.Equal(("+15145550199", "other"), (request?.Number.Value, request?.Trunk));
    }

    [Fact]
    public void A_number_typed_through_another_plan_goes_through_that_of_the_terms()
    {
        var phone = Value("customer.phoneNumber", minimum: 10, maximum: 10, dialPlan: "typed", exits: ("ok", [Promise]));
        Assert.Equal("carrier", Requested(ScriptBench.InMain(phone).Press("5145550199"))?.Trunk);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("+15145559000")]
    [InlineData("+33142685300")]
    public void A_withheld_number_or_one_we_may_not_dial_is_refused(string? caller)
    {
        var bench = ScriptBench.InMain("en", caller, Promise);
        Assert.Equal("not possible", bench.Heard);
        Assert.Null(Requested(bench));
        Assert.DoesNotContain(bench.All, o => o is IvrOutput.ProtectionChanged);
    }

    [Fact]
    public void Who_was_promised_a_callback_waits_no_longer()
    {
        var bench = ScriptBench.InQueue(Loop(Promise)).Exit("requested").Listen();
        Assert.Equal([new IvrOutput.HangUp()], bench.Fresh);
        Assert.True(bench.Run.IsProtected);
    }

    [Fact]
    public void And_hears_no_queue_music()
    {
        var bench = ScriptBench.InQueue(Callback(("requested", [Loop(Wait(5))]))).Exit("requested");
        Assert.DoesNotContain(bench.Fresh, o => o is IvrOutput.PlayMusic);
        Assert.IsType<IvrOutput.HangUp>(bench.Pass(5).Fresh.Last());
    }

    [Fact]
    public void Who_was_not_goes_on_waiting()
    {
        var bench = ScriptBench.InQueue(Loop(Say("in line"), Promise)).Listen().Exit("already-pending").Listen();
        Assert.Equal("in line", bench.Heard);
        Assert.False(bench.Run.IsProtected);
    }

    [Fact]
    public void What_main_collected_the_queue_s_treatment_can_say()
    {
        var call = new ScriptCall(null, "main-line", "+15145550100", "en");
        ScriptBench.With(call, ScriptEntry.Main, Value("$member", maximum: 3, exits: ("ok", [HangUp]))).Press("123");
        Assert.Equal("member 1 2 3", ScriptBench.With(call, ScriptEntry.InQueue, Say("member $member")).Heard);
    }
}
