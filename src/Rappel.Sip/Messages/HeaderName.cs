namespace Rappel.Sip.Messages;

/// <summary>The name of a header field in its long form. Each known one exists once, so that these compare by reference.</summary>
internal sealed class HeaderName
{
    public static readonly HeaderName Via = new("Via", 1 << 0);
    public static readonly HeaderName From = new("From", 1 << 1);
    public static readonly HeaderName To = new("To", 1 << 2);
    public static readonly HeaderName CallId = new("Call-ID", 1 << 3);
    public static readonly HeaderName CSeq = new("CSeq", 1 << 4);
    public static readonly HeaderName MaxForwards = new("Max-Forwards", 1 << 5);
    public static readonly HeaderName ContentType = new("Content-Type", 1 << 6);
    public static readonly HeaderName Date = new("Date", 1 << 7);
    public static readonly HeaderName Expires = new("Expires", 1 << 8);
    public static readonly HeaderName ContentLength = new("Content-Length", 1 << 9);
    public static readonly HeaderName Contact = new("Contact", 1 << 10);
    public static readonly HeaderName RecordRoute = new("Record-Route", 1 << 11);
    public static readonly HeaderName Route = new("Route", 1 << 12);
    public static readonly HeaderName Allow = new("Allow");
    public static readonly HeaderName Authorization = new("Authorization");
    public static readonly HeaderName ProxyAuthorization = new("Proxy-Authorization");
    public static readonly HeaderName Reason = new("Reason");
    public static readonly HeaderName Require = new("Require");
    public static readonly HeaderName Server = new("Server");
    public static readonly HeaderName Supported = new("Supported");
    public static readonly HeaderName Timestamp = new("Timestamp");
    public static readonly HeaderName UserAgent = new("User-Agent");

    /// <param name="bit">One of its own for a name that has rules in every message; 0 for others.</param>
    public HeaderName(string text, int bit = 0)
    {
        Text = text;
        Bit = bit;
    }

    public string Text { get; }

    /// <summary>Its place in a set of names kept as bits (see <see cref="MessageRules"/>).</summary>
    public int Bit { get; }

    public override string ToString() => Text;
}
