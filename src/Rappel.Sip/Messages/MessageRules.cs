using System.Runtime.InteropServices;

namespace Rappel.Sip.Messages;

/// <summary>
/// What every message must have (RFC 3261 §8.1.1) and the syntax of the headers that all layers rely on. Max-Forwards, a From tag and a Contact
/// are not insisted on: peers of RFC 2543 send none (RFC 4475 §3.4.1), and nothing here needs them. What is read here is kept with the header,
/// so that nobody reads it again.
/// </summary>
internal static class MessageRules
{
    private static readonly HeaderName[] Mandatory = [HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq];

    private static readonly HeaderName[] Single =
    [
        HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq, HeaderName.MaxForwards, HeaderName.ContentType, HeaderName.Date,
        HeaderName.Expires,
    ];

    /// <param name="method">Null for a response.</param>
    public static Fault? Check(List<SipHeader> headers, string? method, SipLimits limits)
    {
        var present = 0;
        var repeated = 0;
        foreach (var header in headers)
        {
            repeated |= present & header.Known.Bit;
            present |= header.Known.Bit;
        }

        return CheckPresence(present, repeated)
            ?? CheckValues(CollectionsMarshal.AsSpan(headers), method)
            ?? CheckLists(CollectionsMarshal.AsSpan(headers), present, method, limits);
    }

    private static Fault? CheckPresence(int present, int repeated)
    {
        foreach (var name in Mandatory)
        {
            if ((present & name.Bit) == 0)
            {
                return Fault.Bad($"Missing {name}");
            }
        }

        foreach (var name in Single)
        {
            if ((repeated & name.Bit) != 0)
            {
                return Fault.Bad($"Repeated {name}");
            }
        }

        return null;
    }

    private static Fault? CheckValues(Span<SipHeader> headers, string? method)
    {
        foreach (ref var header in headers)
        {
            if (header.Known.Bit == 0)
            {
                continue;
            }

            if (!IsSound(ref header, method, out var cseq))
            {
                return Fault.Bad($"Malformed {header.Name}");
            }

            if (cseq.Method is not null && method is not null && cseq.Method != method)
            {
                return Fault.Bad("CSeq of another method");
            }
        }

        return null;
    }

    private static bool IsSound(ref SipHeader header, string? method, out CSeq cseq)
    {
        cseq = default;
        var name = header.Known;
        if (name == HeaderName.From || name == HeaderName.To)
        {
            return TryReadAddress(ref header, header.Span, alone: true);
        }

        if (name == HeaderName.CallId)
        {
            return IsCallId(header.Span);
        }

        if (name == HeaderName.CSeq)
        {
            return CSeq.TryParse(header.Span, out cseq);
        }

        if (name == HeaderName.ContentType)
        {
            return IsMediaType(header.Span);
        }

        // A bad hop count or date harms nobody in a response, and dropping it would lose the call.
        return method is null
            || (name == HeaderName.MaxForwards ? SipCharacters.TryReadNumber(header.Span, 255, out _)
                : name != HeaderName.Date || SipDate.TryParse(header.Span, out _));
    }

    private static Fault? CheckLists(Span<SipHeader> headers, int present, string? method, SipLimits limits)
    {
        return CheckVias(headers, method, limits)
            ?? CheckAddresses(headers, present, HeaderName.Contact, limits)
            ?? CheckAddresses(headers, present, HeaderName.RecordRoute, limits)
            ?? (method is null ? null : CheckAddresses(headers, present, HeaderName.Route, limits));
    }

    private static Fault? CheckVias(Span<SipHeader> headers, string? method, SipLimits limits)
    {
        var count = 0;
        foreach (ref var header in headers)
        {
            if (!header.Is(HeaderName.Via))
            {
                continue;
            }

            var values = HeaderList.Of(header.Span);
            for (var alone = true; values.MoveNext(); alone = false)
            {
                if (++count > limits.ListLength)
                {
                    return Fault.Bad("Too many Via");
                }

                if (!Via.TryParse(values.Current, out var via))
                {
                    return Fault.Bad("Malformed Via");
                }

                // RFC 4475 §3.2.1: the magic cookie alone names no transaction. Refused here, so that the refusal needs no transaction.
                if (count == 1 && method is not null && via.Branch is { } branch && branch.Equals("z9hG4bK", StringComparison.OrdinalIgnoreCase))
                {
                    return Fault.Bad("Empty branch");
                }

                if (alone && values.IsLast)
                {
                    header = header.Reading(via);
                }
            }
        }

        return null;
    }

    private static Fault? CheckAddresses(Span<SipHeader> headers, int present, HeaderName name, SipLimits limits)
    {
        if ((present & name.Bit) == 0)
        {
            return null;
        }

        var count = 0;
        var wildcard = false;
        foreach (ref var header in headers)
        {
            if (!header.Is(name))
            {
                continue;
            }

            var values = HeaderList.Of(header.Span);
            for (var alone = true; values.MoveNext(); alone = false)
            {
                if (++count > limits.ListLength)
                {
                    return Fault.Bad($"Too many {name}");
                }

                wildcard |= name == HeaderName.Contact && values.Current is "*";
                if (!wildcard && !TryReadAddress(ref header, values.Current, alone && values.IsLast))
                {
                    return Fault.Bad($"Malformed {name}");
                }
            }
        }

        return wildcard && count > 1 ? Fault.Bad("Contact * beside another") : null;
    }

    /// <param name="alone">True where the value is the whole header.</param>
    private static bool TryReadAddress(ref SipHeader header, ReadOnlySpan<char> value, bool alone)
    {
        if (!NameAddress.TryParse(value, out var address))
        {
            return false;
        }

        header = alone ? header.Reading(address) : header;
        return true;
    }

    /// <summary>Looser than <c>word [ "@" word ]</c>: it is compared byte by byte and never looked into, so only what would break a line is out.</summary>
    private static bool IsCallId(ReadOnlySpan<char> value) => value.Length > 0 && !value.ContainsAnyInRange('\0', ' ');

    private static bool IsMediaType(ReadOnlySpan<char> value)
    {
        var semicolon = value.IndexOf(';');
        var type = semicolon < 0 ? value : value[..semicolon];
        var slash = type.IndexOf('/');
        return slash > 0
            && SipCharacters.IsToken(type[..slash].TrimEnd(SipCharacters.Lws))
            && SipCharacters.IsToken(SipCharacters.Trim(type[(slash + 1)..]))
            && ParameterGrammar.TryParse(semicolon < 0 ? [] : value[semicolon..], out _);
    }
}
