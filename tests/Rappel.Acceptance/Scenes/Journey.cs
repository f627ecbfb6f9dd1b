using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>The stretches of the way that several scenes share.</summary>
internal static class Journey
{
    /// <summary>From the place in the queue to the choices: the position is spoken first, and no key counts there.</summary>
    private static readonly TimeSpan UntilChoices = TimeSpan.FromSeconds(9);

    /// <summary>Between a key and the next: a person listens a moment.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Talk = TimeSpan.FromSeconds(4);

    /// <summary>Until the caller waits in the queue and has heard the choices.</summary>
    public static async Task ReachChoices(this Stage stage, string caller, int place = 1, string queue = "nurses")
    {
        Stage.Need(await stage.Api.QueueHolds(queue, place, TimeSpan.FromSeconds(30)), $"{caller} did not come to wait at place {place}");
        stage.Note(caller, $"waits for a nurse, {place} in line");
        await Waiting.Pass(UntilChoices);
    }

    public static async Task Press(this Stage stage, SippEndpoint caller, string keys)
    {
        stage.Note(caller.Name, $"presses {keys}");
        caller.Voice.Press(keys);
        Stage.Need(await Waiting.Until(() => caller.Voice.AllPressed, TimeSpan.FromSeconds(20)), $"{caller.Name} has no audio to press keys in");
        await Waiting.Pass(Moment);
    }

    public static async Task Press(this Stage stage, BaresipPhone caller, string keys)
    {
        stage.Note(caller.Name, $"presses {keys}");
        await caller.Press(keys);
        await Waiting.Pass(Moment);
    }

    /// <summary>A caller asks to be called back at the number they call from, and is hung up on after the goodbye.</summary>
    public static async Task<Callback> AskToBeCalledBack(this Stage stage, string number = "+15145550142")
    {
        var caller = stage.Caller("caller", number, Stage.French);
        await stage.ReachChoices("caller");
        await stage.Press(caller, "3");
        await stage.Press(caller, "1");
        var callback = Stage.Need(await stage.Api.NewestCallback(), "no callback was taken");
        stage.Note("server", $"took {callback.Id} for {callback.Number}");
        Stage.Need(await caller.Received("BYE", TimeSpan.FromSeconds(30)), "the server did not end the call after its goodbye");
        stage.Note("caller", "hears goodbye; the line is closed");
        return callback;
    }

    /// <summary>On a line that somebody has just set up: a caller presses these keys and confirms the number; agent 1001 accepts; they talk.</summary>
    /// <param name="keys">After the choices are heard, one after another.</param>
    public static async Task IsCalledBack(this Stage stage, string queue, string channel, string number, params string[] keys)
    {
        var agent = await stage.Agent("1001", available: false);
        var caller = stage.Caller("caller", "+15145550142", channel);
        await stage.ReachChoices("caller", queue: queue);
        foreach (var key in keys)
        {
            await stage.Press(caller, key);
        }

        var asked = Stage.Need(await stage.Api.NewestCallback(), "no callback was taken");
        stage.Equal(number, asked.Number, "the number to call back");
        Stage.Need(await caller.Received("BYE", TimeSpan.FromSeconds(30)), "the server did not end the call after its goodbye");
        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        await stage.Api.SetAgent("1001", "available");
        await stage.AcceptOffer(agent, Stage.Soon);
        await stage.TalkToCustomer(agent, customer, number, channel);
        await stage.Completes(asked, "connected");
    }

    /// <summary>The agent's phone rings for a callback and the agent takes it.</summary>
    public static async Task AcceptOffer(this Stage stage, BaresipPhone agent, TimeSpan within, string? attempt = null)
    {
        Stage.Need(await agent.Rings(within), "the agent's phone did not ring");
        var shown = await agent.LastCallerShown() ?? "";
        stage.Note("agent", $"rings: {shown}");
        if (attempt is not null)
        {
            stage.Check(shown.StartsWith("Rappel +1", StringComparison.Ordinal) && shown.Contains($"essai {attempt}", StringComparison.Ordinal), $"the offer shows a callback, attempt {attempt}");
        }

        await agent.Accept();
        Stage.Need(await agent.Talks(Stage.Soon), "the agent's call was not set up");
        stage.Note("agent", "accepts");
    }

    /// <summary>The customer's phone rings and is answered, and they talk.</summary>
    public static async Task TalkToCustomer(this Stage stage, BaresipPhone agent, SippEndpoint customer, string number, string shown = Stage.French)
    {
        var invite = Stage.Need(await customer.Received("INVITE", Stage.Soon), "the customer was not dialled");
        stage.Note("customer", $"{number} rings");
        stage.Check(invite.FirstLine.Contains($"sip:{number}@", StringComparison.Ordinal), $"{number} is dialled");
        stage.Check(invite.Header("From").Contains(shown, StringComparison.Ordinal), $"the customer sees {shown}");
        Stage.Need(await customer.Received("ACK", Stage.Soon), "the customer's answer was not confirmed");
        stage.Note("customer", "answers");
        await stage.Converse(agent, customer);
    }

    /// <summary>Both talk, hear each other, and the agent hangs up.</summary>
    public static async Task Converse(this Stage stage, BaresipPhone agent, SippEndpoint customer)
    {
        await Waiting.Pass(Talk);
        await agent.HangUp();
        stage.Note("agent", "hangs up");
        Stage.Need(await customer.Received("BYE", Stage.Soon), "the customer's call was not ended with the agent's");
        stage.Hears("the customer", customer.Voice.Heard(), "the agent", Stage.AgentTone);
        Stage.Need(await agent.Ends(Stage.Soon), "the agent's call did not end");
        stage.Hears("the agent", await Recording(agent), "the customer", Stage.CustomerTone);
    }

    /// <summary>Checks that most of the talk was heard.</summary>
    public static void Hears(this Stage stage, string listener, short[] heard, string speaker, int hertz)
    {
        var seconds = Tone.SecondsOf(hertz, heard);
        stage.Check(seconds >= Talk.TotalSeconds / 2, $"{listener} hears {speaker}: {seconds:0.0} s of {hertz} Hz");
    }

    /// <summary>What a phone heard in its last call; the file is whole a moment after the call.</summary>
    public static async Task<short[]> Recording(BaresipPhone phone) =>
        await Waiting.For(() => Task.FromResult(phone.Heard() is { Count: > 0 } all && all[^1].Length > 0 ? all[^1] : null), TimeSpan.FromSeconds(5)) ?? [];

    /// <summary>The callback ends completed, with these outcomes.</summary>
    public static async Task Completes(this Stage stage, Callback asked, params string[] outcomes)
    {
        var callback = Stage.Need(
            await stage.Api.CallbackBecomes(asked.Id, "completed", Stage.Soon), $"{asked.Id} is not completed but {(await stage.Api.Callback(asked.Id)).Status}");
        stage.Equal(string.Join(", ", outcomes), string.Join(", ", callback.Outcomes), $"{asked.Id} completed; its attempts");
    }

    /// <summary>The second attempt began the retry delay after the first had failed, and not much later.</summary>
    public static async Task RetriedAfter(this Stage stage, Callback asked, TimeSpan delay)
    {
        var callback = await stage.Api.Callback(asked.Id);
        var waited = callback.Begun[1] - (callback.Ended[0] ?? callback.Begun[0]);
        stage.Check(waited >= delay && waited < delay + TimeSpan.FromSeconds(15), $"the second attempt began {waited.TotalSeconds:0.0} s after the first had failed");
    }
}
