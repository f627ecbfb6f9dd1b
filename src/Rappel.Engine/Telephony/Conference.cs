using System.Collections.Immutable;
using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <summary>
/// Legs that take part in one conversation, and who of them hears whom: two who talk are relayed, more are mixed, and it goes from the one
/// to the other as they come and go. Who is on hold hears music, or holds on their own phone; whoever is left alone by that hears music too.
/// </summary>
/// <param name="music">What somebody hears who waits; null for the built-in music.</param>
internal sealed class Conference(EngineContext context, Func<Leg, AudioSegment?>? music = null)
{
    private readonly List<(Leg Leg, Part Part)> _members = new(2);

    /// <summary>Two who are relayed now.</summary>
    private (Leg One, Leg Other)? _relayed;

    /// <summary>Each who is in the mix now, and whom they hear; null while nobody is.</summary>
    private Dictionary<Leg, ImmutableArray<Leg>>? _mixed;
    private ImmutableArray<Leg> _comforted = [];
    private HashSet<Leg>? _parked;

    public IReadOnlyList<(Leg Leg, Part Part)> Members => _members;

    /// <summary>Two begin to talk.</summary>
    public void Begin(Leg one, Leg other)
    {
        Enter(one, Part.Talker);
        Enter(other, Part.Talker);
        Refresh();
    }

    /// <summary>Takes somebody in, or changes how they take part. Who talks in another conference leaves that.</summary>
    public void Admit(Leg leg, Part part)
    {
        Enter(leg, part);
        Refresh();
    }

    /// <summary>Takes somebody out: they hear nobody, until something else is ordered for them.</summary>
    public void Dismiss(Leg leg)
    {
        if (_members.RemoveAll(m => m.Leg == leg) == 0)
        {
            return;
        }

        leg.Conference = null;
        context.Watches.Moved(leg);
        _parked?.Remove(leg);
        _comforted = _comforted.Remove(leg);
        if (leg.IsOver)
        {
            // The end of its media ends what it was in.
            _mixed?.Remove(leg);
            _relayed = _relayed is { } pair && (pair.One == leg || pair.Other == leg) ? null : _relayed;
        }

        if (_members.Count > 1 || _relayed is not null || _mixed is { Count: > 0 })
        {
            Refresh();
        }
    }

    /// <summary>Nobody belongs to it any more. What each hears now is for others to say.</summary>
    public void End()
    {
        if (_relayed is { } pair)
        {
            _relayed = null;
            context.Legs.Unbridge(pair.One.IsOver ? pair.Other : pair.One);
        }

        foreach (var leg in _mixed?.Keys.Where(leg => !leg.IsOver) ?? [])
        {
            context.Legs.Unmix(leg);
        }

        (_mixed, _parked, _comforted) = (null, null, []);
        foreach (var (leg, _) in _members)
        {
            leg.Conference = null;
            context.Watches.Moved(leg);
        }

        _members.Clear();
    }

    /// <summary>Puts somebody on hold, with music, or takes them back.</summary>
    public void Park(Leg leg, bool parked)
    {
        _parked ??= [];
        if (parked ? _parked.Add(leg) : _parked.Remove(leg))
        {
            Refresh();
        }
    }

    public bool IsParked(Leg leg) => _parked?.Contains(leg) == true;

    /// <summary>To be called when somebody holds on their own phone, or comes back.</summary>
    public void Refresh()
    {
        if (_relayed is null && _mixed is null && _comforted.IsEmpty && _parked is null && IsPlainPair(out var one, out var other))
        {
            // As nearly all conversations are from beginning to end.
            _relayed = (one, other);
            context.Legs.Bridge(one, other);
            return;
        }

        Apply(Hearing.Of(_members, IsParked));
    }

    private bool IsPlainPair(out Leg one, out Leg other)
    {
        (one, other) = _members.Count == 2 ? (_members[0].Leg, _members[1].Leg) : (null!, null!);
        return _members.Count == 2 && _members[0].Part == Part.Talker && _members[1].Part == Part.Talker && !one.IsHeld && !other.IsHeld;
    }

    private void Enter(Leg leg, Part part)
    {
        if (leg.Conference is { } before && before != this)
        {
            before.Dismiss(leg);
        }

        leg.Conference = this;
        context.Watches.Moved(leg);
        var index = _members.FindIndex(m => m.Leg == leg);
        if (index < 0)
        {
            _members.Add((leg, part));
        }
        else
        {
            _members[index] = (leg, part);
        }
    }

    private void Apply(Hearing hearing)
    {
        var pair = hearing.Pair;
        var rows = pair is null ? hearing.Rows : [];
        EndRelay(pair, rows);
        foreach (var leg in _mixed?.Keys.ToArray() ?? [])
        {
            if (rows.All(r => r.Leg != leg))
            {
                _mixed!.Remove(leg);
                context.Legs.Unmix(leg);
            }
        }

        if (pair is { } two && _relayed is null)
        {
            context.Legs.Bridge(two.One, two.Other);
        }

        _relayed = pair;
        foreach (var (leg, hears) in rows)
        {
            Mix(leg, hears);
        }

        _mixed = _mixed is { Count: > 0 } ? _mixed : null;
        foreach (var leg in hearing.Comforted.Where(leg => !leg.IsOver && !_comforted.Contains(leg)))
        {
            context.Legs.PlayMusic(leg, music?.Invoke(leg));
        }

        foreach (var leg in _comforted.Where(leg => !leg.IsOver && !hearing.Comforted.Contains(leg)
            && pair?.One != leg && pair?.Other != leg && _mixed?.ContainsKey(leg) != true))
        {
            context.Legs.StopPlaying(leg);
        }

        _comforted = hearing.Comforted;
    }

    private void EndRelay((Leg One, Leg Other)? pair, ImmutableArray<(Leg Leg, ImmutableArray<Leg> Hears)> rows)
    {
        if (_relayed is { } before && before != pair)
        {
            _relayed = null;
            // Who goes into the mix leaves the relay by that.
            if (rows.All(r => r.Leg != before.One && r.Leg != before.Other))
            {
                context.Legs.Unbridge(before.One.IsOver ? before.Other : before.One);
            }
        }
    }

    private void Mix(Leg leg, ImmutableArray<Leg> hears)
    {
        _mixed ??= [];
        if (!_mixed.TryGetValue(leg, out var before))
        {
            // A row of somebody who comes names those who are in the mix already; theirs name whoever comes.
            context.Legs.Mix(leg, hears, isNew: true);
        }
        else if (!before.SequenceEqual(hears))
        {
            context.Legs.Mix(leg, hears, isNew: false);
        }

        _mixed[leg] = hears;
    }
}
