using System.Collections.Immutable;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;

namespace Rappel.Simulation.Checkers;

/// <summary>A supervisor comes, goes on in another way, and leaves: whoever else is on the line hears the same people and the same music as before.</summary>
internal sealed class WatchingChangesNothing(Referee referee, HearingWatch hearing) : Checker(referee)
{
    /// <summary>What they heard when the turn of now began, of those for whom something was ordered in it.</summary>
    private readonly Dictionary<MediaSessionId, (ImmutableHashSet<MediaSessionId> Others, string? Plays)> _before = [];
    private readonly Referee _referee = referee;
    private long _turn;

    /// <summary>Before the one who keeps book of it hears of the same order.</summary>
    public override void Ordered(Instant now, MediaOrder order)
    {
        if (_turn != _referee.Turn)
        {
            _turn = _referee.Turn;
            _before.Clear();
        }

        Note(order.Session);
        if (order is MediaOrder.Do { Command: MediaCommand.Bridge bridge })
        {
            Note(bridge.Other);
        }

        foreach (var other in hearing.Of(order.Session)?.Hears ?? [])
        {
            Note(other);
        }
    }

    /// <summary>The rows of a turn leave after its orders.</summary>
    public override void Issued(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfJournal { Entry: { Event: "watch-began" or "watch-changed" or "watch-ended", Detail: not "call-over" } entry } || _turn != _referee.Turn)
        {
            return;
        }

        foreach (var (session, (others, plays)) in _before)
        {
            if (hearing.Of(session) is { Watches: false } ear && (!others.SetEquals(Talkers(ear)) || plays != ear.Plays))
            {
                Object(now, $"{entry.Subject} {entry.Event} {entry.Detail}: {session} heard {Text(others, plays)}, and hears {Text(Talkers(ear), ear.Plays)}");
            }
        }
    }

    public override void Crashed() => _before.Clear();

    private void Note(MediaSessionId session)
    {
        if (hearing.Of(session) is { Watches: false } ear && !_before.ContainsKey(session))
        {
            _before[session] = (Talkers(ear), ear.Plays);
        }
    }

    /// <summary>Those a session hears, watchers left out: they alone may come and go.</summary>
    private ImmutableHashSet<MediaSessionId> Talkers(HearingWatch.Ear ear) => [.. ear.Hears.Where(other => !hearing.IsWatcher(other) && hearing.Of(other) is not null)];

    private static string Text(IEnumerable<MediaSessionId> others, string? plays) => $"{string.Join(", ", others.Select(o => o.ToString()).Order())} {plays}".Trim() is { Length: > 0 } text ? text : "nothing";
}
