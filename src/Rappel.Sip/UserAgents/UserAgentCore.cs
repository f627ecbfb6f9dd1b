using System.Runtime.InteropServices;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Sip.UserAgents;

/// <summary>What all parts of a user agent share: its transactions, clock, legs, and the two queues to its owner.</summary>
internal sealed class UserAgentCore
{
    public const string Sdp = "application/sdp";

    /// <summary>Methods of requests that we serve.</summary>
    public static readonly string[] Methods = ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "INFO", "UPDATE", "REGISTER", "REFER"];

    /// <summary>Of a response, besides those that its kind adds.</summary>
    private const int UsualHeaders = 6;

    public static readonly SipHeader Allow = new(HeaderName.Allow, string.Join(", ", Methods));

    /// <summary>
    /// We support no extension whose option tag anybody asks for; the header says so (RFC 3261 §20.37). <c>Refer-Sub: false</c> is heeded wherever
    /// it comes; an INVITE with Replaces is not, so <c>replaces</c> is not promised.
    /// </summary>
    public static readonly SipHeader Supported = new(HeaderName.Supported, "");

    public UserAgentCore(UserAgentSettings settings, IUserAgentPolicy policy, Func<ulong> entropy, UserAgentLimits limits, TransactionTimers timers)
    {
        Settings = settings;
        Policy = policy;
        Limits = limits;
        Timers = timers;
        Entropy = entropy;
        Tokens = new Tokens(entropy);
        Endings = new Endings(this);
        Reoffers = new Reoffers(this);
        UserAgentHeader = new SipHeader(HeaderName.UserAgent, settings.Product);
        ServerHeader = new SipHeader(HeaderName.Server, settings.Product);
        Layer = new TransactionLayer(timers, Clock, limits.Transactions, Send);
        Host = settings.Address.Contains(':', StringComparison.Ordinal) ? $"[{settings.Address.Trim('[', ']')}]" : settings.Address;
    }

    public UserAgentSettings Settings { get; }

    public IUserAgentPolicy Policy { get; }

    public UserAgentLimits Limits { get; }

    public TransactionTimers Timers { get; }

    public Func<ulong> Entropy { get; }

    public Tokens Tokens { get; }

    public AlarmClock Clock { get; } = new();

    public TransactionLayer Layer { get; }

    public LegTable Legs { get; } = new();

    public Endings Endings { get; }

    public Reoffers Reoffers { get; }

    public SipHeader UserAgentHeader { get; }

    public SipHeader ServerHeader { get; }

    public Queue<Outgoing> Outgoing { get; } = new();

    public Queue<UserAgentEvent> Events { get; } = new();

    /// <summary>Our address as a URI has it.</summary>
    public string Host { get; }

    /// <summary>True where no new call can be taken for want of room.</summary>
    public bool IsOverloaded => Legs.Count >= Limits.Legs || Events.Count >= Limits.Events;

    public void Send(Flow flow, ReadOnlyMemory<byte> bytes) => Outgoing.Enqueue(new Outgoing(flow, bytes));

    public void Tell(UserAgentEvent happened) => Events.Enqueue(happened);

    public void Note(string kind, string text, Flow? source)
    {
        if (Events.Count < Limits.Events)
        {
            Events.Enqueue(new UserAgentEvent.Noted(kind, text, source));
        }
    }

    /// <summary>A Via of ours with a fresh branch; rport asks for the response on the way back (RFC 3581).</summary>
    public SipHeader Via(Flow flow)
    {
        var via = new Via(TransportName(flow), Host, Settings.Port, [("rport", null), ("branch", Tokens.Branch())]);
        return new SipHeader(HeaderName.Via, via.ToString(), via);
    }

    /// <summary>Where the peer reaches us over the transport of this flow.</summary>
    public SipHeader Contact(Flow flow, string? user)
    {
        var uri = SipUri.Sip(user, Host, Settings.Port);
        return new(HeaderName.Contact, new NameAddress(null, flow.Transport switch
        {
            SipTransport.Tcp => uri.With("transport", "tcp"),
            SipTransport.Ws => uri.With("transport", "ws"),
            _ => uri,
        }, []).ToString());
    }

    /// <summary>A response to this request (RFC 3261 §8.2.6). A tag is added to the To where it has none.</summary>
    public SipResponse Response(InboundRequest request, int status, string? tag, params ReadOnlySpan<SipHeader> further)
    {
        var message = request.Message;
        var headers = new List<SipHeader>(UsualHeaders + further.Length);
        message.Copy(HeaderName.Via, headers);
        if (status == 100)
        {
            message.Copy(HeaderName.Timestamp, headers);
        }

        message.Copy(HeaderName.From, headers);
        if (status == 100 || request.To.Tag is not null || tag is null)
        {
            message.Copy(HeaderName.To, headers);
        }
        else
        {
            headers.Add(new(HeaderName.To, request.To.WithTag(tag)));
        }

        message.Copy(HeaderName.CallId, headers);
        message.Copy(HeaderName.CSeq, headers);
        headers.AddRange(further);
        headers.Add(ServerHeader);
        return new SipResponse(status, ReasonPhrases.Of(status), headers, default);
    }

    /// <summary>A response with a session: where we are reached, what we can do, and the description.</summary>
    /// <param name="makesDialog">True for one outside a dialog (§12.1.1): it tells the way it came back.</param>
    public SipResponse Response(InboundRequest request, int status, Leg leg, ReadOnlyMemory<byte> sdp, bool makesDialog)
    {
        List<SipHeader> further = [];
        if (makesDialog)
        {
            request.Message.Copy(HeaderName.RecordRoute, further);
        }

        further.AddRange([Contact(request.Source, leg.ContactUser), Allow, Supported, .. Body.Typed(sdp, Sdp)]);
        var response = Response(request, status, leg.LocalTag, CollectionsMarshal.AsSpan(further));
        response.Body = sdp;
        return response;
    }

    /// <summary>Answers without a transaction (§8.2.7): a stranger can neither fill our memory nor have a refusal repeated at a forged address.</summary>
    public void Refuse(InboundRequest request, int status, params ReadOnlySpan<SipHeader> further)
    {
        if (request.Method != "ACK")
        {
            Send(request.ResponseFlow, SipWriter.Write(Response(request, status, Tokens.StatelessTag(request), further)));
        }
    }

    /// <summary>503 with Retry-After.</summary>
    public void Overloaded(InboundRequest request) => Refuse(request, 503, RetryAfter);

    public SipHeader RetryAfter => new("Retry-After", $"{(int)Limits.RetryAfter.TotalSeconds}");

    /// <summary>The Reason header of RFC 3326 for a Q.850 cause.</summary>
    public static SipHeader[] Reason(int? q850) => q850 is { } cause ? [new(HeaderName.Reason, $"Q.850;cause={cause}")] : [];

    /// <summary>The Q.850 cause of a Reason header; null where there is none.</summary>
    public static int? CauseOf(SipMessage message) => CauseOf(message, "Q.850") is { } q850 and > 0 and < 128 ? q850 : null;

    /// <summary>A BYE for the reason that nothing came from us in time (408): nobody at the peer hung up.</summary>
    public static bool HasLostUs(SipMessage bye) => CauseOf(bye, "SIP") == 408;

    private static int? CauseOf(SipMessage message, string protocol)
    {
        foreach (var value in message.List("Reason"))
        {
            var parts = value.Split(';', StringSplitOptions.TrimEntries);
            var cause = parts.FirstOrDefault(p => p.StartsWith("cause", StringComparison.OrdinalIgnoreCase))?.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Equals(protocol, StringComparison.OrdinalIgnoreCase) && cause is [_, var number] && int.TryParse(number, out var code))
            {
                return code;
            }
        }

        return null;
    }

    private static string TransportName(Flow flow) => flow.Transport switch
    {
        SipTransport.Udp => "UDP",
        SipTransport.Tcp => "TCP",
        _ => "WS",
    };
}
