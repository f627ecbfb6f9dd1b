using Rappel.Core.Config;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>
/// Prompts name their recordings by path; a snapshot in force names them by content besides. So a call hears the recordings of the version it
/// began with, however often a path is given another recording meanwhile, and no cache can mistake one for the other.
/// </summary>
public static class RecordingPins
{
    private const int HexLength = 64;

    /// <summary>The same snapshot with <c>HASH/path</c> for each recording's path.</summary>
    public static ConfigurationSnapshot Pin(ConfigurationSnapshot snapshot, FileTable files)
    {
        var prompts = snapshot.Prompts;
        foreach (var (key, prompt) in snapshot.Prompts.Where(p => p.Value.ByLanguage.Values.Any(a => a.File is not null)))
        {
            prompts = prompts.SetItem(key, prompt with { ByLanguage = prompt.ByLanguage.SetItems(prompt.ByLanguage.Select(a => Pin(a, files))) });
        }

        return snapshot with { Prompts = prompts };
    }

    public static string Of(ContentHash content, string path) => $"{content.Hex}/{path}";

    public static bool TryRead(string pinned, out ContentHash content, out string path)
    {
        content = default;
        path = "";
        if (pinned.Length < HexLength + 2 || pinned[HexLength] != '/' || !ContentHash.TryParse(pinned[..HexLength], out content))
        {
            return false;
        }

        path = pinned[(HexLength + 1)..];
        return true;
    }

    private static KeyValuePair<string, PromptAudio> Pin(KeyValuePair<string, PromptAudio> audio, FileTable files) =>
        audio.Value.File is { } path && files.TryGetValue(path, out var content)
            ? KeyValuePair.Create(audio.Key, audio.Value with { File = Of(content, path) })
            : audio;
}
