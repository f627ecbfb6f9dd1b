using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

/// <summary>Check number.</summary>
public class CheckNumberTests
{
    private static readonly WebCall Lookup = new(
        "POST", "https://crm.example.net/who", [], """{"number":"$callerPhoneNumber"}""", TimeSpan.FromSeconds(5), [new WebVariable("plan", "/contract/plan")]);

    private static readonly ScriptObject[] Found = [Say("hello $contactName of $plan")];
    private static readonly ScriptObject[] NotFound = [Say("a stranger")];

    [Fact]
    public void The_first_list_that_has_the_number_tells_who_calls() =>
        Assert.Equal("hello Anne Roy of gold", Call("+15145550177", Check(["none", "known", "other"])).Heard);

    [Fact]
    public void A_number_of_no_list_is_not_found()
    {
        var bench = Call("+15145550199", Check(["known"]));

        Assert.Equal("a stranger", bench.Heard);
        Assert.Equal("", bench.Call.Variables["plan"]);
    }

    [Fact]
    public void A_withheld_number_is_not_found_and_nobody_is_asked()
    {
        var bench = Call(null, Check(["known"], Lookup));

        Assert.Equal("a stranger", bench.Heard);
        Assert.DoesNotContain(bench.All, o => o is IvrOutput.AskWeb);
    }

    [Fact]
    public void Where_no_list_has_it_the_web_is_asked()
    {
        var bench = Call("+15145550199", Check(["known"], Lookup));

        var asked = Assert.Single(bench.Fresh.OfType<IvrOutput.AskWeb>()).Asking;
        Assert.Equal("""{"number":"\u002B15145550199"}""", asked.Body);
        Assert.Equal(["/found", "/name", "/contract/plan"], asked.Pointers);
        Assert.Equal("hello Luc of silver", bench.Handle(new IvrInput.WebAnswered(1, new WebAnswer(200, null, [null, "Luc", "silver"]))).Heard);
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(204, null)]
    [InlineData(200, "false")]
    public void The_web_may_say_that_it_knows_nobody(int status, string? found)
    {
        var bench = Call("+15145550199", Check([], Lookup)).Handle(new IvrInput.WebAnswered(1, new WebAnswer(status, null, found is null ? [] : [found, null, null])));

        Assert.Equal("a stranger", bench.Heard);
        Assert.Empty(bench.Problems);
    }

    [Fact]
    public void A_web_server_in_trouble_knows_nobody_and_it_is_told()
    {
        var bench = Call("+15145550199", Check([], Lookup)).Handle(new IvrInput.WebAnswered(1, WebAnswer.Failed("no answer in time")));

        Assert.Equal("a stranger", bench.Heard);
        Assert.Contains("could not be looked up: no answer in time", Assert.Single(bench.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_cannot_be_set_by_a_script() =>
        Assert.Contains("read only", ScriptBench.InMain(Set("contactName", "x")).Problems.First(), StringComparison.Ordinal);

    private static ScriptBench Call(string? caller, CheckNumberObject check)
    {
        var configuration = ScriptBench.Configuration with
        {
            ContactLists = ImmutableDictionary<string, ContactListSnapshot>.Empty
                .Add("known", List("known", new Contact("+15145550177", "Anne Roy", ImmutableDictionary<string, string>.Empty.Add("plan", "gold"))))
                .Add("other", List("other", new Contact("+15145550177", "Somebody else", ImmutableDictionary<string, string>.Empty))),
            Scripts = ImmutableDictionary<string, ScriptSnapshot>.Empty.Add("line", new ScriptSnapshot("line", "Line", [check], [])),
        };
        var call = new ScriptCall(caller is null ? null : new PhoneNumber(caller), "main-line", "+15145550100", "en");
        return ScriptBench.Of(configuration, "line", ScriptEntry.Main, call, new FakeEnvironment());
    }

    private static ContactListSnapshot List(string key, Contact contact) =>
        new(key, key, new Dictionary<string, Contact> { [contact.Number] = contact }, [.. contact.Variables.Keys]);

    private static CheckNumberObject Check(string[] lists, WebCall? lookup = null) =>
        new("check", false, [.. lists], lookup, To(("found", Found), ("not-found", NotFound)));
}
