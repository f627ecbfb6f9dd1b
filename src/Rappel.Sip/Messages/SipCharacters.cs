using System.Buffers;

namespace Rappel.Sip.Messages;

/// <summary>The character classes of RFC 3261 §25.1, over values already unfolded (so linear white space is spaces and tabs).</summary>
internal static class SipCharacters
{
    public const string Lws = " \t";

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Unreserved = Alphanumeric + "-_.!~*'()";

    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    public static readonly SearchValues<char> Token = SearchValues.Create(Alphanumeric + "-.!%*_+`'~");

    /// <summary>A raw <c>#</c> is not in the grammar, but phones send it for service codes, and it is unambiguous here.</summary>
    public static readonly SearchValues<char> User = SearchValues.Create(Unreserved + "&=+$,;?/#");

    /// <summary>What is written without escape in a user part.</summary>
    public static readonly SearchValues<char> UserWritten = SearchValues.Create(Unreserved + "&=+$,;?/");
    public static readonly SearchValues<char> Password = SearchValues.Create(Unreserved + "&=+$,");
    public static readonly SearchValues<char> UriParameter = SearchValues.Create(Unreserved + "[]/:&+$");
    public static readonly SearchValues<char> UriHeader = SearchValues.Create(Unreserved + "[]/?:+$");
    public static readonly SearchValues<char> Scheme = SearchValues.Create(Alphanumeric + "+-.");

    /// <summary>An underscore is no hostname character, yet names of containers and of service records have it.</summary>
    public static readonly SearchValues<char> HostName = SearchValues.Create(Alphanumeric + "-_.");
    public static readonly SearchValues<char> Ipv6 = SearchValues.Create("0123456789abcdefABCDEF:.");
    public static readonly SearchValues<char> TelephoneNumber = SearchValues.Create("0123456789abcdefABCDEF*#+-.()");

    /// <summary>Unquoted header parameter values. Wider than token and host: base64 tags and addresses are seen, and none of these can be misread.</summary>
    public static readonly SearchValues<char> ParameterValue = SearchValues.Create(Alphanumeric + "-.!%*_+`'~[]:/@=&$?()#");

    public static bool IsLws(char c) => c is ' ' or '\t';

    /// <summary>Without the white space around it.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsLws(text[start]))
        {
            start++;
        }

        while (end > start && IsLws(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Token);

    /// <summary>Digits only, leading zeros allowed, at most <paramref name="most"/>; never overflows whatever the length.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> text, long most, out long number)
    {
        number = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
            if (number > most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Length of the quoted-string at the start of the text, both quotes included; -1 where it never closes.</summary>
    public static int QuotedLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    return i + 1;
                case '\\':
                    i++;
                    break;
            }
        }

        return -1;
    }
}
