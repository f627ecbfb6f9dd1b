using System.Collections.Immutable;
using System.Text;

namespace Rappel.Core.Ivr.Speaking;

/// <param name="Text">Literal text, or a variable's name without its dollar sign.</param>
public readonly record struct TemplatePart(string Text, bool IsVariable);

/// <summary>Text with <c>$variables</c>. <c>$$</c> is a dollar sign; a dollar sign before anything but a letter is itself.</summary>
public static class Template
{
    /// <summary>Names that have a dot: <c>$customer.accountNumber</c>. In all others a dot ends a sentence.</summary>
    private static readonly ImmutableArray<string> Dotted = ["customer", "case"];

    public static ImmutableArray<TemplatePart> Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] != '$' || (next != '$' && !char.IsAsciiLetter(next)))
            {
                literal.Append(text[i]);
                continue;
            }

            if (next == '$')
            {
                literal.Append('$');
                i++;
                continue;
            }

            Flush(parts, literal);
            var end = NameEnd(text, i + 1);
            parts.Add(new TemplatePart(text[(i + 1)..end], IsVariable: true));
            i = end - 1;
        }

        Flush(parts, literal);
        return parts.ToImmutable();
    }

    /// <summary>The text with every variable replaced.</summary>
    public static string Fill(string text, Func<string, string> value) =>
        string.Concat(Parse(text).Select(p => p.IsVariable ? value(p.Text) : p.Text));

    private static int NameEnd(string text, int start)
    {
        var end = WordEnd(text, start);
        var dotted = end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetter(text[end + 1])
            && Dotted.Contains(text[start..end]);
        return dotted ? WordEnd(text, end + 1) : end;
    }

    private static int WordEnd(string text, int start)
    {
        while (start < text.Length && (char.IsAsciiLetterOrDigit(text[start]) || text[start] == '_'))
        {
            start++;
        }

        return start;
    }

    private static void Flush(ImmutableArray<TemplatePart>.Builder parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString(), IsVariable: false));
            literal.Clear();
        }
    }
}
