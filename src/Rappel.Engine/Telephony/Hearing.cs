using System.Collections.Immutable;

namespace Rappel.Engine.Telephony;

/// <summary>Who hears whom in a conference, as things are now.</summary>
/// <param name="Rows">Those whom each hears; in it is who hears somebody or is heard.</param>
/// <param name="Comforted">Those who hear music.</param>
internal sealed record Hearing(ImmutableArray<(Leg Leg, ImmutableArray<Leg> Hears)> Rows, ImmutableArray<Leg> Comforted)
{
    /// <summary>Where there are two, and each hears the other: they need no mixing.</summary>
    public (Leg One, Leg Other)? Pair =>
        Rows is [var one, var other] && one.Hears is [var first] && first == other.Leg && other.Hears is [var second] && second == one.Leg
            ? (one.Leg, other.Leg)
            : null;

    /// <param name="members">In the order they came.</param>
    /// <param name="isParked">Whether somebody has been put on hold by us: such a one hears music until taken back.</param>
    public static Hearing Of(IReadOnlyList<(Leg Leg, Part Part)> members, Func<Leg, bool> isParked)
    {
        var present = members.Where(m => !m.Leg.IsHeld && !isParked(m.Leg)).ToList();
        var talkers = present.Where(m => m.Part.Kind == PartKind.Talk).Select(m => m.Leg).ToList();
        var left = LeftAlone(members, talkers);
        if (left is not null)
        {
            // Who waits for somebody who went away from the phone is not listened to.
            talkers.Remove(left);
            present.RemoveAll(m => m.Leg == left);
        }

        var rows = present.Select(m => (m.Leg, Hears: HeardBy(m.Leg, m.Part, present, talkers))).ToList();
        var heard = rows.SelectMany(r => r.Hears).ToHashSet();
        return new Hearing(
            [.. rows.Where(r => r.Hears.Length > 0 || heard.Contains(r.Leg))],
            [.. members.Select(m => m.Leg).Where(leg => leg == left || (!leg.IsHeld && isParked(leg)))]);
    }

    /// <summary>The one talker left where another holds on their own phone; null where there is none such.</summary>
    private static Leg? LeftAlone(IReadOnlyList<(Leg Leg, Part Part)> members, List<Leg> talkers) =>
        talkers is [var one] && members.Any(m => m.Part.Kind == PartKind.Talk && m.Leg.IsHeld) ? one : null;

    private static ImmutableArray<Leg> HeardBy(Leg leg, Part part, List<(Leg Leg, Part Part)> present, List<Leg> talkers)
    {
        var others = talkers.Where(talker => talker != leg);
        var whisperers = part.Kind == PartKind.Talk
            ? present.Where(m => m.Part.Kind == PartKind.Whisper && m.Part.To == leg).Select(m => m.Leg)
            : [];
        return [.. others, .. whisperers];
    }
}
