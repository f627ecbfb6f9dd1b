namespace Rappel.Core.Callbacks;

/// <summary>
/// A queue's requests coming into line or leaving it because its hours changed. So many at once and no more: with a million pending all of
/// them in one turn would hold up every call for seconds. Meanwhile nothing of that line is offered, so that nobody is offered what has
/// yet to leave, nor a later request before an earlier one that has yet to come.
/// </summary>
public sealed partial class CallbackBook
{
    private readonly SortedDictionary<string, LineMove> moves = new(StringComparer.Ordinal);

    /// <summary>From then on the rest of them; null while there is none.</summary>
    private Instant? movesFrom;

    /// <summary>Begins with all that pend. What changes meanwhile settles by itself: each is judged as it is when its turn comes.</summary>
    private void MoveLine(Instant now, string key, QueueBook queue)
    {
        moves[key] = new LineMove([.. queue.Pending]) { IsTold = moves.GetValueOrDefault(key)?.IsTold ?? false };
        GoOnMoving(now);
    }

    private void GoOnMoving(Instant now)
    {
        // Not before its time, but a line that has just begun must be stopped at once.
        var left = now < movesFrom ? 0 : CallbackLimits.MovesAtOnce;
        foreach (var (key, move) in moves.ToList())
        {
            for (; left > 0 && !move.IsOver; left--)
            {
                Settle(move.Take());
            }

            if (move.IsOver)
            {
                moves.Remove(key);
            }

            if (move.IsTold == move.IsOver)
            {
                move.IsTold = !move.IsOver;
                outputs.Enqueue(new CallbackOutput.LineMoving(key, move.IsTold));
            }
        }

        if (moves.Count == 0)
        {
            movesFrom = null;
        }
        else if (!(now < movesFrom))
        {
            movesFrom = now + CallbackLimits.MovePause;
        }
    }

    /// <param name="entries">By place.</param>
    private sealed class LineMove(CallbackEntry[] entries)
    {
        private int next;

        public bool IsOver => next == entries.Length;

        /// <summary>LineMoving was told.</summary>
        public bool IsTold { get; set; }

        public CallbackEntry Take() => entries[next++];
    }
}
