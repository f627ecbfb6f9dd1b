using System.Threading;
using Rappel.Core.Calls;

namespace Rappel.Server.Web.Recordings;

/// <summary>Who listens to what, so that the audit log has one line for each time somebody listens and not one for each piece a player fetches.</summary>
internal sealed class Listenings(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Who, RecordingId Recording), Instant> _begun = [];

    /// <summary>True where this begins a listening.</summary>
    public bool Begins(string who, RecordingId recording)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_begun.Count >= RecordingLimits.Listenings)
            {
                foreach (var (over, _) in _begun.Where(b => now - b.Value >= RecordingLimits.OneListening).ToArray())
                {
                    _begun.Remove(over);
                }
            }

            var begins = !_begun.TryGetValue((who, recording), out var since) || now - since >= RecordingLimits.OneListening;
            if (begins)
            {
                _begun[(who, recording)] = now;
            }

            return begins;
        }
    }
}
