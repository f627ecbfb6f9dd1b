using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Words = Rappel.Storage.Words;

namespace Rappel.Tests.Tidy;

/// <summary>Whatever stable word the server can tell, the browser application has words for, in both languages: nobody is shown <c>agent-hung-up</c>.</summary>
public sealed partial class SpokenWordsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_status_state_and_outcome_has_words(string language)
    {
        Holds(language, "desk", "statuses", Words.All<AgentStatus>());
        Holds(language, "board", "statuses", Words.All<AgentStatus>());
        Holds(language, "board", "callbackStates", Words.All<CallbackStatus>());
        Holds(language, "board", "outcomes", Words.All<AttemptOutcome>());
        Holds(language, "board", "interactionKinds", Words.All<InteractionKind>());
        Holds(language, "interactions", "offers", Words.All<OfferOutcome>());
        Holds(language, "desk", "offer.kinds", Words.All<LiveCallKind>());
        Holds(language, "desk", "call.states", Words.All<LiveCallState>());
        Holds(language, "desk", "consult.states", Words.All<LiveConsultState>());
        Holds(language, "desk", "outcome", Words.All<DecidedOutcome>());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_end_of_a_call_has_words(string language)
    {
        var said = Engine().SelectMany(text => Ends().Matches(text).Select(m => m.Groups[1].Value)).Concat(Plain).Distinct();
        Holds(language, "board", "outcomes", said.Select(end => end.Replace(": ", "-", StringComparison.Ordinal).Replace(' ', '-')));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Everything_that_happens_to_a_request_has_words(string language)
    {
        var events = typeof(CallbackEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Holds(language, "callbacks", "history", events);

        // The others of a request are told by its attempts.
        string[] toldOtherwise = ["offered", "rung", "attempt-failed", "offer-accepted", "offer-returned"];
        Holds(language, "interactions", "events", events.Except(toldOtherwise));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Everything_that_is_noted_of_a_call_has_words(string language)
    {
        var noted = Engine().SelectMany(text => Notes().Matches(text).SelectMany(m => Literals().Matches(m.Value)).Select(m => m.Groups[1].Value))
            .Concat(["hold", "resume", "keys", "transfer", "consult", "consult-complete", "consult-cancel", "consult-swap", "consult-join", "hang-up", "dialled", "rejected", "recording-paused", "recording-resumed"])
            .Except(OfNoCall).Distinct().ToList();

        Assert.Contains("phone-lost", noted);
        Holds(language, "interactions", "events", noted);
    }

    /// <summary>Ends without a class before them.</summary>
    private static readonly string[] Plain =
        ["answered", "abandoned", "short-abandoned", "interrupted", "transferred", "busy", "no-answer", "failed", "cancelled", "completed", "exhausted", "expired", "served", "bad number"];

    /// <summary>Noted of an agent or a queue, or for programs.</summary>
    private static readonly string[] OfNoCall = ["status", "status-asked", "membership-changed", "made"];

    private static void Holds(string language, string file, string path, IEnumerable<string> words)
    {
        using var document = JsonDocument.Parse(SourceTree.Read($"web/src/i18n/{language}/{file}.json"));
        var found = path.Split('.').Aggregate(document.RootElement, (at, name) => at.GetProperty(name));
        var missing = words.Where(word => !found.TryGetProperty(word, out _)).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"{language}/{file}.json has no words under '{path}' for: {string.Join(", ", missing)}");
    }

    private static IEnumerable<string> Engine() => SourceTree.CSharp("src/Rappel.Engine/").Select(SourceTree.Read);

    [GeneratedRegex("\"((?:ended|diverted|refused): [a-z ]+)\"")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\bNote\([^;]*;")]
    private static partial Regex Notes();

    [GeneratedRegex("(?<=[(,?:] ?)\"([a-z]+(?:-[a-z]+)*)\"(?=[,)]| :)")]
    private static partial Regex Literals();
}
