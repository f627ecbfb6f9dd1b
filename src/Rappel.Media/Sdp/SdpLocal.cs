using System.Collections.Immutable;
using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>Our end of a call's audio.</summary>
/// <param name="Address">Numeric IP that the peer can reach.</param>
/// <param name="Port">The even RTP port; RTCP is on the next.</param>
/// <param name="Codecs">Ours, dearest first; at least one.</param>
/// <param name="SessionId">Of the o= line; the same for the whole dialog.</param>
/// <param name="SessionVersion">Counted up by the owner with every description that differs from the last (RFC 3264 §8).</param>
/// <param name="TelephoneEvents">Whether keys are offered and taken as RFC 4733 events.</param>
public sealed record SdpLocal(
    string Address, int Port, ImmutableArray<G711> Codecs, long SessionId, long SessionVersion, bool TelephoneEvents = true)
{
    /// <summary>For a browser; null where audio goes in the clear.</summary>
    public SecuredLocal? Secured { get; init; }
}
