using System.Globalization;

namespace Rappel.Sip.Messages;

/// <summary>RFC 3261 §20.16.</summary>
/// <param name="Number">Under 2^31.</param>
public readonly record struct CSeq(uint Number, string Method)
{
    /// <summary>Reads <c>4711 INVITE</c>. False for a number of 2^31 or more (RFC 3261 §8.1.1.5) or a method that is no token.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CSeq cseq)
    {
        cseq = default;
        text = SipCharacters.Trim(text);
        var digits = text.IndexOfAnyExcept(SipCharacters.Digits);
        if (digits <= 0 || !SipCharacters.IsLws(text[digits]) || !SipCharacters.TryReadNumber(text[..digits], int.MaxValue, out var number))
        {
            return false;
        }

        var method = text[digits..].TrimStart(SipCharacters.Lws);
        if (!SipCharacters.IsToken(method))
        {
            return false;
        }

        cseq = new CSeq((uint)number, Words.Of(method));
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Method}");
}
