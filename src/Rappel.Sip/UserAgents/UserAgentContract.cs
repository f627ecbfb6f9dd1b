using System.Collections.Immutable;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.UserAgents;

/// <summary>What we are called on the wire.</summary>
/// <param name="Address">Numeric IP address for Via, Contact and the like.</param>
/// <param name="Realm">Of our digest challenges.</param>
public sealed record UserAgentSettings(string Address, int Port, string Realm, string Product);

/// <summary>One dialog (or the INVITE that may become one) as the user agent numbers it. Unique in its life.</summary>
public readonly record struct SipLeg(long Value)
{
    public override string ToString() => $"sip-{Value}";
}

/// <summary>What to call.</summary>
/// <param name="To">Where to: also the request URI.</param>
/// <param name="Route">Where the INVITE is sent: a trunk's address, or the flow a phone registered over.</param>
/// <param name="DisplayName">Caller name shown; may hold any Unicode text.</param>
/// <param name="Body">SDP offer.</param>
/// <param name="Headers">Further headers, for example P-Asserted-Identity.</param>
/// <param name="Credentials">For a peer that challenges; null for none.</param>
public sealed record OutgoingCall(
    SipUri To, Flow Route, SipUri From, string? DisplayName, ReadOnlyMemory<byte> Body, string ContentType,
    ImmutableArray<(string Name, string Value)> Headers, DigestCredentials? Credentials);

public sealed record DigestCredentials(string UserName, string Password)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => UserName;
}

/// <summary>A contact a phone registered.</summary>
/// <param name="User">User part of the address of record, for example <c>1001</c>.</param>
public sealed record Binding(string User, SipUri Contact, Flow Flow, Instant ExpiresAt, string UserAgentName, string CallId, uint CSeq);

/// <summary>Answers the questions that a user agent has about its world. Pure reads of the current configuration.</summary>
public interface IUserAgentPolicy
{
    /// <summary>True where requests from this address are taken without a password (a trunk).</summary>
    bool IsTrusted(Flow source);

    /// <summary>The password of a user that may register and call; null for an unknown one.</summary>
    string? PasswordOf(string user);

    /// <summary>The user who is known to be at the other end of a WebSocket, and needs no password on it; null for nobody.</summary>
    string? UserAt(Flow flow) => null;

    /// <summary>Whether this user may have a phone there: some are reached by their desk phone alone, others in the browser alone.</summary>
    bool MayRegister(string user, Flow flow) => true;

    /// <summary>True while no new call is taken (draining or overload): answered 503 with Retry-After.</summary>
    bool IsClosed { get; }
}

/// <summary>What a user agent tells its owner. Leg-related events come in the order they happened.</summary>
public abstract record UserAgentEvent
{
    /// <summary>A new call, already through loop, extension and authentication checks; 100 was sent. Answer with Ring, Answer or Reject.</summary>
    /// <param name="Offer">Null for a late offer: Answer then carries our offer and the answer comes with Confirmed.</param>
    /// <param name="User">The registered user that calls; null for a trunk.</param>
    public sealed record Called(SipLeg Leg, SipRequest Invite, Flow Source, string? User, ReadOnlyMemory<byte>? Offer) : UserAgentEvent;

    /// <summary>1xx but 100 for our INVITE.</summary>
    public sealed record Progressed(SipLeg Leg, int Status, ReadOnlyMemory<byte>? Answer) : UserAgentEvent;

    /// <summary>2xx for our INVITE; the ACK has gone.</summary>
    public sealed record Answered(SipLeg Leg, ReadOnlyMemory<byte>? Answer) : UserAgentEvent;

    /// <summary>Our INVITE came to nothing. The leg is over.</summary>
    /// <param name="Status">SIP status; 408 for a timeout, 503 for a transport failure, 487 where we cancelled.</param>
    /// <param name="Q850">Cause from a Reason header; null where there is none.</param>
    /// <param name="Local">True where no peer said so: timeout, transport failure, our own cancel.</param>
    public sealed record Failed(SipLeg Leg, int Status, string Reason, int? Q850, bool Local) : UserAgentEvent;

    /// <summary>The ACK to our 2xx arrived.</summary>
    public sealed record Confirmed(SipLeg Leg, ReadOnlyMemory<byte>? Answer) : UserAgentEvent;

    /// <summary>The leg is over: BYE or CANCEL came, or the ACK never did. Not given after our own Hangup.</summary>
    public sealed record Ended(SipLeg Leg, EndCause Cause, int? Q850) : UserAgentEvent;

    /// <summary>A re-INVITE or UPDATE with an offer (or none: late). Answer with AnswerReoffer or RejectReoffer.</summary>
    public sealed record Reoffered(SipLeg Leg, ReadOnlyMemory<byte>? Offer) : UserAgentEvent;

    /// <summary>Our own Reoffer was answered (null: refused; the session stays as it was).</summary>
    public sealed record ReofferAnswered(SipLeg Leg, ReadOnlyMemory<byte>? Answer) : UserAgentEvent;

    /// <summary>The peer wants whom it talks with sent elsewhere (REFER, RFC 3515). Answer with AnswerReferral.</summary>
    /// <param name="To">SIP, SIPS or tel URI without headers.</param>
    /// <param name="Replaced">The call of ours whose place is to be taken, where the peer names one (RFC 5589 §7); null for none.</param>
    public sealed record Referred(SipLeg Leg, SipUri To, SipLeg? Replaced) : UserAgentEvent;

    /// <summary>An INFO body (DTMF relay); 200 was sent.</summary>
    public sealed record Told(SipLeg Leg, string ContentType, ReadOnlyMemory<byte> Body) : UserAgentEvent;

    public sealed record Registered(Binding Binding) : UserAgentEvent;

    /// <param name="Expired">False where the phone asked for it.</param>
    public sealed record Unregistered(string User, Binding Binding, bool Expired) : UserAgentEvent;

    /// <summary>Something an operator may want to count or read: malformed input, refused authentication, a limit reached.</summary>
    public sealed record Noted(string Kind, string Text, Flow? Source) : UserAgentEvent;
}

public enum EndCause
{
    Bye,
    Cancelled,
    NoAck,
    TransportFailed,

    /// <summary>Nobody hung up: the peer has gone without a word, or said that it hears us no longer.</summary>
    Lost,
}

/// <summary>A message for the shell to send.</summary>
public readonly record struct Outgoing(Flow Flow, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// A SIP user agent, registrar and both transaction sides as one machine told the time. No socket, clock or randomness inside: entropy is injected.
/// Legs are the owner's handle for dialogs. Every command on a leg that is over is ignored.
/// </summary>
public interface IUserAgent
{
    /// <summary>A datagram, or one framed message of a stream, came in.</summary>
    void Receive(Instant now, Flow source, ReadOnlyMemory<byte> message);

    /// <summary>The shell could not send on this flow, or its connection closed. A browser that registered over it has a short grace to come back in.</summary>
    void TransportFailed(Instant now, Flow flow);

    /// <summary>Timers. To be called at <see cref="NextDeadline"/> or later.</summary>
    void Advance(Instant now);

    Instant? NextDeadline { get; }

    bool TryTakeOutgoing(out Outgoing outgoing);

    bool TryTakeEvent(out UserAgentEvent happened);

    SipLeg Call(Instant now, OutgoingCall call);

    /// <summary>180, or 183 where there is an early answer.</summary>
    void Ring(Instant now, SipLeg leg, int status, ReadOnlyMemory<byte>? answer);

    /// <summary>200. <paramref name="sdp"/> is the answer, or for a late offer our offer.</summary>
    void Answer(Instant now, SipLeg leg, ReadOnlyMemory<byte> sdp);

    /// <summary>Final refusal of an incoming INVITE.</summary>
    void Reject(Instant now, SipLeg leg, int status, string reason, ImmutableArray<(string Name, string Value)> headers);

    /// <summary>Ends a leg whatever its state: CANCEL (and BYE where a 2xx crosses it), BYE, or 487/480 for an INVITE not yet answered.</summary>
    /// <param name="q850">Put in a Reason header where given.</param>
    void Hangup(Instant now, SipLeg leg, int? q850);

    /// <summary>Sends a re-INVITE with this offer.</summary>
    void Reoffer(Instant now, SipLeg leg, ReadOnlyMemory<byte> offer);

    void AnswerReoffer(Instant now, SipLeg leg, ReadOnlyMemory<byte> answer);

    void RejectReoffer(Instant now, SipLeg leg, int status);

    /// <summary>202, and the peer is told that it was done; or a refusal. A hang-up asked for before waits until the peer knows.</summary>
    /// <param name="status">200 where it was done; 300 or more refuses.</param>
    /// <param name="why">Of a refusal, for people.</param>
    void AnswerReferral(Instant now, SipLeg leg, int status, string why);

    /// <summary>Bindings from the store, at start.</summary>
    void Restore(Instant now, IEnumerable<Binding> bindings);

    /// <summary>Current contacts of a user, most recent first; empty where none is registered.</summary>
    IReadOnlyList<Binding> BindingsOf(string user);

    /// <summary>True once the peer has answered our INVITE with anything at all, 100 included. False for a leg that is over.</summary>
    bool HasHeard(SipLeg leg);

    /// <summary>Where a leg's peer is; null before there is a dialog, and for a leg that is over.</summary>
    Flow? PeerOf(SipLeg leg);

    /// <summary>Dialogs and INVITEs under way.</summary>
    int LegCount { get; }
}
