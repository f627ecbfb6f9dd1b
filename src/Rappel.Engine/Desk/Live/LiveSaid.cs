using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;

namespace Rappel.Engine.Desk.Live;

/// <summary>What an agent has said about the call they have, or have just had, and may say.</summary>
/// <param name="Wanted">The list that codes are given from, and whether one must be.</param>
/// <param name="Codes">Given so far.</param>
/// <param name="Outcome">What the agent decided of the callback; null for nothing.</param>
/// <param name="MayDecide">It is a callback that reached somebody.</param>
/// <param name="Holds">The wrap-up does not end before a code is given.</param>
/// <param name="WrapUpEnds">When the time of the wrap-up is up; null in the call.</param>
public sealed record LiveSaid(
    QueueCodes Wanted, ImmutableArray<string> Codes, string? Note, DecidedOutcome? Outcome, bool MayDecide, bool Holds, Instant? WrapUpEnds);
