using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>Writes single values so that they read back as the same text.</summary>
internal static partial class YamlScalars
{
    private static readonly SearchValues<char> FlowIndicators = SearchValues.Create(",[]{}");
    private static readonly SearchValues<char> FirstIndicators = SearchValues.Create(",[]{}#&*!|>'\"%@`=");

    /// <param name="inFlow">Within brackets or braces, where more characters have a meaning.</param>
    public static string Write(string text, YamlQuotes style, bool inFlow) => style switch
    {
        YamlQuotes.Verbatim => text,
        YamlQuotes.Single when IsPrintable(text) => Single(text),
        _ when IsPlain(text, inFlow) && (style != YamlQuotes.WhereNotText || !IsTaken(text)) => text,
        _ when IsPrintable(text) && text.AsSpan().IndexOfAny('"', '\\') >= 0 => Single(text),
        _ => Double(text),
    };

    /// <summary>Whether the text can stand in a block of lines: printable, and with no space that a line's end would take away.</summary>
    public static bool IsPrintableLine(string line) => IsPrintable(line);

    private static bool IsPlain(string text, bool inFlow)
    {
        if (text.Length == 0 || text is "~" or "null" or "<<" || text[0] == ' ' || text[^1] is ' ' or ':' || !IsPrintable(text)
            || FirstIndicators.Contains(text[0]) || text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal))
        {
            return false;
        }

        if (text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] == ' ' || inFlow))
        {
            return false;
        }

        return !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && (!inFlow || (text.AsSpan().IndexOfAny(FlowIndicators) < 0 && !text.Contains('#', StringComparison.Ordinal)));
    }

    /// <summary>No character that YAML does not allow as it is, or that a parser takes for a line's end.</summary>
    private static bool IsPrintable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff')
            {
                return false;
            }

            if (char.IsSurrogate(c))
            {
                if (index + 1 >= text.Length || !char.IsSurrogatePair(c, text[index + 1]))
                {
                    return false;
                }

                index++;
            }
        }

        return true;
    }

    /// <summary>Whether YAML's core schema reads something else than text.</summary>
    private static bool IsTaken(string text) => NotText().IsMatch(text);

    private static string Single(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Double(string text)
    {
        var written = new StringBuilder(text.Length + 2).Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            var paired = char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            if (paired)
            {
                written.Append(c).Append(text[++index]);
                continue;
            }

            _ = c switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append(@"\\"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' =>
                    written.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => written.Append(c),
            };
        }

        return written.Append('"').ToString();
    }

    [GeneratedRegex(@"^(?:[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|[\d][\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
        + @"|true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|null|Null|NULL|~|\d{4}-\d\d?-\d\d?)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotText();
}
