using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Sip.UserAgents;

/// <summary>What all parts of a user agent share: its transactions, clock, legs, and the two queues to its owner.</summary>
internal sealed class UserAgentCore
{
    public const string Sdp = "application/sdp";

    /// <summary>Methods of requests that we serve.</summary>
    public static readonly string[] Methods = ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "INFO", "UPDATE", "REGISTER"];

    private static readonly string AllowValue = string.Join(", ", Methods);

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
        UserAgentHeader = new SipHeader("User-Agent", settings.Product);
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

    public Queue<Outgoing> Outgoing { get; } = new();

    public Queue<UserAgentEvent> Events { get; } = new();

    /// <summary>Our address as a URI has it.</summary>
    public string Host { get; }

    /// <summary>True where no new call can be taken for want of room.</summary>
    public bool IsOverloaded => Legs.Count >= Limits.Legs || Events.Count >= Limits.Events;

    public static SipHeader Allow => new("Allow", AllowValue);

    /// <summary>We support no extension that has an option tag; the header says so (RFC 3261 §20.37).</summary>
    public static SipHeader Supported => new("Supported", "");

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
    public string Via(Flow flow) =>
        new Via(TransportName(flow), Host, Settings.Port, [("rport", null), ("branch", Tokens.Branch())]).ToString();

    /// <summary>Where the peer reaches us over the transport of this flow.</summary>
    public SipHeader Contact(Flow flow, string? user)
    {
        var uri = SipUri.Sip(user, Host, Settings.Port);
        return new("Contact", new NameAddress(null, flow.Transport == SipTransport.Tcp ? uri.With("transport", "tcp") : uri, []).ToString());
    }

    /// <summary>A response to this request (RFC 3261 §8.2.6). A tag is added to the To where it has none.</summary>
    public SipResponse Response(InboundRequest request, int status, string? tag, params IEnumerable<SipHeader> further)
    {
        var message = request.Message;
        var headers = message.All("Via").Select(v => new SipHeader("Via", v)).ToList();
        if (status == 100 && message["Timestamp"] is { } timestamp)
        {
            headers.Add(new("Timestamp", timestamp));
        }

        headers.Add(new("From", message["From"]!));
        headers.Add(new("To", status == 100 || request.To.Tag is not null || tag is null ? message["To"]! : request.To.WithTag(tag).ToString()));
        headers.Add(new("Call-ID", request.CallId));
        headers.Add(new("CSeq", request.CSeq.ToString()));
        headers.AddRange(further);
        headers.Add(new("Server", Settings.Product));
        return new SipResponse(status, ReasonPhrases.Of(status), headers, default);
    }

    /// <summary>Answers without a transaction (§8.2.7): a stranger can neither fill our memory nor have a refusal repeated at a forged address.</summary>
    public void Refuse(InboundRequest request, int status, params IEnumerable<SipHeader> further)
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
    public static IEnumerable<SipHeader> Reason(int? q850) => q850 is { } cause ? [new("Reason", $"Q.850;cause={cause}")] : [];

    /// <summary>The Q.850 cause of a Reason header; null where there is none.</summary>
    public static int? CauseOf(SipMessage message)
    {
        foreach (var value in message.List("Reason"))
        {
            var parts = value.Split(';', StringSplitOptions.TrimEntries);
            var cause = parts.FirstOrDefault(p => p.StartsWith("cause", StringComparison.OrdinalIgnoreCase))?.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Equals("Q.850", StringComparison.OrdinalIgnoreCase) && cause is [_, var number] && int.TryParse(number, out var q850) && q850 is > 0 and < 128)
            {
                return q850;
            }
        }

        return null;
    }

    private static string TransportName(Flow flow) => flow.Transport == SipTransport.Udp ? "UDP" : "TCP";
}
