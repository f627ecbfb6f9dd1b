using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

/// <summary>Web request.</summary>
public class WebTests
{
    private static readonly WebCall Get = new(
        "GET", "https://crm.example.net/cases?number=$callerPhoneNumber&case=$case.number", [KeyValuePair.Create("Authorization", "Bearer s3cret")], null,
        TimeSpan.FromSeconds(5), [new WebVariable("balance", "/account/balance"), new WebVariable("city", "/city")]);

    [Fact]
    public void Variables_go_out_escaped_and_come_back_to_be_said()
    {
        var bench = Request(Get, ok: [Say("balance $balance, city $city")]);
        var asked = Assert.Single(bench.Fresh.OfType<IvrOutput.AskWeb>());

        Assert.Equal("https://crm.example.net/cases?number=%2B15145550177&case=", asked.Asking.Url);
        Assert.Equal(["/account/balance", "/city"], asked.Asking.Pointers);
        Assert.Equal("balance 12, city Lac-Mégantic", bench.Handle(new IvrInput.WebAnswered(asked.Token, Answer("12", "Lac-Mégantic"))).Heard);
    }

    [Theory]
    [InlineData("application/json", """{"who":"Jean \u0022le Grand\u0022 & fils"}""")]
    [InlineData("application/x-www-form-urlencoded", """{"who":"Jean%20%22le%20Grand%22%20%26%20fils"}""")]
    [InlineData("text/plain", """{"who":"Jean "le Grand" & fils"}""")]
    public void A_body_is_escaped_as_its_type_asks(string type, string sent)
    {
        var call = new WebCall("POST", "https://crm.example.net/", [KeyValuePair.Create("Content-Type", type)], """{"who":"$who"}""", TimeSpan.FromSeconds(5), []);
        var bench = ScriptBench.InMain(Set("who", "Jean \"le Grand\" & fils"), Of(call));

        var body = Assert.Single(bench.Fresh.OfType<IvrOutput.AskWeb>()).Asking.Body!;
        Assert.Equal(sent, body.Replace("\\u0026", "&", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(500, null)]
    [InlineData(302, null)]
    [InlineData(0, "connection refused")]
    public void Anything_but_success_takes_the_exit_failed_and_is_told(int status, string? trouble)
    {
        var bench = Request(Get, failed: [Say("sorry")]);

        Assert.Equal("sorry", bench.Handle(new IvrInput.WebAnswered(1, new WebAnswer(status, trouble, []))).Heard);
        var problem = bench.Problems.Last();
        Assert.Contains("the web request failed", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_never_comes_is_waited_for_a_little_beyond_the_timeout()
    {
        var bench = Request(Get, failed: [Say("sorry")]);

        Assert.Empty(bench.Pass(6).Fresh);
        Assert.Equal("sorry", bench.Pass(1).Heard);
        Assert.Contains(new IvrOutput.ForgetWeb(1), bench.Fresh);
    }

    [Fact]
    public void A_late_answer_is_passed_over()
    {
        var bench = Request(Get, failed: [Of(Get, failed: [Say("again")])]).Pass(7);

        Assert.Empty(bench.Handle(new IvrInput.WebAnswered(1, Answer("1", "2"))).Fresh);
        Assert.Equal("again", bench.Handle(new IvrInput.WebAnswered(2, new WebAnswer(500, null, []))).Heard);
    }

    [Fact]
    public void What_the_answer_does_not_have_becomes_empty()
    {
        var bench = ScriptBench.InMain(Set("balance", "99"), Of(Get, ok: [Test("balance", Comparison.IsEmpty, "", ("true", [Say("none")]))]));

        Assert.Equal("none", bench.Handle(new IvrInput.WebAnswered(1, Answer(null, "x"))).Heard);
    }

    [Fact]
    public void A_waiting_caller_hears_music_meanwhile_and_keys_are_kept()
    {
        var menu = Menu(null, typeAhead: true, exits: ("4", [Say("four")]));
        var bench = ScriptBench.InQueue(Of(Get, ok: [menu]));

        Assert.Contains(bench.Fresh, o => o is IvrOutput.PlayMusic);
        bench.Press("4");
        Assert.Equal("four", bench.Handle(new IvrInput.WebAnswered(1, Answer("1", "2"))).Heard);
    }

    [Fact]
    public void A_circle_of_requests_that_are_answered_at_once_is_stopped()
    {
        var bench = ScriptBench.InMain(Label("Again"), Of(Get, ok: [Goto("Again")]));
        for (var token = 1; token <= ScriptLimits.ObjectsWithoutWaiting && !bench.Run.HasEnded; token++)
        {
            bench.Handle(new IvrInput.WebAnswered(token, Answer("1", "2")));
        }

        Assert.True(bench.Run.HasEnded);
    }

    private static WebAnswer Answer(params string?[] values) => new(200, null, [.. values]);

    private static ScriptBench Request(WebCall call, ScriptObject[]? ok = null, ScriptObject[]? failed = null) => ScriptBench.InMain(Of(call, ok, failed));

    private static WebRequestObject Of(WebCall call, ScriptObject[]? ok = null, ScriptObject[]? failed = null) =>
        new("web", false, call, To(("ok", ok ?? []), ("failed", failed ?? [])));
}
