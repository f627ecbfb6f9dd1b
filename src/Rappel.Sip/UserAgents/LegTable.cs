using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.UserAgents;

/// <summary>The legs under way, by number and by what requests within their dialogs carry.</summary>
internal sealed class LegTable
{
    /// <summary>Our tag is unique, so with the Call-ID it finds the leg whatever fork the peer is.</summary>
    private readonly Dictionary<(string CallId, string LocalTag), Leg> _byDialog = [];

    private readonly Dictionary<long, Leg> _byNumber = [];
    private long _last;

    public int Count => _byNumber.Count;

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<Leg> All => _byNumber.Values.OrderBy(leg => leg.Id.Value);

    public SipLeg NextNumber() => new(++_last);

    public void Add(Leg leg)
    {
        _byNumber.Add(leg.Id.Value, leg);
        _byDialog.Add((leg.CallId, leg.LocalTag), leg);
    }

    public void Remove(Leg leg)
    {
        leg.State = LegState.Over;
        _byNumber.Remove(leg.Id.Value);
        _byDialog.Remove((leg.CallId, leg.LocalTag));
    }

    public bool TryGet(SipLeg id, [NotNullWhen(true)] out Leg? leg) => _byNumber.TryGetValue(id.Value, out leg);

    public Leg? Find(string callId, string localTag) => _byDialog.GetValueOrDefault((callId, localTag));
}
