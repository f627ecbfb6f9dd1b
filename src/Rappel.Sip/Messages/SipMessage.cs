namespace Rappel.Sip.Messages;

/// <summary>
/// A SIP message (RFC 3261 §7). Headers are kept in order, unknown ones included; comma lists are left in one value and split by the typed
/// readers. The body is bytes: SIP does not look into it.
/// </summary>
public abstract class SipMessage
{
    /// <param name="headers">The message's own from now on.</param>
    private protected SipMessage(List<SipHeader> headers, ReadOnlyMemory<byte> body)
    {
        Headers = headers;
        Body = body;
    }

    /// <summary>In order of appearance.</summary>
    public List<SipHeader> Headers { get; }

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>First value of a header, by its long name, case-insensitive; null where absent.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var header in Headers)
            {
                if (header.Is(name))
                {
                    return header.Value;
                }
            }

            return null;
        }
    }

    /// <summary>All values of a header, in order, comma lists not split.</summary>
    public IEnumerable<string> All(string name) => Headers.Where(h => h.Is(name)).Select(h => h.Value);

    /// <summary>Where the header's first row is; -1 where it is absent.</summary>
    internal int IndexOf(HeaderName name)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (Headers[i].Is(name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Adds all rows of a header, as they are.</summary>
    internal void Copy(HeaderName name, List<SipHeader> to)
    {
        foreach (var header in Headers)
        {
            if (header.Is(name))
            {
                to.Add(header);
            }
        }
    }

    /// <summary>Puts this value in the place of the header's first one, drops its others; adds it at the end where there was none.</summary>
    public void Set(string name, string value)
    {
        var at = Headers.FindIndex(h => h.Is(name));
        if (at < 0)
        {
            Headers.Add(new SipHeader(name, value));
            return;
        }

        Headers[at] = new SipHeader(name, value);
        for (var i = Headers.Count - 1; i > at; i--)
        {
            if (Headers[i].Is(name))
            {
                Headers.RemoveAt(i);
            }
        }
    }
}

/// <summary>RFC 3261 §7.1.</summary>
public sealed class SipRequest : SipMessage
{
    public SipRequest(string method, SipUri uri, IEnumerable<SipHeader> headers, ReadOnlyMemory<byte> body)
        : this(method, uri, headers.ToList(), body)
    {
    }

    internal SipRequest(string method, SipUri uri, List<SipHeader> headers, ReadOnlyMemory<byte> body)
        : base(headers, body)
    {
        Method = method;
        Uri = uri;
    }

    /// <summary>Case-sensitive: <c>INVITE</c>.</summary>
    public string Method { get; }

    public SipUri Uri { get; }
}

/// <summary>RFC 3261 §7.2.</summary>
public sealed class SipResponse : SipMessage
{
    public SipResponse(int status, string reason, IEnumerable<SipHeader> headers, ReadOnlyMemory<byte> body)
        : this(status, reason, headers.ToList(), body)
    {
    }

    internal SipResponse(int status, string reason, List<SipHeader> headers, ReadOnlyMemory<byte> body)
        : base(headers, body)
    {
        Status = status;
        Reason = reason;
    }

    /// <summary>100-699.</summary>
    public int Status { get; }

    public string Reason { get; }
}
