using System.Collections.Concurrent;
using Rappel.Core.Calls;
using Rappel.Server.Speech;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>What a list of recordings tells of each. Read once: a content never changes.</summary>
/// <param name="Seconds">Null where it cannot be played.</param>
/// <param name="SampleRate">Null where it cannot be played.</param>
public sealed record ContentFacts(long Bytes, double? Seconds, int? SampleRate)
{
    private static readonly ConcurrentDictionary<ContentHash, ContentFacts> Known = new();

    /// <summary>Null where it is not kept.</summary>
    public static ContentFacts? Of(IConfigurationStore store, TenantId tenant, ContentHash content)
    {
        if (Known.TryGetValue(content, out var known))
        {
            return known;
        }

        if (store.ReadHead(tenant, content, RecordingFacts.HeadBytes) is not var (size, head))
        {
            return null;
        }

        var read = RecordingFacts.TryRead(head, size, out _);
        var facts = new ContentFacts(size, read is null ? null : Math.Round(read.Length.TotalSeconds, 2), read?.SampleRate);
        if (Known.Count >= 2 * YamlLimits.Recordings)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(content, facts);
    }
}
