using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Scripts that ask web servers.</summary>
public class WebQuestionTests
{
    [Fact]
    public void The_answer_goes_on_in_the_call_that_asked()
    {
        var bench = Asking();
        var (one, other) = (bench.Call("+15145550111"), bench.Call("+15145550122"));
        Assert.Equal([1L, 2L], bench.Web.Cast<EngineOutput.AskWeb>().Select(a => a.Question));

        Answer(bench, 2, "Anne");
        Assert.Equal(("Bonjour Anne.", "silence"), (other.Hears, one.Hears));
        Answer(bench, 1, "Luc");
        Assert.Equal("Bonjour Luc.", one.Hears);
        Assert.Equal(0, bench.Engine.Context.Web.Count);
    }

    [Fact]
    public void Hanging_up_takes_the_question_back_and_a_late_answer_does_no_harm()
    {
        var bench = Asking();
        bench.Call("+15145550111").HangUp();

        Assert.Equal(new EngineOutput.ForgetWeb(1), bench.Web[^1]);
        Answer(bench, 1, "Anne");
        Assert.Equal(0, bench.Engine.Context.Web.Count);
    }

    [Fact]
    public void Where_no_answer_ever_comes_the_call_goes_on_all_the_same()
    {
        var bench = Asking();
        var call = bench.Call("+15145550111");

        bench.Pass(8);

        Assert.Equal("Tant pis.", call.Hears);
        Assert.Equal(new EngineOutput.ForgetWeb(1), bench.Web[^1]);
    }

    [Fact]
    public void An_agent_who_becomes_free_takes_the_caller_in_the_middle_of_it()
    {
        var bench = new Bench(("    inQueue:\n", "    inQueue:\n      - webRequest: { url: https://crm.example.net/, exits: { ok: { goto: Choix }, failed: { goto: Choix } } }\n"));
        var call = bench.Call("+15145550111");
        Assert.Equal("music", call.Hears);

        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        Assert.True(call.TalksWith(agent));
        Assert.Equal(new EngineOutput.ForgetWeb(1), bench.Web[^1]);
    }

    private static Bench Asking() => new(("    main:\n", """
            main:
              - webRequest:
                  url: https://crm.example.net/
                  variables: { name: /name }
                  exits:
                    ok: [{ say: { fr: Bonjour $name. } }, { goto: File }]
                    failed: [{ say: { fr: Tant pis. } }, { goto: File }]
              - label: File

        """));

    private static void Answer(Bench bench, long question, string name)
    {
        bench.Feed(new EngineInput.WebAnswered(question, new WebAnswer(200, null, [name])));
        bench.Settle();
    }
}
