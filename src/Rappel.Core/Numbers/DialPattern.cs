using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>
/// The regular expression of a rule. It runs non-backtracking, in time linear in the number's length, so no rule can hang the
/// server; what that engine cannot do (look-around, back-references, atomic groups) is refused when the rule is written.
/// </summary>
internal static class DialPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // One compilation for the life of a snapshot's rule: keyed by the object, gone with it.
    private static readonly ConditionalWeakTable<DialRuleSnapshot, Regex> Compiled = [];

    public static Regex Of(DialRuleSnapshot rule) => Compiled.GetValue(rule, r => Compile(r.Pattern));

    /// <summary>Null and the reason in <paramref name="error"/> where it cannot be used.</summary>
    public static Regex? TryCompile(string pattern, out Said error)
    {
        try
        {
            // Alone first: `1)|(2` would close our parenthesis and open another, and no longer be about the whole number.
            _ = new Regex(pattern, Options);
            error = Said.Nothing;
            return Compile(pattern);
        }
        catch (NotSupportedException)
        {
            // The runtime bounds the automaton too, so that nested counts cannot eat the memory.
            error = new("it is too large, or needs backtracking (look-around, back-reference, atomic group), which could hang the server",
                "elle est trop grande, ou exige des retours en arrière (assertion, référence arrière, groupe atomique) qui pourraient bloquer le serveur");
        }
        catch (RegexParseException broken)
        {
            error = new Said($"it is broken at character {broken.Offset}: ", $"elle est fautive au caractère {broken.Offset}\u00a0: ")
                + PatternFaults.Words(broken.Error);
        }

        return null;
    }

    /// <summary>
    /// Fills <c>$1</c> to <c>$9</c>. One digit names a group, so that <c>$1514</c> is group 1 followed by 514.
    /// </summary>
    public static string Rewrite(string rewrite, Match match)
    {
        var result = new StringBuilder();
        for (var i = 0; i < rewrite.Length; i++)
        {
            if (rewrite[i] == '$' && i + 1 < rewrite.Length && char.IsAsciiDigit(rewrite[i + 1]))
            {
                result.Append(match.Groups[rewrite[++i] - '0'].ValueSpan);
            }
            else
            {
                result.Append(rewrite[i]);
            }
        }

        return result.ToString();
    }

    private static Regex Compile(string pattern) => new($@"\A(?:{pattern})\z", Options);
}
