using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>How one kind of script object is written.</summary>
/// <param name="Principal">The parameter a short form stands for; null where there is none.</param>
/// <param name="ListIsPrincipal">Whether a list alone is a short form too.</param>
internal sealed record ObjectForm(string Name, string? Principal, bool ListIsPrincipal, bool OnlyInQueue, Func<ObjectReader, ScriptObject> Bind)
{
    /// <summary>Parameters that show a map to be the parameters and not, as in <c>say: { fr: ..., en: ... }</c>, what is said.</summary>
    public ImmutableArray<string> MapKeys { get; init; } = [];

    public bool MapIsPrincipal(ConfigMap map) => MapKeys.Length > 0 && !map.Entries.Any(e => MapKeys.Contains(e.Key.Text));
}

/// <summary>All kinds of script object.</summary>
internal static class ObjectForms
{
    private static readonly ImmutableArray<ObjectForm> All =
    [
        new("say", "text", true, false, SayBinder.BindSay) { MapKeys = ["text", "language", "interruptible", "protected"] },
        new("play", "prompt", true, false, SayBinder.BindPlay),
        new("getDigit", null, false, false, GetBinder.BindDigit),
        new("getValue", null, false, false, GetBinder.BindValue),
        new("setVariable", null, false, false, VariableBinder.BindSet),
        new("testVariable", null, false, false, VariableBinder.BindTest),
        new("testQueue", null, false, false, FlowBinder.BindTestQueue),
        new("schedule", "schedule", false, false, FlowBinder.BindSchedule),
        new("label", "name", false, false, FlowBinder.BindLabel),
        new("goto", "label", false, false, FlowBinder.BindGoto),
        new("wait", "duration", false, true, FlowBinder.BindWait),
        new("loop", "objects", true, true, FlowBinder.BindLoop),
        new("forwardToQueue", "queue", false, false, ForwardBinder.BindQueue),
        new("forwardToNumber", "number", false, false, ForwardBinder.BindNumber),
        new("forwardToAgent", "agent", false, false, ForwardBinder.BindAgent),
        new("forwardToVoicemail", "queue", false, false, ForwardBinder.BindVoicemail),
        new("callback", null, false, false, CallbackBinder.Bind),
        new("checkCallback", "queue", false, false, PendingCallbackBinder.BindCheck),
        new("changeCallback", "action", false, false, PendingCallbackBinder.BindChange),
        new("setLanguage", "language", false, false, SayBinder.BindLanguage),
        new("hangUp", null, false, false, reader => new HangUpObject(reader.Path, reader.Protected)),
    ];

    public static readonly ImmutableArray<string> Names = [.. All.Select(f => f.Name)];

    public static ObjectForm? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
