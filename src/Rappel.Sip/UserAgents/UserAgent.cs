using System.Collections.Immutable;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.Registrations;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Sip.UserAgents;

/// <summary>The user agent of <see cref="IUserAgent"/>: hands each input to the part that knows it.</summary>
public sealed class UserAgent : IUserAgent
{
    private readonly UserAgentCore _core;
    private readonly Registrar _registrar;
    private readonly UserAgentServer _server;

    public UserAgent(UserAgentSettings settings, IUserAgentPolicy policy, Func<ulong> entropy)
        : this(settings, policy, entropy, UserAgentLimits.Default, TransactionTimers.Default)
    {
    }

    public UserAgent(UserAgentSettings settings, IUserAgentPolicy policy, Func<ulong> entropy, UserAgentLimits limits, TransactionTimers timers)
    {
        _core = new UserAgentCore(settings, policy, entropy, limits, timers);
        _registrar = new Registrar(limits, _core.Clock, _core.Tell) { Moved = Moved };
        _server = new UserAgentServer(_core, _registrar);
    }

    public Instant? NextDeadline => _core.Clock.Next;

    public int LegCount => _core.Legs.Count;

    public bool HasHeard(SipLeg leg) => _core.Legs.TryGet(leg, out var found) && found.Caller is not { HasHeard: false };

    public Flow? PeerOf(SipLeg leg) => _core.Legs.TryGet(leg, out var found) ? found.Dialog?.Peer : null;

    /// <summary>Transactions under way, of both sides; they outlive their legs a little (RFC 3261 §17).</summary>
    public int TransactionCount => _core.Layer.Count;

    /// <summary>Timers set.</summary>
    public int AlarmCount => _core.Clock.Count;

    public void Receive(Instant now, Flow source, ReadOnlyMemory<byte> message)
    {
        if (IsKeepAlive(message.Span))
        {
            return;
        }

        if (!SipParser.TryParse(message, out var parsed, out var error))
        {
            _core.Note("malformed", error.Reason, source);
            if (error is { Status: > 0, Partial: { } partial } && InboundRequest.TryRead(partial, source, out var broken))
            {
                _core.Refuse(broken, error.Status);
            }

            return;
        }

        switch (parsed)
        {
            case SipResponse response:
                _core.Layer.Receive(now, response);
                break;
            case SipRequest request when InboundRequest.TryRead(request, source, out var inbound):
                _server.Receive(now, inbound);
                break;
        }
    }

    public void TransportFailed(Instant now, Flow flow)
    {
        _core.Layer.TransportFailed(now, flow);
        _registrar.TransportFailed(now, flow);
        if (flow is { Transport: not SipTransport.Udp, Connection: not 0 })
        {
            foreach (var leg in _core.Legs.All.Where(l => l.Dialog?.Peer == flow))
            {
                leg.Dialog!.Peer = flow with { Connection = 0 };
            }
        }
    }

    public void Advance(Instant now) => _core.Clock.Advance(now);

    public bool TryTakeOutgoing(out Outgoing outgoing) => _core.Outgoing.TryDequeue(out outgoing);

    public bool TryTakeEvent(out UserAgentEvent happened) => _core.Events.TryDequeue(out happened!);

    public SipLeg Call(Instant now, OutgoingCall call)
    {
        var leg = new Leg(_core.Legs.NextNumber(), _core.Tokens.CallId(), _core.Tokens.Tag())
        {
            State = LegState.Calling,
            ContactUser = call.From.User,
            Digest = call.Credentials is { } credentials ? new DigestResponder(credentials, _core.Entropy) : null,
        };
        if (_core.IsOverloaded)
        {
            _core.Tell(new UserAgentEvent.Failed(leg.Id, 503, "Too many calls", null, true));
            return leg.Id;
        }

        _core.Legs.Add(leg);
        leg.Caller = new CallerInvite(_core, leg, call);
        leg.Caller.Start(now);
        return leg.Id;
    }

    public void Ring(Instant now, SipLeg leg, int status, ReadOnlyMemory<byte>? answer)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            found.Callee?.Ring(now, status, answer);
        }
    }

    public void Answer(Instant now, SipLeg leg, ReadOnlyMemory<byte> sdp)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            found.Callee?.Answer(now, sdp);
            found.Caller?.Acknowledge(sdp);
        }
    }

    public void Reject(Instant now, SipLeg leg, int status, string reason, ImmutableArray<(string Name, string Value)> headers)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            found.Callee?.Refuse(now, status is >= 300 and < 700 ? status : 480, reason, [.. headers.Select(h => new SipHeader(h.Name, h.Value))]);
        }
    }

    public void Hangup(Instant now, SipLeg leg, int? q850)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            _core.Endings.Hangup(now, found, q850);
        }
    }

    public void Reoffer(Instant now, SipLeg leg, ReadOnlyMemory<byte> offer)
    {
        if (_core.Legs.TryGet(leg, out var found) && found.State != LegState.Ending)
        {
            _core.Reoffers.Want(now, found, offer);
        }
    }

    public void AnswerReoffer(Instant now, SipLeg leg, ReadOnlyMemory<byte> answer)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            found.PeerReoffer?.Answer(now, answer);
            found.OwnReoffer?.Acknowledge(now, answer);
        }
    }

    public void RejectReoffer(Instant now, SipLeg leg, int status)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            found.PeerReoffer?.Reject(now, status);
        }
    }

    public void AnswerReferral(Instant now, SipLeg leg, int status, string why)
    {
        if (_core.Legs.TryGet(leg, out var found))
        {
            found.Referral?.Answer(now, status is >= 300 and < 700 ? status : 202, why);
        }
    }

    public void Restore(Instant now, IEnumerable<Binding> bindings) => _registrar.Restore(now, bindings);

    public IReadOnlyList<Binding> BindingsOf(string user) => _registrar.BindingsOf(user);

    /// <summary>
    /// A page is back, over a connection of its own: what waited for an answer over the one before will get none, and its calls go on over the new
    /// one. It is the same page by the name it made up for itself (RFC 7118 §5.1): one that was loaded anew has another.
    /// </summary>
    private void Moved(Instant now, Flow before, Binding binding)
    {
        if (!before.IsLost)
        {
            TransportFailed(now, before);
        }

        foreach (var leg in _core.Legs.All.Where(l => l.Dialog is { Peer.IsLost: true } dialog && IsOf(dialog.RemoteTarget, binding.Contact)))
        {
            leg.Dialog!.Peer = binding.Flow;
        }
    }

    /// <summary>In calls a page adds parameters to its name, so user and host decide.</summary>
    private static bool IsOf(SipUri target, SipUri contact) =>
        target.User == contact.User && target.Host.Equals(contact.Host, StringComparison.OrdinalIgnoreCase) && target.Port == contact.Port;

    /// <summary>Blank lines that keep a NAT open (RFC 5626 §3.5.1 and its like over UDP), or the zero bytes some phones send.</summary>
    private static bool IsKeepAlive(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)'\r', (byte)'\n', (byte)0);
}
