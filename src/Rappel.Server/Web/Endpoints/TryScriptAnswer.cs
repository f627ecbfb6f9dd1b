using System.Text.Json;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Server.Trying;
using Rappel.Server.Web.Bodies;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Tells a trial to a program that shows the script: every path as a pointer into it.</summary>
internal sealed class TryScriptAnswer(string script, TrialAudio audio)
{
    public TriedScriptBody Of(TrialResult result)
    {
        IReadOnlyList<TriedEventBody> events = [.. result.Events.Select(Told)];
        return new TriedScriptBody(
            result.Now.TotalSeconds, Words.Of(result.State), result.Waiting is null ? null : Waiting(result), result.Deadline?.TotalSeconds, result.Variables,
            [.. events.Where(e => e.Kind == "enter").Select(e => new TriedStepBody(e.At, e.Script, e.Object))], events,
            [.. events.Where(e => e.Kind == "problem")]);
    }

    private TriedWaitBody Waiting(TrialResult result)
    {
        var (other, pointer) = Place(result.Waiting!.Path);
        return new TriedWaitBody(other, pointer, TypeOf(result.Waiting), result.Exits);
    }

    private TriedEventBody Told(TrialEvent happened)
    {
        var (other, pointer) = Place(happened.Path);
        var body = new TriedEventBody(happened.At.TotalSeconds, Kind(happened), pointer) { Script = other };
        return happened switch
        {
            TrialEvent.Said said => Said(body, said),
            TrialEvent.Key key => body with { Key = key.Digit.ToString(), Heard = key.IsHeard },
            TrialEvent.Exit exit => body with { Exit = exit.Name },
            TrialEvent.Music music => body with { Prompt = music.Prompt },
            TrialEvent.Language language => body with { Language = language.Now },
            TrialEvent.Forward { Kind: "number" } forward => body with { To = new TriedTargetBody(null, null, forward.Target, forward.Trunk) },
            TrialEvent.Forward forward => body with { To = new TriedTargetBody(forward.Kind, forward.Target, null, null) },
            TrialEvent.Callback callback => body with { Callback = Callback(callback) },
            TrialEvent.Asked { Output: IvrOutput.ChangeCallback change } => body with { Change = JsonNamingPolicy.CamelCase.ConvertName(change.Action.ToString()) },
            TrialEvent.Asked { Output: IvrOutput.AskWeb web } => body with { Web = Asked(web.Asking) },
            TrialEvent.Agent agent => body with { Connected = agent.IsConnected },
            TrialEvent.Problem problem => body with { Text = problem.Text },
            _ => body,
        };
    }

    private TriedEventBody Said(TriedEventBody body, TrialEvent.Said said) => body with
    {
        Text = string.Join(' ', said.Segments.OfType<AudioSegment.Speech>().Select(s => s.Text)) is { Length: > 0 } text ? text : null,
        Language = said.Segments.OfType<AudioSegment.Speech>().FirstOrDefault()?.Language,
        Prompt = said.Prompt,
        Audio = $"/api/v1/configuration/try/audio/{audio.Keep(said.Segments)}",
        Seconds = said.Seconds.TotalSeconds,
        Estimated = said.IsEstimated ? true : null,
    };

    /// <summary>Paths, queries and headers may hold secrets: who may try a script need not know them.</summary>
    private static TriedWebBody Asked(WebAsking asking) =>
        new(asking.Method, Uri.TryCreate(asking.Url, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null);

    private static TriedCallbackBody Callback(TrialEvent.Callback callback)
    {
        var (terms, wanted) = (callback.Request.Terms, callback.Request);
        return new TriedCallbackBody(
            terms.Queue, wanted.Number.Value, callback.CallerId?.Value, terms.DialPlan, wanted.Trunk, wanted.TimeZone, terms.Attempts,
            (int)terms.RetryDelay.TotalSeconds, (int)terms.CancelAfter.TotalSeconds, (int)terms.RingTime.TotalSeconds, Words.Of(terms.RungFirst));
    }

    private static string Kind(TrialEvent happened) => happened switch
    {
        TrialEvent.Entered => "enter",
        TrialEvent.Said => "say",
        TrialEvent.CutShort => "stop",
        TrialEvent.Key => "key",
        TrialEvent.Exit => "exit",
        TrialEvent.Music => "music",
        TrialEvent.Language => "language",
        TrialEvent.Forward => "forward",
        TrialEvent.Callback => "callback",
        TrialEvent.Asked { Output: IvrOutput.ChangeCallback } => "change",
        TrialEvent.Asked => "web-request",
        TrialEvent.Agent => "agent",
        TrialEvent.Problem => "problem",
        _ => "hang-up",
    };

    /// <summary>As scripts name it. The classes are called the same; <c>play</c> alone is a say of prompts.</summary>
    internal static string TypeOf(ScriptObject item)
    {
        var name = item.GetType().Name;
        return item is SayObject say && say.Utterances.All(u => u.Prompt is not null)
            ? "play"
            : JsonNamingPolicy.CamelCase.ConvertName(name[..^"Object".Length]);
    }

    /// <summary>From <c>scripts/KEY/inQueue/0</c> to <c>/inQueue/0</c>, with the key where it is another script's.</summary>
    private (string? Script, string Pointer) Place(string path)
    {
        var parts = path.Split('/', 3);
        return parts is ["scripts", var key, var rest] ? (key == script ? null : key, $"/{rest}") : (null, "");
    }
}
