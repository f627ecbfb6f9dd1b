using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Watching;
using Rappel.Engine.Telephony.Flows;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>All legs: opens and closes them, agrees on their media, and says what they hear.</summary>
internal sealed class LegBook(EngineContext context)
{
    public const string SdpType = "application/sdp";

    private readonly Dictionary<SipLeg, Leg> _bySip = [];
    private readonly Dictionary<MediaSessionId, Leg> _byMedia = [];

    public int Count => _bySip.Count;

    /// <summary>In no order that means anything.</summary>
    public IReadOnlyCollection<Leg> All => _bySip.Values;

    /// <summary>The leg of an agent's phone that is up; null where the agent is in no call.</summary>
    public Leg? OfAgent(string agent) => _bySip.Values.Where(leg => leg.IsUp && leg.Agent == agent).MinBy(leg => leg.Id.Value);

    public Leg? Find(SipLeg sip) => _bySip.GetValueOrDefault(sip);

    public Leg? Find(MediaSessionId media) => _byMedia.GetValueOrDefault(media);

    /// <summary>The legs of one call, callback or message, in the order they came.</summary>
    public ImmutableArray<Leg> Of(WorkId work) => [.. _bySip.Values.Where(l => l.Work == work).OrderBy(l => l.Id.Value)];

    /// <summary>Calls under way through a trunk, both directions.</summary>
    public int CallsThrough(string trunk) => _throughTrunk.GetValueOrDefault(trunk);

    private readonly Dictionary<string, int> _throughTrunk = [];

    /// <summary>Answers an incoming call. Where its media does not fit, or no port is left, it is refused here and null is given.</summary>
    /// <param name="refused">The outcome to record where null is given.</param>
    public Leg? Accept(UserAgentEvent.Called call, TrunkSnapshot? trunk, ILegOwner owner, out string refused)
    {
        refused = "refused: overload";
        if (!context.Ports.TryTake(out var port))
        {
            Refuse(call.Leg, 503, "No Media Port", ("Retry-After", EngineLimits.PortRetryAfter));
            context.Log(LogLevel.Warning, "no-media-port", "a call was refused because no RTP port was ready: calls came faster than ports were bound, or RTP_PORTS is too narrow");
            return null;
        }

        var leg = NewLeg(port, trunk, owner);
        leg.IsInBrowser = call.Source.Transport == SipTransport.Ws;
        leg.Security = LegSecurity.For(context, call.Source);
        context.Current.Id = leg.Work;
        byte[] body;
        if (call.Offer is { } offer)
        {
            if (LegSecurity.Answer(context, leg, offer.Span, out var refusal) is not { } answer)
            {
                context.Ports.Add(port);
                Refuse(call.Leg, 488, "Not Acceptable Here");
                refused = "refused: media";
                context.Log(LogLevel.Note, "media-refused", $"an offer of {call.Source} does not fit: {refusal}");
                return null;
            }

            leg.Parameters = answer.Parameters;
            body = answer.Body;
        }
        else
        {
            body = leg.OfferOut = SdpNegotiation.Offer(Local(leg), MediaDirection.SendReceive);
        }

        Register(leg, call.Leg);
        context.UserAgent.Answer(context.Now, leg.Sip, body);
        return leg;
    }

    /// <summary>Calls out. False where no media port is left.</summary>
    /// <param name="describe">Gives the call its target; asked once, without a body, which is filled in here.</param>
    public bool TryDial(TrunkSnapshot? trunk, ILegOwner owner, Func<ReadOnlyMemory<byte>, OutgoingCall> describe, [NotNullWhen(true)] out Leg? leg)
    {
        leg = null;
        if (!context.Ports.TryTake(out var port))
        {
            context.Log(LogLevel.Warning, "no-media-port", "a call was not made because no RTP port was ready: calls came faster than ports were bound, or RTP_PORTS is too narrow");
            return false;
        }

        leg = NewLeg(port, trunk, owner);

        // Where it goes decides what is offered: a browser wants another description than a phone.
        var call = describe(default);
        leg.IsInBrowser = call.Route.Transport == SipTransport.Ws;
        leg.Security = LegSecurity.For(context, call.Route);
        leg.OfferOut = SdpNegotiation.Offer(Local(leg), MediaDirection.SendReceive);
        Register(leg, context.UserAgent.Call(context.Now, call with { Body = leg.OfferOut }));
        return true;
    }

    public void Refuse(SipLeg leg, int status, string reason, params ImmutableArray<(string, string)> headers) =>
        context.UserAgent.Reject(context.Now, leg, status, reason, headers);

    /// <summary>Ends a leg, whatever its state. Its owner hears nothing more of it.</summary>
    public void Hangup(Leg? leg, int? q850 = null)
    {
        if (leg is null || leg.IsOver)
        {
            return;
        }

        context.UserAgent.Hangup(context.Now, leg.Sip, q850);
        Close(leg);
    }

    /// <summary>Ends a leg whose peer is not there (any more), and tells its owner.</summary>
    public void GiveUp(Leg leg, EndCause cause)
    {
        if (!leg.IsOver)
        {
            Hangup(leg);
            leg.Owner.Ended(leg, cause);
        }
    }

    /// <summary>Forgets a leg that is over and gives its port back.</summary>
    public void Close(Leg leg)
    {
        if (leg.IsOver)
        {
            return;
        }

        leg.IsOver = true;
        leg.IsUp = false;
        _bySip.Remove(leg.Sip);
        _byMedia.Remove(leg.Media);
        if (leg.Trunk is not null)
        {
            _throughTrunk[leg.Trunk]--;
        }

        context.Order(new MediaOrder.Close(leg.Media));
        leg.Conference?.Dismiss(leg);
        context.Watches.Moved(leg);
    }

    /// <summary>Plays these once; the owner's PlayEnded carries the token given back.</summary>
    public int Speak(Leg leg, ImmutableArray<AudioSegment> segments)
    {
        context.Order(new MediaOrder.Speak(leg.Media, ++leg.PlayToken, segments));
        return leg.PlayToken;
    }

    public void PlayMusic(Leg leg, AudioSegment? source)
    {
        leg.PlayToken++;
        context.Order(new MediaOrder.Music(leg.Media, source));
    }

    public void PlayRinging(Leg leg)
    {
        leg.PlayToken++;
        context.Order(new MediaOrder.RingingTone(leg.Media));
    }

    public void StopPlaying(Leg leg)
    {
        leg.PlayToken++;
        context.Order(new MediaOrder.Do(new MediaCommand.StopPlaying(leg.Media)));
    }

    /// <summary>Listens for who answers; the owner hears of the verdict and of the greeting's end.</summary>
    public void ListenForGreeting(Leg leg) =>
        context.Order(new MediaOrder.Do(new MediaCommand.ListenForGreeting(leg.Media, ++leg.ListenToken)));

    public void StopListening(Leg leg)
    {
        leg.ListenToken++;
        context.Order(new MediaOrder.Do(new MediaCommand.StopListening(leg.Media)));
    }

    /// <summary>As telephone-events, as if somebody at our end pressed them.</summary>
    public void SendKeys(Leg leg, string keys) => context.Order(new MediaOrder.Do(new MediaCommand.SendDigits(leg.Media, keys)));

    public void Bridge(Leg one, Leg other)
    {
        one.PlayToken++;
        other.PlayToken++;
        context.Order(new MediaOrder.Do(new MediaCommand.Bridge(one.Media, other.Media)));
    }

    public void Unbridge(Leg leg) => context.Order(new MediaOrder.Do(new MediaCommand.Unbridge(leg.Media)));

    /// <summary>Hears these, mixed.</summary>
    /// <param name="isNew">What plays to it ends.</param>
    public void Mix(Leg leg, ImmutableArray<Leg> hears, bool isNew)
    {
        if (isNew)
        {
            StopPlaying(leg);
        }

        context.Order(new MediaOrder.Do(new MediaCommand.Mix(leg.Media, [.. hears.Select(other => other.Media)])));
    }

    public void Unmix(Leg leg) => context.Order(new MediaOrder.Do(new MediaCommand.Unmix(leg.Media)));

    /// <summary>Takes what the peer agreed to; false where it does not fit what we offered.</summary>
    public bool TryAgree(Leg leg, ReadOnlySpan<byte> answer)
    {
        if (leg.OfferOut is null || !SdpNegotiation.TryAccept(leg.OfferOut, answer, out var parameters, out _))
        {
            return false;
        }

        leg.OfferOut = null;
        leg.Parameters = parameters;
        leg.Security?.Agreed(parameters!);
        Configure(leg);
        return true;
    }

    /// <summary>Tells the media machine what is agreed on.</summary>
    public void Configure(Leg leg)
    {
        if (leg.Parameters is { } parameters)
        {
            context.Order(new MediaOrder.Do(new MediaCommand.Configure(leg.Media, parameters)));
        }
    }

    public SdpLocal Local(Leg leg) =>
        new(context.Settings.Address, leg.Port, leg.Codecs, leg.Id.Value, ++leg.SdpVersion) { Secured = leg.Security?.Local() };

    private Leg NewLeg(int port, TrunkSnapshot? trunk, ILegOwner owner)
    {
        var id = context.NewLeg();
        return new Leg(id, context.NewMedia(), port, trunk?.Key, CodecsOf(trunk), owner)
        {
            Work = owner switch
            {
                // What breaks at a watcher's leg must end no call.
                Watch => null,
                InboundCall => new WorkId(WorkKind.LiveCall, id.Value),
                PhoneRinging ringing => ringing.Work,
                SeatReturn awaited => awaited.Work,
                _ => context.Current.Id,
            },
        };
    }

    private void Register(Leg leg, SipLeg sip)
    {
        leg.Sip = sip;
        _bySip[sip] = leg;
        _byMedia[leg.Media] = leg;
        if (leg.Trunk is not null)
        {
            _throughTrunk[leg.Trunk] = CallsThrough(leg.Trunk) + 1;
        }

        context.Order(new MediaOrder.Open(
            leg.Media, leg.Port, (uint)context.Entropy(), (ushort)(context.Entropy() & 0x7FFF), (uint)context.Entropy()));
        Configure(leg);
    }

    private static ImmutableArray<G711> CodecsOf(TrunkSnapshot? trunk) =>
        trunk is null
            ? [G711.Pcmu, G711.Pcma]
            : [.. trunk.Codecs.Select(codec => codec == "PCMA" ? G711.Pcma : G711.Pcmu)];
}
