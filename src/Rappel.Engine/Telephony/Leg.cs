using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Telephony.Flows;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>One SIP dialog with its media, and who answers for it.</summary>
internal sealed class Leg(LegId id, MediaSessionId media, int port, string? trunk, ImmutableArray<G711> codecs, ILegOwner owner)
{
    public LegId Id { get; } = id;

    public MediaSessionId Media { get; } = media;

    public int Port { get; } = port;

    /// <summary>Key of the trunk it goes through; null for an agent's phone.</summary>
    public string? Trunk { get; } = trunk;

    /// <summary>In our order of preference.</summary>
    public ImmutableArray<G711> Codecs { get; } = codecs;

    public ILegOwner Owner { get; set; } = owner;

    /// <summary>Whose leg it is: the call, callback or message it was made or taken for; null for none.</summary>
    public WorkId? Work { get; set; }

    public SipLeg Sip { get; set; }

    /// <summary>Agreed on by both sides and not yet over.</summary>
    public bool IsUp { get; set; }

    public bool IsOver { get; set; }

    /// <summary>A customer who has heard that the call is recorded: once is enough, whoever it goes on to.</summary>
    public bool IsToldOfRecording { get; set; }

    /// <summary>Our offer that waits for its answer.</summary>
    public byte[]? OfferOut { get; set; }

    /// <summary>SDP session version, counted up with each body we send (RFC 3264 §8).</summary>
    public long SdpVersion { get; set; }

    public MediaParameters? Parameters { get; set; }

    /// <summary>Of a browser's leg; null where audio goes in the clear.</summary>
    public LegSecurity? Security { get; set; }

    /// <summary>The other end is a page, which may be closed or loaded again in mid-call.</summary>
    public bool IsInBrowser { get; set; }

    /// <summary>A page has ended its audio and not said that it hung up: when that is taken to mean that it is gone. Null otherwise.</summary>
    public Agenda.Appointment? Goodbye { get; set; }

    /// <summary>Key of the agent whose phone it is; null for a customer's leg, and for somebody who is no agent.</summary>
    public string? Agent { get; set; }

    /// <summary>The conversation it takes part in; null while it takes part in none.</summary>
    public Conference? Conference { get; set; }

    /// <summary>Once a key came as a telephone-event, the same key by INFO is a duplicate.</summary>
    public bool KeysComeInRtp { get; set; }

    /// <summary>Counts what is played, so that the end of something replaced is told from the end of what plays.</summary>
    public int PlayToken { get; set; }

    /// <summary>Counts what is listened for, as <see cref="PlayToken"/> counts what is played.</summary>
    public int ListenToken { get; set; }

    /// <summary>The peer does not want to hear us now (hold).</summary>
    public bool IsHeld => Parameters is { Direction: MediaDirection.ReceiveOnly or MediaDirection.Inactive };
}
