using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Sessions;

namespace Rappel.Simulation.Checkers;

/// <summary>Where the queue has an announcement, nobody is recorded who has not been told.</summary>
internal sealed class RecordingIsAnnounced(Referee referee) : Checker(referee)
{
    private readonly HashSet<MediaSessionId> _told = [];

    public override void Ordered(Instant now, MediaOrder order)
    {
        switch (order)
        {
            case MediaOrder.Speak speak when speak.Segments.OfType<AudioSegment.Speech>().Any(s => Announcements.Contains(s.Text)):
                _told.Add(speak.Session);
                break;
            case MediaOrder.RecordCall record when Announcements.Count > 0 && !_told.Contains(record.Session):
                Object(now, $"{record.Session} is recorded and was not told");
                break;
            case MediaOrder.Close:
                _told.Remove(order.Session);
                break;
        }
    }

    public override void Crashed() => _told.Clear();

    private HashSet<string> Announcements => field ??=
    [
        .. Configuration.InboundQueues.Values.Select(q => q.Recording).Concat(Configuration.OutboundQueues.Values.Select(q => q.Recording))
            .Select(r => r.Announcement is { } key ? Configuration.Prompts.GetValueOrDefault(key) : null).OfType<PromptSnapshot>()
            .SelectMany(p => p.ByLanguage.Values).Select(a => a.Text).OfType<string>(),
    ];
}
