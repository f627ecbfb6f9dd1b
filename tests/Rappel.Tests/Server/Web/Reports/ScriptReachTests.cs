using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Server.Web.Reports;

namespace Rappel.Tests.Server.Web.Reports;

public sealed class ScriptReachTests
{
    private static readonly CallbackTerms Terms = new("callbacks", null, "plan", 3, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, true);

    [Fact]
    public void A_question_offers_a_callback_that_its_exits_lead_to_by_goto_and_by_what_follows()
    {
        var part = ImmutableArray.Create<ScriptObject>(
            new LoopObject("loop", false, [Question("menu", ("3", new GotoObject("goto", false, "Rappel"))), Question("other", ("1", new HangUpObject("bye", false)))]),
            new LabelObject("label", false, "Rappel"), new SetVariableObject("set", false, "a", "1"),
            Question("confirm", ("1", new CallbackObject("callback", false, Terms, ImmutableDictionary<string, ImmutableArray<ScriptObject>>.Empty))));

        Assert.Equal(["confirm", "menu"], new ScriptReach(part).QuestionsBefore("callbacks").Select(q => q.Path).Order());
        Assert.Empty(new ScriptReach(part).QuestionsBefore("another"));
    }

    private static GetDigitObject Question(string path, params (string Exit, ScriptObject To)[] exits) => new(
        path, false, [], TimeSpan.Zero, 1, false, exits.ToImmutableDictionary(e => e.Exit, e => ImmutableArray.Create(e.To)));
}
