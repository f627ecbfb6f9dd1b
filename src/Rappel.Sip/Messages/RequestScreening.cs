namespace Rappel.Sip.Messages;

/// <summary>
/// The inspection of RFC 3261 §8.2 that needs nothing but the request: method (§8.2.1), scheme (§8.2.2.1), Require (§8.2.2.3) and content
/// (§8.2.3), in that order. Authentication, merged requests (482) and dialogs (481) are for the user agent.
/// Max-Forwards 0 is no fault here: the request has arrived (RFC 4475 §3.3.11); one who calls onwards must heed it.
/// </summary>
public static class RequestScreening
{
    /// <summary>Methods registered for SIP. One of these that we do not serve is 405; any other is 501 (RFC 3261 §8.2.1, §21.5.2).</summary>
    private static readonly string[] KnownMethods =
    [
        "INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER", "INFO", "UPDATE", "PRACK", "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH",
    ];

    private static readonly string[] DialogMethods = ["INVITE", "UPDATE", "PRACK", "ACK"];

    /// <summary>Null where nothing is wrong. An ACK is never refused: the caller drops it where it fits nothing.</summary>
    public static ScreeningRefusal? Inspect(SipRequest request, ScreeningRules rules)
    {
        if (request.Method == "ACK")
        {
            return null;
        }

        return InspectMethod(request, rules)
            ?? InspectAddresses(request, rules)
            ?? InspectExtensions(request, rules)
            ?? InspectContent(request, rules)
            ?? InspectAccept(request, rules);
    }

    private static ScreeningRefusal Refuse(int status, string reason, params ReadOnlySpan<SipHeader> headers) => new(status, reason, [.. headers]);

    private static ScreeningRefusal? InspectMethod(SipRequest request, ScreeningRules rules)
    {
        if (rules.Methods.Contains(request.Method))
        {
            return null;
        }

        var allow = new SipHeader("Allow", string.Join(", ", rules.Methods));
        return KnownMethods.Contains(request.Method) ? Refuse(405, "Method Not Allowed", allow) : Refuse(501, "Not Implemented", allow);
    }

    private static ScreeningRefusal? InspectAddresses(SipRequest request, ScreeningRules rules)
    {
        if (!rules.Schemes.Contains(request.Uri.Scheme))
        {
            return Refuse(416, "Unsupported URI Scheme");
        }

        // RFC 3261 §10.3 item 5, RFC 4475 §3.3.4: an address of record is a SIP or SIPS URI.
        return request.Method == "REGISTER" && request.To()?.Uri.Scheme is not ("sip" or "sips") ? Refuse(400, "Address of record is no SIP URI") : null;
    }

    private static ScreeningRefusal? InspectExtensions(SipRequest request, ScreeningRules rules)
    {
        // RFC 3261 §8.2.2.3: Require in a CANCEL is ignored. Proxy-Require is for proxies.
        if (request.Method == "CANCEL")
        {
            return null;
        }

        if (request.IndexOf(HeaderName.Require) < 0)
        {
            return null;
        }

        var unknown = request.List("Require").Where(tag => !rules.Extensions.Contains(tag, StringComparer.OrdinalIgnoreCase)).ToList();
        return unknown.Count == 0 ? null : Refuse(420, "Bad Extension", new SipHeader("Unsupported", string.Join(", ", unknown)));
    }

    private static ScreeningRefusal? InspectContent(SipRequest request, ScreeningRules rules)
    {
        if (request.Body.IsEmpty || IsOptional(request))
        {
            return null;
        }

        var encodings = request.List("Content-Encoding");
        if (encodings.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(415, "Unsupported Media Type", new SipHeader("Accept-Encoding", "identity"));
        }

        // Only these say something in their body; of the others it is ignored, whatever it is.
        IReadOnlyList<string> taken = DialogMethods.Contains(request.Method) ? [rules.SessionType] : request.Method == "INFO" ? rules.InfoTypes : [];
        var type = request.ContentType();
        return taken.Count == 0 || (type is not null && taken.Contains(type))
            ? null
            : Refuse(415, "Unsupported Media Type", new SipHeader("Accept", string.Join(", ", taken)));
    }

    /// <summary>RFC 3261 §20.11: a body that may be left unread is never a reason to refuse.</summary>
    private static bool IsOptional(SipRequest request)
    {
        var disposition = request["Content-Disposition"] ?? "";
        var semicolon = disposition.IndexOf(';');
        return semicolon >= 0
            && ParameterGrammar.TryParse(disposition.AsSpan(semicolon), out var parameters)
            && "optional".Equals(ParameterGrammar.Find(parameters, "handling"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>RFC 4475 §3.3.15: we could not answer the offer in any way that the caller takes.</summary>
    private static ScreeningRefusal? InspectAccept(SipRequest request, ScreeningRules rules)
    {
        if (request.Method is not ("INVITE" or "UPDATE") || request["Accept"] is null)
        {
            return null;
        }

        var major = rules.SessionType[..(rules.SessionType.IndexOf('/') + 1)];
        var taken = request.List("Accept").Select(a => SipHeaders.MediaType(a)).Any(t => t == rules.SessionType || t == "*/*" || t == major + "*");
        return taken ? null : Refuse(406, "Not Acceptable");
    }
}
