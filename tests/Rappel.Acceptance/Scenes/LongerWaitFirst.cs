using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>Besides: one caller uses TCP, and the English channel.</summary>
internal sealed class LongerWaitFirst() : Scene("two callers, one agent: the longer wait is called first although it asked second")
{
    private const string First = "+15145550111";
    private const string Second = "+15145550122";

    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var early = stage.Caller("early", First, Stage.French);
        Stage.Need(await stage.Api.QueueHolds("nurses", 1, TimeSpan.FromSeconds(30)), "the first caller did not come to wait");
        var late = stage.Caller("late", Second, Stage.French, tcp: true);
        await stage.ReachChoices("late", place: 2);

        // The later one asks first.
        await stage.Press(late, "3");
        await stage.Press(late, "1");
        var lateAsked = Stage.Need(await stage.Api.NewestCallback(), "no callback was taken for the later caller");
        stage.Equal(Second, lateAsked.Number, "the first request");
        await stage.Press(early, "3");
        await stage.Press(early, "1");
        var earlyAsked = Stage.Need(await stage.Api.NewestCallback(2), "no callback was taken for the earlier caller");
        stage.Equal(First, earlyAsked.Number, "the second request");
        Stage.Need(await early.EndedWell(TimeSpan.FromSeconds(30)) && await late.EndedWell(TimeSpan.FromSeconds(30)), "the callers' calls did not end well");

        await stage.Api.SetAgent("1001", "available");
        stage.Note("agent", "1001 is available");
        foreach (var (asked, number) in new[] { (earlyAsked, First), (lateAsked, Second) })
        {
            var customer = stage.Carrier($"customer{number[^2..]}", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
            await stage.AcceptOffer(agent, TimeSpan.FromSeconds(30), "1/3");
            await stage.TalkToCustomer(agent, customer, number);
            await stage.Completes(asked, "connected");
            Stage.Need(await customer.EndedWell(Stage.Soon), "the carrier's call did not go as written");
        }
    }
}
