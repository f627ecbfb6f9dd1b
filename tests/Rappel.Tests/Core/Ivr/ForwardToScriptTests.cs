using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

/// <summary>Forward to script.</summary>
public class ForwardToScriptTests
{
    [Fact]
    public void Its_main_goes_on_with_what_the_call_knows_and_nothing_comes_back()
    {
        var bench = Run(ScriptEntry.Main, [Set("name", "Anne"), To("second"), Say("never")], [Say("hello $name")]);

        Assert.Equal("hello Anne", bench.Heard);
        Assert.IsType<IvrOutput.HangUp>(Assert.Single(bench.Listen().Fresh));
    }

    [Fact]
    public void A_caller_who_waits_goes_on_in_its_inQueue_and_keeps_waiting()
    {
        var bench = Run(ScriptEntry.InQueue, [To("second")], main: [Say("main")], inQueue: [Say("still waiting")]);

        Assert.Equal("still waiting", bench.Heard);
        Assert.Contains(bench.Listen().Fresh, o => o is IvrOutput.TreatmentEnded);
    }

    [Fact]
    public void After_a_promise_there_is_nothing_to_wait_for()
    {
        var bench = Run(ScriptEntry.InQueue, [Callback(("requested", [To("second")]))], main: [Say("thank you")], inQueue: [Say("waiting")]).Exit("requested");

        Assert.Equal("thank you", bench.Heard);
        Assert.IsType<IvrOutput.HangUp>(bench.Listen().Fresh[^1]);
    }

    [Fact]
    public void Labels_are_those_of_the_script_gone_on_in()
    {
        var bench = Run(ScriptEntry.Main, [Label("Here"), Say("first"), To("second")], [Say("second"), Goto("Here"), Label("There"), HangUp, Label("Here"), Say("found")]);

        Assert.Equal("second", bench.Listen().Heard);
        Assert.Equal("found", bench.Listen().Heard);
    }

    [Fact]
    public void Two_scripts_that_only_lead_to_each_other_are_stopped()
    {
        var bench = Run(ScriptEntry.Main, [To("second")], [To("line")]);

        Assert.IsType<IvrOutput.HangUp>(bench.Fresh[^1]);
        Assert.Contains(bench.Problems, p => p.StartsWith("stopped: 1000 objects", StringComparison.Ordinal));
    }

    [Fact]
    public void To_and_fro_ends_in_failed_at_the_limit()
    {
        var bench = Run(ScriptEntry.Main, [Say("one"), To("second", Say("enough"))], [Say("two"), To("line", Say("enough"))]);
        var changes = 0;
        while (!bench.Listen().Heard.Contains("enough", StringComparison.Ordinal))
        {
            Assert.True(++changes <= ScriptLimits.ScriptChanges + 1);
        }

        Assert.Equal(ScriptLimits.ScriptChanges, changes);
    }

    private static ForwardToScriptObject To(string script, params ScriptObject[] failed) => new($"to {script}", false, script, Objects.To(("failed", failed)));

    private static ScriptBench Run(ScriptEntry entry, ScriptObject[] first, ScriptObject[] main, ScriptObject[]? inQueue = null)
    {
        var line = entry == ScriptEntry.Main ? new ScriptSnapshot("line", "Line", [.. first], []) : new ScriptSnapshot("line", "Line", [], [.. first]);
        var configuration = ScriptBench.Configuration with
        {
            Scripts = ImmutableDictionary<string, ScriptSnapshot>.Empty
                .Add("line", line).Add("second", new ScriptSnapshot("second", "Second", [.. main], [.. inQueue ?? []])),
        };
        var call = new ScriptCall(new PhoneNumber("+15145550177"), "main-line", "+15145550100", "en");
        return ScriptBench.Of(configuration, "line", entry, call, new FakeEnvironment { QueuePosition = 1 });
    }
}
