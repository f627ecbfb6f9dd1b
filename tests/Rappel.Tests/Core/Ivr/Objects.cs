using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Ivr;

using Exits = ImmutableDictionary<string, ImmutableArray<ScriptObject>>;

/// <summary>Short words for script objects. Paths are what the test wants to find again.</summary>
internal static class Objects
{
    public static Exits To(params (string Name, ScriptObject[] Sequence)[] exits) =>
        exits.ToImmutableDictionary(e => e.Name, e => e.Sequence.ToImmutableArray());

    public static ImmutableArray<Utterance> Words(string? english, string? french = null)
    {
        var texts = ImmutableDictionary<string, string>.Empty;
        texts = english is null ? texts : texts.Add("en", english);
        texts = french is null ? texts : texts.Add("fr", french);
        return texts.IsEmpty ? [] : [new Utterance(null, texts)];
    }

    public static SayObject Say(string text, bool interruptible = true, bool protect = false, string? french = null, string? language = null) =>
        new($"say {text}", protect, Words(text, french), language, interruptible);

    public static SayObject Play(string prompt) =>
        new($"play {prompt}", false, [new Utterance(prompt, null)], null, true);

    public static GetDigitObject Menu(
        string? prompt, int tries = 1, bool typeAhead = false, bool protect = false, double timeout = 5,
        params (string Name, ScriptObject[] Sequence)[] exits) =>
        new("menu", protect, Words(prompt), TimeSpan.FromSeconds(timeout), tries, typeAhead, To(exits));

    public static GetValueObject Value(
        string data, string? prompt = "enter it", int minimum = 1, int maximum = 10, char? terminator = '#', int tries = 1,
        bool typeAhead = false, string? dialPlan = null, params (string Name, ScriptObject[] Sequence)[] exits) =>
        new("value", false, Words(prompt), data, minimum, maximum, terminator, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(3), tries,
            typeAhead, dialPlan, To(exits));

    public static SetVariableObject Set(string name, string expression) => new("set", false, name, expression);

    public static TestVariableObject Test(string name, Comparison comparison, string value, params (string Name, ScriptObject[] Sequence)[] exits) =>
        new("test", false, name, comparison, value, To(exits));

    public static TestQueueObject TestQueue(params (string Name, ScriptObject[] Sequence)[] exits) =>
        new("test queue", false, "nurses", false, false, null, null, null, false, null, To(exits));

    public static LabelObject Label(string name) => new($"label {name}", false, name);

    public static GotoObject Goto(string name) => new($"goto {name}", false, name);

    public static WaitObject Wait(double seconds, bool protect = false) => new("wait", protect, TimeSpan.FromSeconds(seconds));

    public static LoopObject Loop(params ScriptObject[] body) => new("loop", false, [.. body]);

    public static HangUpObject HangUp => new("hang up", false);

    public static SetLanguageObject Speak(string language) => new("set language", false, language);

    public static CallbackTerms Terms { get; } = new(
        "callbacks", null, "plan", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true);

    public static CheckCallbackObject Check(string? queue, params (string Name, ScriptObject[] Sequence)[] exits) =>
        new("check callback", false, queue, To(exits));

    public static ChangeCallbackObject Change(CallbackChange action, params (string Name, ScriptObject[] Sequence)[] exits) =>
        new("change callback", false, action, To(exits));

    public static CallbackObject Callback(params (string Name, ScriptObject[] Sequence)[] exits) => new("callback", false, Terms, To(exits));
}
