using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Finds what is to be said to somebody in a language it is not there in. That the tenant's own language is there is checked where
/// the text stands.</summary>
internal sealed class LanguageCheck(BindingScope scope, ScriptContext context, ConfigurationSnapshot read, MapReader root)
{
    private static readonly Said ToCallers = new("callers get here in that language", "des appelants arrivent ici dans cette langue");
    private static readonly Said ToAgents = new("an agent who hears it speaks that language", "un agent qui l'entend parle cette langue");

    private readonly HashSet<(string Path, string Language)> told = [];

    public void Report()
    {
        foreach (var (item, languages) in new LanguageFlow(read.Channels, read.Scripts, read.InboundQueues).Reached)
        {
            Check(item, languages);
        }

        foreach (var queue in read.InboundQueues.Values)
        {
            CheckWhisper(NamedKind.InboundQueue, queue.Key, queue.Whisper, queue.Members);
            CheckAnnouncement(NamedKind.InboundQueue, queue.Key, queue.Recording);
        }

        foreach (var queue in read.OutboundQueues.Values)
        {
            CheckWhisper(NamedKind.OutboundQueue, queue.Key, queue.Whisper, queue.Members);
            CheckAnnouncement(NamedKind.OutboundQueue, queue.Key, queue.Recording);
        }
    }

    private void Check(ScriptObject item, int languages)
    {
        var heard = item is SayObject { Language: { } language } ? LanguageFlow.Bit(language) : languages;
        foreach (var (utterance, path, mark) in context.SpokenBy(item.Path))
        {
            foreach (var missing in Missing(heard, l => Lacks(utterance, l)))
            {
                Tell(path, mark, missing, utterance.Prompt, ToCallers);
            }
        }

        if (item is CallbackObject callback)
        {
            CheckPrompt($"{item.Path}/announcement", scope.MarkOf(item.Path), callback.Terms.Announcement, languages, ToCallers);
            CheckPrompt($"{item.Path}/machineMessage", scope.MarkOf(item.Path), callback.Terms.MachineMessage, languages, ToCallers);
        }
        else if (item is ForwardToVoicemailObject message && read.VoicemailQueues.TryGetValue(message.Queue, out var queue))
        {
            CheckPrompt($"voicemailQueues/{queue.Key}/greeting", Place(NamedKind.VoicemailQueue, queue.Key, "greeting"), queue.Greeting, languages, ToCallers);
        }
    }

    private void CheckWhisper(NamedKind kind, string key, string? whisper, ImmutableArray<QueueMember> members)
    {
        var languages = members.Where(m => m.Enabled).Select(m => read.Agents.GetValueOrDefault(m.Agent)).OfType<AgentSnapshot>()
            .Aggregate(0, (all, agent) => all | LanguageFlow.Bit(agent.Language));
        CheckPrompt($"{kind.Section()}/{key}/whisper", Place(kind, key, "whisper"), whisper, languages, ToAgents);
    }

    /// <summary>Customers of a queue may speak any language that a channel or a script gives them: it is said in the main one at least.</summary>
    private void CheckAnnouncement(NamedKind kind, string key, QueueRecording recording) => CheckPrompt(
        $"{kind.Section()}/{key}/recordingAnnouncement", Place(kind, key, "recordingAnnouncement"), recording.Announcement,
        read.Channels.Values.Where(channel => channel.Enabled).Aggregate(0, (all, channel) => all | LanguageFlow.Bit(channel.Language)), ToCallers);

    private void CheckPrompt(string path, SourceMark mark, string? prompt, int languages, Said whom)
    {
        foreach (var missing in prompt is null ? [] : Missing(languages, l => Lacks(prompt, l)))
        {
            Tell(path, mark, missing, prompt, whom);
        }
    }

    private void Tell(string path, SourceMark mark, string language, string? prompt, Said whom)
    {
        if (!told.Add((path, language)))
        {
            return;
        }

        var what = prompt is null
            ? new Said($"there is nothing in `{language}`, and ", $"il n'y a rien en « {language} », et ")
            : new Said($"the prompt `{prompt}` has nothing in `{language}`, and ", $"l'annonce « {prompt} » n'a rien en « {language} », et ");
        scope.Report(ProblemCode.MissingText, path, mark, what + whom,
            new($"a text or a recording in `{language}`", $"un texte ou un enregistrement en « {language} »"));
    }

    private IEnumerable<string> Missing(int languages, Func<string, bool> lacks) => ConfigurationLimits.Languages
        .Where(language => language != scope.DefaultLanguage && (languages & LanguageFlow.Bit(language)) != 0 && lacks(language));

    private bool Lacks(Utterance utterance, string language) =>
        utterance.Prompt is { } prompt ? Lacks(prompt, language) : utterance.Text is { } text && !text.ContainsKey(language);

    private bool Lacks(string prompt, string language) => read.Prompts.TryGetValue(prompt, out var found) && !found.ByLanguage.ContainsKey(language);

    private SourceMark Place(NamedKind kind, string key, string field) =>
        root.Find(kind.Section()) is ConfigMap section && section.Entries.FirstOrDefault(e => e.Key.Text == key)?.Value is ConfigMap item
            && item.Entries.FirstOrDefault(e => e.Key.Text == field) is { } entry ? entry.Value.Mark : SourceMark.None;
}
