using System.Collections.Immutable;

namespace Rappel.Core.Ivr.Speaking;

/// <summary>
/// Cuts what is said into pieces at its variables. The text between two variables is the same for every caller, so its audio is made
/// once; only what a variable says is made anew, and that is from a small stock too (digit groups, minutes, places).
/// </summary>
public static class SpokenTemplate
{
    private const string Marks = ".,;:!?";
    private const int StockedMinutes = 15;
    private const int StockedPlaces = 10;

    /// <summary>Stands for what only a call can tell. No text begins with it.</summary>
    private const string Unknown = "\uFFFC0";

    /// <summary>The pieces to say, in order; none is empty.</summary>
    /// <param name="said">What a variable says, by name: one text or several groups, none for nothing.</param>
    public static ImmutableArray<string> Compose(string text, string language, Func<string, ImmutableArray<string>> said)
    {
        var wording = Wording.For(language);
        var parts = Template.Parse(text);
        var pieces = new List<string>();
        var before = "";
        for (var i = 0; i < parts.Length; i++)
        {
            var (marks, rest) = parts[i].IsVariable ? ("", "") : SplitMarks(parts[i].Text, afterVariable: i > 0);
            if (!parts[i].IsVariable)
            {
                Close(pieces, marks);
                before = rest;
                continue;
            }

            var groups = said(parts[i].Text);
            var (joined, first) = groups.IsDefaultOrEmpty ? (before, "") : wording.Join(before, groups[0]);
            Add(pieces, joined);
            before = "";
            for (var g = 0; g < (groups.IsDefaultOrEmpty ? 0 : groups.Length); g++)
            {
                var group = g == 0 ? first : groups[g];
                Add(pieces, g < groups.Length - 1 ? group + "," : group);
            }
        }

        Add(pieces, before);
        return [.. pieces];
    }

    /// <summary>
    /// The pieces of a text that can be known before anybody calls: what stands between variables, and what places and waits say. Numbers
    /// are left out.
    /// </summary>
    public static IEnumerable<string> Stock(string text, string language)
    {
        var wording = Wording.For(language);
        var waits = Enumerable.Range(0, StockedMinutes + 1).Select(m => wording.Wait(TimeSpan.FromMinutes(m))).Prepend(wording.Wait(null));
        var places = Enumerable.Range(1, StockedPlaces).Select(p => $"{p}");
        return waits.Zip(places.Concat(Enumerable.Repeat("1", StockedMinutes)), (wait, place) => Compose(text, language, name =>
                name.Equals("ExpectedWait", StringComparison.OrdinalIgnoreCase) ? [wait]
                : name.EndsWith("Position", StringComparison.OrdinalIgnoreCase) ? [place]
                : [Unknown]))
            .SelectMany(pieces => pieces).Where(piece => !piece.StartsWith(Unknown, StringComparison.Ordinal)).Distinct();
    }

    /// <summary>Marks that follow a variable belong to it: they say how its voice falls.</summary>
    private static (string Marks, string Text) SplitMarks(string literal, bool afterVariable)
    {
        var length = 0;
        var text = literal.TrimStart();
        while (afterVariable && length < text.Length && Marks.Contains(text[length]))
        {
            length++;
        }

        // French sets a space before ; : ! and ?
        return (text[..length], text[length..].Trim());
    }

    private static void Close(List<string> pieces, string marks)
    {
        if (pieces.Count > 0 && marks.Length > 0)
        {
            pieces[^1] += marks;
        }
    }

    private static void Add(List<string> pieces, string piece)
    {
        if (piece.Any(char.IsLetterOrDigit))
        {
            pieces.Add(piece);
        }
    }
}
