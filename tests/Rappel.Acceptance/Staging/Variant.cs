using System.IO;

namespace Rappel.Acceptance.Staging;

/// <summary>A change to the example's configuration that a scene needs: this text, which must be there, becomes that.</summary>
internal sealed record Variant(string File, string From, string To)
{
    public static readonly Variant QuickRetry = Script("retryDelay: 5 min", "retryDelay: 40 s");
    public static readonly Variant TwoAttempts = Script("attempts: 3", "attempts: 2");
    public static readonly Variant ShortRing = Script("ringTime: 30 s", "ringTime: 5 s");
    public static readonly Variant SoonExpired = Script("cancelAfter: 4 h", "cancelAfter: 120 s");
    public static readonly Variant CustomerFirst = Script("attempts: 3", "attempts: 3\n          rungFirst: customer");
    public static readonly Variant Recorded =
        new("queues.yaml", "    whisper: nurses-whisper\n", "    whisper: nurses-whisper\n    recording: on\n    recordingAnnouncement: nurses-whisper\n");

    public static readonly Variant ShortOffers = new("agents.yaml", "offerTimeout: 20 s", "offerTimeout: 15 s");

    /// <summary>The example, changed, as a folder of the scene's own.</summary>
    public static string Prepare(string sceneFolder, IEnumerable<Variant> variants)
    {
        var example = Path.Combine(Checkout.Root, "examples", "acme-health");
        var copy = Path.Combine(sceneFolder, "configuration");
        foreach (var file in Directory.EnumerateFiles(example, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(example, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }

        foreach (var (name, from, to) in variants)
        {
            var path = Path.Combine(copy, name);
            var text = System.IO.File.ReadAllText(path);
            if (!text.Contains(from, StringComparison.Ordinal))
            {
                throw new SceneOverException($"the example's {name} no longer says '{from}'");
            }

            System.IO.File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        }

        return copy;
    }

    private static Variant Script(string from, string to) => new("scripts/nurse-line.yaml", from, to);
}
