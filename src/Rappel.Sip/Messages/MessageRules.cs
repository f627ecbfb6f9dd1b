namespace Rappel.Sip.Messages;

/// <summary>
/// What every message must have (RFC 3261 §8.1.1) and the syntax of the headers that all layers rely on. Max-Forwards, a From tag and a Contact
/// are not insisted on: peers of RFC 2543 send none (RFC 4475 §3.4.1), and nothing here needs them.
/// </summary>
internal static class MessageRules
{
    private static readonly string[] Mandatory = ["Via", "From", "To", "Call-ID", "CSeq"];

    private static readonly string[] Single = ["From", "To", "Call-ID", "CSeq", "Max-Forwards", "Content-Type", "Date", "Expires"];

    /// <param name="method">Null for a response.</param>
    public static Fault? Check(List<SipHeader> headers, string? method, SipLimits limits)
    {
        foreach (var name in Mandatory)
        {
            if (!headers.Exists(h => h.Is(name)))
            {
                return Fault.Bad($"Missing {name}");
            }
        }

        foreach (var name in Single)
        {
            if (headers.FindIndex(h => h.Is(name)) != headers.FindLastIndex(h => h.Is(name)))
            {
                return Fault.Bad($"Repeated {name}");
            }
        }

        return CheckValues(headers, method) ?? CheckLists(headers, method, limits);
    }

    private static Fault? CheckValues(List<SipHeader> headers, string? method)
    {
        foreach (var header in headers)
        {
            var sound = header.Name switch
            {
                "From" or "To" => NameAddress.TryParse(header.Value, out _),
                "Call-ID" => IsCallId(header.Value),
                "CSeq" => CSeq.TryParse(header.Value, out _),
                "Content-Type" => IsMediaType(header.Value),
                // A bad hop count or date harms nobody in a response, and dropping it would lose the call.
                "Max-Forwards" => method is null || SipCharacters.TryReadNumber(header.Value, 255, out _),
                "Date" => method is null || SipDate.TryParse(header.Value, out _),
                _ => true,
            };
            if (!sound)
            {
                return Fault.Bad($"Malformed {header.Name}");
            }

            if (header.Name == "CSeq" && method is not null && CSeq.TryParse(header.Value, out var cseq) && cseq.Method != method)
            {
                return Fault.Bad("CSeq of another method");
            }
        }

        return null;
    }

    private static Fault? CheckLists(List<SipHeader> headers, string? method, SipLimits limits)
    {
        return CheckVias(headers, method, limits)
            ?? CheckAddresses(headers, "Contact", limits)
            ?? CheckAddresses(headers, "Record-Route", limits)
            ?? (method is null ? null : CheckAddresses(headers, "Route", limits));
    }

    private static Fault? CheckVias(List<SipHeader> headers, string? method, SipLimits limits)
    {
        var count = 0;
        foreach (var value in HeaderList.Of(headers, "Via"))
        {
            if (++count > limits.ListLength)
            {
                return Fault.Bad("Too many Via");
            }

            if (!Via.TryParse(value, out var via))
            {
                return Fault.Bad("Malformed Via");
            }

            // RFC 4475 §3.2.1: the magic cookie alone names no transaction. Refused here, so that the refusal needs no transaction.
            if (count == 1 && method is not null && via.Branch is { } branch && branch.Equals("z9hG4bK", StringComparison.OrdinalIgnoreCase))
            {
                return Fault.Bad("Empty branch");
            }
        }

        return count == 0 ? Fault.Bad("Malformed Via") : null;
    }

    private static Fault? CheckAddresses(List<SipHeader> headers, string name, SipLimits limits)
    {
        var count = 0;
        var wildcard = false;
        foreach (var value in HeaderList.Of(headers, name))
        {
            if (++count > limits.ListLength)
            {
                return Fault.Bad($"Too many {name}");
            }

            wildcard |= name == "Contact" && value == "*";
            if (!wildcard && !NameAddress.TryParse(value, out _))
            {
                return Fault.Bad($"Malformed {name}");
            }
        }

        return wildcard && count > 1 ? Fault.Bad("Contact * beside another") : null;
    }

    /// <summary>Looser than <c>word [ "@" word ]</c>: it is compared byte by byte and never looked into, so only what would break a line is out.</summary>
    private static bool IsCallId(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyInRange('\0', ' ');

    private static bool IsMediaType(ReadOnlySpan<char> value)
    {
        var semicolon = value.IndexOf(';');
        var type = semicolon < 0 ? value : value[..semicolon];
        var slash = type.IndexOf('/');
        return slash > 0
            && SipCharacters.IsToken(type[..slash].TrimEnd(SipCharacters.Lws))
            && SipCharacters.IsToken(type[(slash + 1)..].Trim(SipCharacters.Lws))
            && ParameterGrammar.TryParse(semicolon < 0 ? [] : value[semicolon..], out _);
    }
}
