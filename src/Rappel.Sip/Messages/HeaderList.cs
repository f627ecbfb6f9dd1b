namespace Rappel.Sip.Messages;

/// <summary>Comma lists (RFC 3261 §7.3.1): several rows of a header and several values in a row mean the same.</summary>
internal static class HeaderList
{
    /// <summary>All values of a header over all its rows.</summary>
    public static IEnumerable<string> Of(IEnumerable<SipHeader> headers, string name) => headers.Where(h => h.Is(name)).SelectMany(h => Split(h.Value));

    /// <summary>Splits at commas outside quotes and angle brackets; values trimmed, empty ones kept. An empty text has one empty value.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var at = 0;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '"':
                    var quoted = SipCharacters.QuotedLength(text.AsSpan(at));
                    at = quoted < 0 ? text.Length : at + quoted;
                    break;
                case '<':
                    var close = text.IndexOf('>', at);
                    at = close < 0 ? text.Length : close + 1;
                    break;
                case ',':
                    yield return Trimmed(text, start, at);
                    start = ++at;
                    break;
                default:
                    at++;
                    break;
            }
        }

        yield return Trimmed(text, start, text.Length);
    }

    private static string Trimmed(string text, int start, int end) => text.AsSpan(start, end - start).Trim(SipCharacters.Lws).ToString();
}
