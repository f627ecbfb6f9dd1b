using Rappel.Media.Sessions;

namespace Rappel.Server.Speech;

/// <summary>Clips at hand, those used last; bounded by their bytes. Safe from many threads.</summary>
public sealed class ClipMemory(long bytes = SpeechLimits.MemoryBytes)
{
    /// <summary>Kept for each clip besides its samples, so that a million empty ones count too.</summary>
    private const int Overhead = 256;

    private readonly object gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, AudioClip Clip)>> nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, AudioClip Clip)> lastUsedFirst = new();
    private long held;

    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return held;
            }
        }
    }

    /// <summary>Half of it is left to what is asked for: what nobody has asked for yet must not drive that out.</summary>
    public bool HasRoom => Bytes < bytes / 2;

    public AudioClip? Find(string key)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node))
            {
                return null;
            }

            lastUsedFirst.Remove(node);
            lastUsedFirst.AddFirst(node);
            return node.Value.Clip;
        }
    }

    public void Keep(string key, AudioClip clip)
    {
        lock (gate)
        {
            if (Size(clip) > bytes || nodes.ContainsKey(key))
            {
                return;
            }

            nodes[key] = lastUsedFirst.AddFirst((key, clip));
            held += Size(clip);
            while (held > bytes)
            {
                var last = lastUsedFirst.Last!;
                lastUsedFirst.RemoveLast();
                nodes.Remove(last.Value.Key);
                held -= Size(last.Value.Clip);
            }
        }
    }

    private static long Size(AudioClip clip) => ((long)clip.Samples.Length * sizeof(short)) + Overhead;
}
