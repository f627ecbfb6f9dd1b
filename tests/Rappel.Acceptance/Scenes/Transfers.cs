using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>Callers wait; one agent takes each of them and hands them to a colleague, each in another way.</summary>
internal sealed class Transfers() : Scene("an agent transfers: by command, after asking, and with the phone's own keys")
{
    private const int ColleagueTone = 1130;

    protected override async Task Play(Stage stage)
    {
        var colleague = await stage.Agent("1002", available: false, tone: ColleagueTone);
        var agent = await stage.Agent("1001", available: false);
        List<SippEndpoint> callers = [];
        foreach (var (name, number) in (ReadOnlySpan<(string, string)>)[("first", "+15145550131"), ("second", "+15145550132"), ("third", "+15145550133"), ("fourth", "+15145550134")])
        {
            callers.Add(stage.Caller(name, number, Stage.French));
        }

        Stage.Need(await stage.Api.QueueHolds("nurses", callers.Count, TimeSpan.FromSeconds(40)), "the callers did not come to wait");
        await Take(stage, agent);
        await stage.Api.Do("1001", "transfer", new { to = new { agent = "1002" } });
        stage.Note("agent", "transfers by command");
        await Goes(stage, "transferred by command", agent, colleague);

        await Take(stage, agent);
        await stage.Api.Do("1001", "consult", new { to = new { agent = "1002" } });
        stage.Note("agent", "asks the colleague first");
        await PutTogether(stage, "handed over after asking", agent, colleague);

        await Take(stage, agent);
        await agent.Dial($"sip:1002@127.0.0.1:{stage.Server.SipPort}");
        Stage.Need(await agent.Talks(Stage.Soon), "the call of the agent's own phone was not taken");
        stage.Note("agent", "asks the colleague on the phone's second line");
        await PutTogether(stage, "handed over after asking on a second line", agent, colleague);
        Stage.Need(await agent.Ends(Stage.Soon), "the agent's second line did not end");

        await Take(stage, agent);
        await agent.Transfer($"sip:1002@127.0.0.1:{stage.Server.SipPort}");
        stage.Note("agent", "presses the phone's transfer key");
        await Goes(stage, "transferred by the phone's own key", agent, colleague);
        stage.Check(agent.Events.All.Any(e => e.Text.Contains("transfer", StringComparison.OrdinalIgnoreCase)), "and the agent's phone says that it was transferred");

        var outcomes = (await stage.Api.Interactions()).Select(i => i.GetProperty("outcome").GetString()).ToList();
        stage.Equal(4, outcomes.Count(o => o == "diverted: agent"), "records that go on with a colleague");

        async Task Take(Stage stage, BaresipPhone agent)
        {
            await stage.Api.SetAgent("1001", "available");
            Stage.Need(await agent.Rings(Stage.Soon), "the agent's phone did not ring");
            await agent.Accept();
            Stage.Need(await agent.Talks(Stage.Soon), "the agent's call was not set up");
            Stage.Need(await stage.Api.AgentBecomes("1001", "busy", Stage.Soon), "the agent is not in a call");
            Stage.Need(await Waiting.Until(() => callers.Exists(Hears), Stage.Soon), "the agent and the caller do not hear each other");
            stage.Note("agent", "talks with the next caller");

            static bool Hears(SippEndpoint caller) => Tone.SecondsOf(Stage.AgentTone, caller.Voice.Heard()) > 1;
        }

        async Task PutTogether(Stage stage, string how, BaresipPhone agent, BaresipPhone colleague)
        {
            Stage.Need(await colleague.Rings(Stage.Soon), "the colleague's phone did not ring");
            await colleague.Accept();
            Stage.Need(await colleague.Talks(Stage.Soon), "the colleague's call was not set up");
            await Waiting.Pass(TimeSpan.FromSeconds(2));
            await stage.Api.Do("1001", "consult/complete");
            stage.Note("agent", "puts the two together");
            await Talk(stage, how, agent, colleague);
        }

        async Task Goes(Stage stage, string how, BaresipPhone agent, BaresipPhone colleague)
        {
            Stage.Need(await colleague.Rings(Stage.Soon), "the colleague's phone did not ring");
            await colleague.Accept();
            Stage.Need(await colleague.Talks(Stage.Soon), "the colleague's call was not set up");
            await Talk(stage, how, agent, colleague);
        }

        async Task Talk(Stage stage, string how, BaresipPhone agent, BaresipPhone colleague)
        {
            var caller = callers.First(c => Tone.SecondsOf(Stage.AgentTone, c.Voice.Heard()) > 1);
            callers.Remove(caller);
            var ended = await agent.Ends(Stage.Soon);
            Stage.Need(ended, "the agent's call did not end");
            stage.Note("agent", $"is out of it: {ended!.Text}");
            Stage.Need(await Waiting.Until(() => Tone.SecondsOf(ColleagueTone, caller.Voice.Heard()) > 2, Stage.Soon), "the caller does not hear the colleague");
            await colleague.HangUp();
            Stage.Need(await caller.Received("BYE", Stage.Soon), "the caller's call was not ended with the colleague's");
            Stage.Need(await colleague.Ends(Stage.Soon), "the colleague's call did not end");
            var heard = await Journey.Recording(colleague);
            stage.Check(Tone.SecondsOf(ColleagueTone, caller.Voice.Heard()) > 2, $"the caller who was {how} hears the colleague");
            stage.Check(Tone.SecondsOf(Stage.CallerTone, heard) > 1.5, "and the colleague the caller");
            if (how.Contains("asking", StringComparison.Ordinal))
            {
                stage.Check(Tone.SecondsOf(Stage.AgentTone, heard) > 1, "and before that the agent");
            }
        }
    }
}
