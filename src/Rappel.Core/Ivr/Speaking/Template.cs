using System.Collections.Immutable;
using System.Text;
using Rappel.Core.Config;

namespace Rappel.Core.Ivr.Speaking;

/// <param name="Text">Literal text, or a variable's name without its dollar sign.</param>
public readonly record struct TemplatePart(string Text, bool IsVariable);

/// <summary>Text with <c>$variables</c>. <c>$$</c> is a dollar sign; a dollar sign before anything but a letter is itself.</summary>
public static class Template
{
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
            var name = ScriptVariables.NameAt(text, i + 1);
            parts.Add(new TemplatePart(name, IsVariable: true));
            i += name.Length;
        }

        Flush(parts, literal);
        return parts.ToImmutable();
    }

    /// <summary>The text with every variable replaced.</summary>
    public static string Fill(string text, Func<string, string> value) =>
        string.Concat(Parse(text).Select(p => p.IsVariable ? value(p.Text) : p.Text));

    private static void Flush(ImmutableArray<TemplatePart>.Builder parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString(), IsVariable: false));
            literal.Clear();
        }
    }
}
