namespace Rappel.Sip.Messages;

/// <summary>Comma lists (RFC 3261 §7.3.1): several rows of a header and several values in a row mean the same.</summary>
internal static class HeaderList
{
    /// <summary>Splits at commas outside quotes and angle brackets; values trimmed, empty ones kept. An empty text has one empty value.</summary>
    public static Values Of(ReadOnlySpan<char> text) => new(text);

    /// <summary>The same as strings.</summary>
    public static List<string> Split(ReadOnlySpan<char> text)
    {
        List<string> values = [];
        foreach (var value in Of(text))
        {
            values.Add(value.ToString());
        }

        return values;
    }

    /// <summary>The values of one row, one after the other.</summary>
    public ref struct Values(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;
        private bool ended = false;

        public ReadOnlySpan<char> Current { get; private set; } = default;

        /// <summary>True once <see cref="Current"/> is the last value.</summary>
        public readonly bool IsLast => ended;

        public readonly Values GetEnumerator() => this;

        public bool MoveNext()
        {
            if (ended)
            {
                return false;
            }

            var comma = CommaOf(rest);
            ended = comma < 0;
            Current = SipCharacters.Trim(ended ? rest : rest[..comma]);
            rest = ended ? [] : rest[(comma + 1)..];
            return true;
        }

        private static int CommaOf(ReadOnlySpan<char> text)
        {
            var at = 0;
            while (true)
            {
                var next = text[at..].IndexOfAny(',', '"', '<');
                if (next < 0)
                {
                    return -1;
                }

                at += next;
                if (text[at] == ',')
                {
                    return at;
                }

                // One that never closes takes the rest of the row with it.
                var length = text[at] == '"' ? SipCharacters.QuotedLength(text[at..]) : text[at..].IndexOf('>') + 1;
                if (length <= 0)
                {
                    return -1;
                }

                at += length;
            }
        }
    }
}
