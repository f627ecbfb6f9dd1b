using System.Threading.Channels;

namespace Rappel.Server.Web.Events;

/// <summary>
/// One who listens. The feed offers it events, and its connection writes them as fast as the other side takes them. So many may wait; whoever
/// falls further behind loses some, and gets the full values as soon as it has caught up.
/// </summary>
/// <param name="agent">Whose work it listens to; null for nobody's.</param>
/// <param name="after">Serial of the last event that it saw before it came back; null where that does not count.</param>
/// <param name="mayGoOn">Whether the session or token still permits it. Asked about once a second.</param>
/// <param name="session">The session that it belongs to; null for a token's.</param>
internal sealed class EventListener(IReadOnlySet<EventTopic> topics, string? agent, long? after, Func<bool> mayGoOn, string? session)
{
    private readonly Channel<EventFrame> _waiting = Channel.CreateBounded<EventFrame>(
        new BoundedChannelOptions(EventLimits.WaitingForListener) { SingleReader = true, SingleWriter = false, FullMode = BoundedChannelFullMode.Wait });
    private readonly HashSet<EventTopic> _fresh = [.. topics];
    private bool _behind;

    public IReadOnlySet<EventTopic> Topics => topics;

    public string? Agent => agent;

    public long? After { get; private set; } = after;

    public string? Session => session;

    public bool MayGoOn => mayGoOn();

    /// <summary>Ends when the listener is dismissed.</summary>
    public ChannelReader<EventFrame> Events => _waiting.Reader;

    /// <summary>Whether it is to have the full value of a topic now. For the feed.</summary>
    public bool Needs(EventTopic topic) => !_behind && _fresh.Contains(topic);

    /// <summary>It has had the full value, or does not need it.</summary>
    public void Settle(EventTopic topic) => _fresh.Remove(topic);

    /// <summary>Where it had fallen behind and has caught up since, it begins anew. For the feed, before each beat.</summary>
    public void TakeUp()
    {
        if (!_behind || _waiting.Reader.Count > 0)
        {
            return;
        }

        _behind = false;
        After = null;
        _fresh.UnionWith(topics);
        Offer(EventFrame.Resync);
    }

    /// <summary>To be written to it, if it listens to that and is not behind.</summary>
    public void Offer(EventFrame frame)
    {
        if (_behind || (frame.Topic is { } topic && (!topics.Contains(topic) || _fresh.Contains(topic))) || (frame.Subject is not null && frame.Subject != agent))
        {
            return;
        }

        _behind = !_waiting.Writer.TryWrite(frame);
    }

    /// <summary>Nothing more comes; its connection ends when it has written what waits.</summary>
    public void Dismiss() => _waiting.Writer.TryComplete();
}
