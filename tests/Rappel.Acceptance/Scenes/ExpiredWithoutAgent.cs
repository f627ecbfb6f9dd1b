using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class ExpiredWithoutAgent() : Scene("expired after 120 s without an agent", Variant.SoonExpired)
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var asked = await stage.AskToBeCalledBack();
        stage.Equal(120, (int)(asked.ExpiresAt - asked.RequestedAt).TotalSeconds, "seconds until it expires");
        var expired = Stage.Need(await stage.Api.CallbackBecomes(asked.Id, "expired", TimeSpan.FromSeconds(130)), "the request did not expire");
        stage.Note("server", $"{asked.Id} is expired");
        stage.Check(
            expired.EndedAt is { } at && (at - asked.ExpiresAt).TotalSeconds is >= 0 and < 1,
            $"it expired {(expired.EndedAt - asked.RequestedAt)?.TotalSeconds:0.00} s after it was asked for");
        stage.Equal(0, await stage.Api.Waits("nurse-callbacks"), "requests left in the outbound queue");
        await stage.Api.SetAgent("1001", "available");
        stage.Note("agent", "1001 is available");
        stage.Check(await agent.Rings(TimeSpan.FromSeconds(5)) is null, "nobody is rung for it");
        stage.Equal(0, (await stage.Api.Callback(asked.Id)).Outcomes.Count, "attempts");
    }
}
