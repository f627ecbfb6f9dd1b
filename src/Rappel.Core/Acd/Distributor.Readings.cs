using System.Collections.Immutable;

using Rappel.Core.Acd.Waits;

namespace Rappel.Core.Acd;

/// <summary>Members of a queue, counted.</summary>
/// <param name="LoggedIn">In any status but logged out.</param>
/// <param name="Free">Would be offered work now: available, and the phone is there.</param>
public readonly record struct MembersReading(int LoggedIn, int Free);

/// <summary>What others may ask. A queue named without its kind is looked for among inbound, then outbound, then voicemail queues.</summary>
public sealed partial class Distributor
{
    /// <summary>Null for an agent who is not configured.</summary>
    public AgentReading? ReadAgent(string agent) => agents.TryGetValue(agent, out var found) ? Read(found) : null;

    /// <summary>All agents, by key.</summary>
    public IEnumerable<AgentReading> ReadAgents() => agents.Values.Select(Read);

    /// <param name="first">How many entries to list at most.</param>
    public LineReading ReadLine(string queue, int first = AcdLimits.ReadingEntries) => Read(queue, FindLine(queue), first);

    /// <inheritdoc cref="ReadLine(string, int)"/>
    public LineReading ReadLine(WorkKind kind, string queue, int first = AcdLimits.ReadingEntries) =>
        Read(queue, FindLine(kind, queue), first);

    public MembersReading ReadMembers(string queue) => ReadMembers(FindLine(queue));

    public MembersReading ReadMembers(WorkKind kind, string queue) => ReadMembers(FindLine(kind, queue));

    /// <summary>
    /// Where this work stands, 1 first; 0 when it is not in line. What a caller should be told: everything counts that an agent of the
    /// queue takes first, so that a callback that keeps an older place counts for the live caller behind it, and the other way round. That
    /// is the queue's own work with an older place, and of the queues paired with it: the older places at the same priority, everything
    /// at a higher one. Offered and protected work still holds its place and counts. Queues that merely share agents do not count.
    /// </summary>
    public int PositionOf(WorkId work)
    {
        if (!inLine.TryGetValue(work, out var entry))
        {
            return 0;
        }

        var line = entry.Line;
        var ahead = line.Entries.CountBefore(entry);
        foreach (var other in line.Paired)
        {
            ahead += other.Priority > line.Priority ? other.Entries.Count
                : other.Priority == line.Priority ? other.Entries.CountBefore(entry)
                : 0;
        }

        return ahead + 1;
    }

    /// <summary>The position of work that would enter now.</summary>
    public int NextPosition(WorkKind kind, string queue) =>
        FindLine(kind, queue) is { } line
            ? line.Entries.Count + line.Paired.Where(p => p.Priority >= line.Priority).Sum(p => p.Entries.Count) + 1
            : 1;

    /// <summary>
    /// How long whoever stands at this position is expected to wait still; null while nothing is known. Nobody waits where an agent is free.
    /// </summary>
    public TimeSpan? ExpectedWait(Instant now, string queue, int position) => ExpectedWait(now, FindLine(queue), position);

    /// <inheritdoc cref="ExpectedWait(Instant, string, int)"/>
    public TimeSpan? ExpectedWait(Instant now, WorkKind kind, string queue, int position) => ExpectedWait(now, FindLine(kind, queue), position);

    private static TimeSpan? ExpectedWait(Instant now, Line? line, int position) =>
        line is null ? null
        : position <= line.Free.Count ? TimeSpan.Zero
        : line.ExpectedWait.Estimate(new LineMoment(position, Together(line), HeadWait(now, line), line.OnDuty));

    /// <summary>In this line and those paired with it.</summary>
    private static int Together(Line line) => line.Entries.Count + line.Paired.Sum(p => p.Entries.Count);

    private static TimeSpan? HeadWait(Instant now, Line line) =>
        line.Paired.Append(line).Select(l => l.Entries.Take(AcdLimits.HeadsLookedAt).FirstOrDefault(e => !e.Work.IsReturning))
            .Where(e => e is not null).Max(e => (TimeSpan?)(now - e!.Work.Place));

    private static void LearnServiceStart(Instant now, LineEntry served)
    {
        TimeSpan? waited = served.Work.IsReturning ? null : now - served.Work.Place;
        served.Line.ExpectedWait.ServiceBegan(now, waited, Together(served.Line));
        foreach (var other in served.Line.Paired)
        {
            other.ExpectedWait.ServiceBegan(now, waited, Together(other));
        }
    }

    private static void LearnServiceEnd(Line line, TimeSpan handled)
    {
        line.ExpectedWait.ServiceEnded(handled);
        foreach (var other in line.Paired)
        {
            other.ExpectedWait.ServiceEnded(handled);
        }
    }

    private static AgentReading Read(AgentState agent) =>
        new(agent.Key, agent.Status, agent.Reachable, agent.Since, agent.IdleSince, agent.Offer?.Id, agent.NextStatus)
        {
            Deadline = agent.Deadline,
            WrapUpEnds = agent.WrapUp?.Ends,
            CodesMissing = agent.WrapUp is { CodesMissing: true },
        };

    private static LineReading Read(string queue, Line? line, int first) =>
        line is null
            ? new LineReading(queue, 0, 0, null, [])
            : new LineReading(queue, line.Entries.Count - line.Offered, line.Offered, line.Entries.First?.Work.Place,
                line.Entries.Take(first).Select(e => e.Work.Id).ToImmutableArray());

    private static MembersReading ReadMembers(Line? line) => line is null ? default : new MembersReading(line.LoggedIn, line.Free.Count);

    private Line? FindLine(WorkKind kind, string queue) => lines.GetValueOrDefault(new LineKey(kind, queue));

    private Line? FindLine(string queue) =>
        FindLine(WorkKind.LiveCall, queue) ?? FindLine(WorkKind.Callback, queue) ?? FindLine(WorkKind.Voicemail, queue);
}
