using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Server.Speech;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Core.Ivr;

/// <summary>The journey of the worked example, as its script is shipped.</summary>
public class NurseLineTests
{
    private static readonly ConfigurationSnapshot Example = ExampleFolder.AcmeHealthSnapshot();

    private static ScriptBench Waiting(string language = "fr", string? caller = "+15145550177", TimeSpan? expected = null) => ScriptBench.Of(
        Example, "nurse-line", ScriptEntry.InQueue,
        new ScriptCall(caller is null ? null : new PhoneNumber(caller), "main", "+15145550100", language),
        new FakeEnvironment { QueuePosition = 3, ExpectedWait = expected });

    private static string? Requested(ScriptBench bench) => bench.All.OfType<IvrOutput.RequestCallback>().SingleOrDefault()?.Number.Value;

    [Fact]
    public void A_call_is_welcomed_and_enters_the_queue()
    {
        var bench = ScriptBench.Of(
            Example, "nurse-line", ScriptEntry.Main, new ScriptCall(null, "main", "+15145550100", "fr"), new FakeEnvironment());
        Assert.StartsWith("Bienvenue chez AcmeHealth", bench.Heard, StringComparison.Ordinal);
        Assert.Equal(new IvrOutput.EnterQueue("nurses"), bench.Listen().Fresh.Last());
    }

    [Fact]
    public void The_place_and_the_wait_are_told_where_they_are_known()
    {
        Assert.Equal("Vous êtes au rang 3 dans la file.", Waiting().Heard);
        Assert.Equal(
            "Vous êtes au rang 3 dans la file. L'attente prévue est d'environ 4 minutes.", Waiting(expected: TimeSpan.FromMinutes(4)).Heard);
        Assert.Equal(
            "You are number 3 in line. The expected wait is about 4 minutes.", Waiting("en", expected: TimeSpan.FromMinutes(4)).Heard);
    }

    [Fact]
    public void The_number_of_the_call_is_kept()
    {
        var bench = Waiting().Listen();
        Assert.StartsWith("Vous appelez du 5 1 4, 5 5 5, 0 1 7 7. Pour être rappelé", bench.Press("3").Heard, StringComparison.Ordinal);
        bench.Press("1");
        Assert.Equal("+15145550177", Requested(bench));
        Assert.Contains("une infirmière vous rappellera au 5 1 4, 5 5 5, 0 1 7 7. Au revoir.", bench.Exit("requested").Heard, StringComparison.Ordinal);
        Assert.Equal(new IvrOutput.HangUp(), bench.Listen().Fresh.Last());
    }

    [Fact]
    public void Another_number_is_typed_corrected_and_confirmed()
    {
        var bench = Waiting("en").Listen().Press("32");
        Assert.StartsWith("Enter the number", bench.Heard, StringComparison.Ordinal);
        Assert.Contains("call you back at 5 1 4, 5 5 5, 0 1 2 3.", bench.Listen().Press("5145550123#").Heard, StringComparison.Ordinal);
        bench.Press("2");
        Assert.Contains("call you back at 5 1 4, 5 5 5, 0 1 2 4.", bench.Press("5145550124#").Heard, StringComparison.Ordinal);
        Assert.Null(Requested(bench));
        bench.Press("1");
        Assert.Equal("+15145550124", Requested(bench));
        Assert.True(bench.Run.IsProtected);
    }

    [Fact]
    public void Who_typed_a_number_and_then_keeps_that_of_the_call_is_rung_there()
    {
        var bench = Waiting().Listen().Press("32").Listen().Press("5145550123#");
        for (var tries = 0; tries < 3; tries++)
        {
            bench.Listen().Pass(8);
        }

        Assert.StartsWith("Vous restez en ligne", bench.Heard, StringComparison.Ordinal);
        bench.Listen().Listen().Press("31");
        Assert.Equal("+15145550177", Requested(bench));
    }

    [Fact]
    public void Who_withholds_the_number_is_asked_for_one() =>
        Assert.StartsWith("Composez le numéro", Waiting(caller: null).Listen().Press("3").Heard, StringComparison.Ordinal);

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void The_other_exits_lead_to_the_operator_and_to_the_care_team(string key)
    {
        var last = Waiting().Listen().Press(key).Fresh.Last();
        Assert.True(key == "1" ? last is IvrOutput.ForwardToAgent { Agent: "1004" } : last is IvrOutput.ForwardToVoicemail { Queue: "care-team" });
    }

    [Fact]
    public void Who_presses_nothing_hears_the_place_again()
    {
        var bench = Waiting().Listen().Listen();
        Assert.Single(bench.Fresh.OfType<IvrOutput.PlayMusic>());
        Assert.Equal("Vous êtes au rang 3 dans la file.", bench.Pass(20).Heard);
    }

    [Fact]
    public void All_but_numbers_can_be_spoken_before_anybody_calls()
    {
        var ahead = SpokenTexts.Of(Example).ToHashSet();
        foreach (var language in new[] { "en", "fr" })
        {
            var bench = Waiting(language, expected: TimeSpan.FromMinutes(7)).Listen().Press("32").Listen().Press("5145550123#").Press("1");
            var said = bench.All.Concat(bench.Exit("requested").Fresh).OfType<IvrOutput.Speak>().SelectMany(s => s.Segments).OfType<AudioSegment.Speech>();
            Assert.DoesNotContain(said, s => !char.IsAsciiDigit(s.Text[0]) && !ahead.Contains((s.Text, s.Language)));
        }

        Assert.InRange(ahead.Count, 30, 300);
        Assert.DoesNotContain(ahead, t => t.Text.Contains('$', StringComparison.Ordinal) || t.Text.Contains('\uFFFC', StringComparison.Ordinal));
    }
}
