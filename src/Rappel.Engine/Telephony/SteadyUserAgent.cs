using System.Collections.Immutable;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>
/// A user agent for which no time is ever skipped: SIP knows lengths of time only, so a wall clock that is set forward must neither fire timer
/// B nor end a registration. Inside, time is behind by all that was skipped; what comes out is in the engine's time.
/// </summary>
internal sealed class SteadyUserAgent(IUserAgent inner) : IUserAgent
{
    private TimeSpan _skipped;

    public Instant? NextDeadline => inner.NextDeadline + _skipped;

    public int LegCount => inner.LegCount;

    public void Skip(TimeSpan by) => _skipped += by;

    public void Receive(Instant now, Flow source, ReadOnlyMemory<byte> message) => inner.Receive(now - _skipped, source, message);

    public void TransportFailed(Instant now, Flow flow) => inner.TransportFailed(now - _skipped, flow);

    public void Advance(Instant now) => inner.Advance(now - _skipped);

    public bool TryTakeOutgoing(out Outgoing outgoing) => inner.TryTakeOutgoing(out outgoing);

    public bool TryTakeEvent(out UserAgentEvent happened)
    {
        if (!inner.TryTakeEvent(out happened))
        {
            return false;
        }

        happened = happened switch
        {
            UserAgentEvent.Registered registered => registered with { Binding = Out(registered.Binding) },
            UserAgentEvent.Unregistered gone => gone with { Binding = Out(gone.Binding) },
            _ => happened,
        };
        return true;
    }

    public SipLeg Call(Instant now, OutgoingCall call) => inner.Call(now - _skipped, call);

    public void Ring(Instant now, SipLeg leg, int status, ReadOnlyMemory<byte>? answer) => inner.Ring(now - _skipped, leg, status, answer);

    public void Answer(Instant now, SipLeg leg, ReadOnlyMemory<byte> sdp) => inner.Answer(now - _skipped, leg, sdp);

    public void Reject(Instant now, SipLeg leg, int status, string reason, ImmutableArray<(string Name, string Value)> headers) =>
        inner.Reject(now - _skipped, leg, status, reason, headers);

    public void Hangup(Instant now, SipLeg leg, int? q850) => inner.Hangup(now - _skipped, leg, q850);

    public void Reoffer(Instant now, SipLeg leg, ReadOnlyMemory<byte> offer) => inner.Reoffer(now - _skipped, leg, offer);

    public void AnswerReoffer(Instant now, SipLeg leg, ReadOnlyMemory<byte> answer) => inner.AnswerReoffer(now - _skipped, leg, answer);

    public void RejectReoffer(Instant now, SipLeg leg, int status) => inner.RejectReoffer(now - _skipped, leg, status);

    public void AnswerReferral(Instant now, SipLeg leg, int status, string why) => inner.AnswerReferral(now - _skipped, leg, status, why);

    public void Restore(Instant now, IEnumerable<Binding> bindings) =>
        inner.Restore(now - _skipped, bindings.Select(b => b with { ExpiresAt = b.ExpiresAt - _skipped }));

    public IReadOnlyList<Binding> BindingsOf(string user) =>
        _skipped == TimeSpan.Zero ? inner.BindingsOf(user) : [.. inner.BindingsOf(user).Select(Out)];

    public bool HasHeard(SipLeg leg) => inner.HasHeard(leg);

    public Flow? PeerOf(SipLeg leg) => inner.PeerOf(leg);

    private Binding Out(Binding binding) => binding with { ExpiresAt = binding.ExpiresAt + _skipped };
}
