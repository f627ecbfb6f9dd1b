using System.Globalization;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Transports;

namespace Rappel.Engine.Telephony.Flows;

/// <summary>What a leg to or from a browser has besides: our names and secrets of ICE, and what was agreed on last.</summary>
internal sealed class LegSecurity
{
    private readonly EngineContext _context;
    private string _fragment = "";
    private string _password = "";
    private SecuredMedia? _agreed;

    private LegSecurity(EngineContext context)
    {
        _context = context;
        Renew();
    }

    /// <summary>Null for a leg whose audio goes in the clear: any but a browser's, and all where this machine cannot secure any.</summary>
    public static LegSecurity? For(EngineContext context, Flow flow) =>
        flow.Transport == SipTransport.Ws && context.Settings.Fingerprint is not null ? new LegSecurity(context) : null;

    public SecuredLocal Local() => new(_fragment, _password, _context.Settings.Fingerprint!, _context.Settings.ReachedAt) { Established = _agreed?.Role };

    /// <summary>Answers an offer; null with the reason where it does not fit.</summary>
    public static SdpAnswer? Answer(EngineContext context, Leg leg, ReadOnlySpan<byte> offer, out string refusal)
    {
        if (!SdpNegotiation.TryAnswer(offer, context.Legs.Local(leg), MediaDirection.SendReceive, out var answer, out refusal)
            || answer?.Parameters.Secured is not { } secured || leg.Security is not { } security)
        {
            return answer;
        }

        // A browser that looks for a path anew (RFC 8839 §4.4.1.1) is answered with new names of ours; one with another certificate begins anew.
        if (security.Renews(secured))
        {
            SdpNegotiation.TryAnswer(offer, context.Legs.Local(leg), MediaDirection.SendReceive, out answer, out refusal);
        }

        security._agreed = answer?.Parameters.Secured;
        return answer;
    }

    /// <summary>The browser took an offer of ours.</summary>
    public void Agreed(MediaParameters parameters) => _agreed = parameters.Secured ?? _agreed;

    private bool Renews(SecuredMedia secured)
    {
        if (_agreed is not { } before || before.RemoteFragment == secured.RemoteFragment)
        {
            return false;
        }

        _agreed = before.Fingerprint == secured.Fingerprint ? before : null;
        Renew();
        return true;
    }

    /// <summary>RFC 8445 §5.3: at least 24 random bits, and 128.</summary>
    private void Renew()
    {
        _fragment = Random()[..8];
        _password = Random() + Random();
    }

    private string Random() => _context.Entropy().ToString("x16", CultureInfo.InvariantCulture);
}
