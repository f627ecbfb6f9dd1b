namespace Rappel.Sip.Messages;

/// <summary>
/// A header field as it came: the name in its long form (<c>v</c> is <c>Via</c>), unknown ones as written; the value unfolded and trimmed.
/// A value that was received is a part of its message's one text, and becomes a string of its own only where somebody asks for one.
/// </summary>
public readonly struct SipHeader : IEquatable<SipHeader>
{
    /// <summary>Of our requests (RFC 3261 §8.1.1.6).</summary>
    internal static readonly SipHeader MaxForwards = new(HeaderName.MaxForwards, "70");

    private readonly HeaderName name;
    private readonly string text;
    private readonly object? parsed;
    private readonly int start;
    private readonly int length;

    public SipHeader(string name, string value)
        : this(HeaderNames.Of(name), value)
    {
    }

    internal SipHeader(HeaderName name, NameAddress address)
        : this(name, address.ToString(), address)
    {
    }

    /// <param name="parsed">What the value says, where that is known already.</param>
    internal SipHeader(HeaderName name, string value, object? parsed = null)
        : this(name, value, 0, value.Length, parsed)
    {
    }

    internal SipHeader(HeaderName name, string text, int start, int length, object? parsed = null)
    {
        this.name = name;
        this.text = text;
        this.start = start;
        this.length = length;
        this.parsed = parsed;
    }

    public string Name => name.Text;

    public string Value => length == text.Length ? text : text.Substring(start, length);

    internal HeaderName Known => name;

    internal ReadOnlySpan<char> Span => text.AsSpan(start, length);

    public static bool operator ==(SipHeader one, SipHeader other) => one.Equals(other);

    public static bool operator !=(SipHeader one, SipHeader other) => !one.Equals(other);

    /// <summary>True for this name, whatever its case. Header names compare case-insensitively (RFC 3261 §7.3.1).</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public bool Equals(SipHeader other) => Name == other.Name && Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is SipHeader other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Name, string.GetHashCode(Span));

    public override string ToString() => $"{Name}: {Value}";

    /// <summary>A known name, or the very name of another header.</summary>
    internal bool Is(HeaderName known) => ReferenceEquals(name, known);

    /// <summary>What the parser read of the value, where it is one value and of this kind; null where it has to be read from the text.</summary>
    internal T? As<T>()
        where T : class => parsed as T;

    /// <summary>The same header, remembering what was read of it.</summary>
    internal SipHeader Reading(object value) => new(name, text, start, length, value);
}
