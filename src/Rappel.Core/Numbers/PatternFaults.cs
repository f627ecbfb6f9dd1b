using System.Text;
using System.Text.RegularExpressions;
using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>Tells what is wrong with a regular expression.</summary>
internal static class PatternFaults
{
    public static Said Words(RegexParseError error) => new(English(error), French(error));

    // The framework's own words for it, spaced.
    private static string English(RegexParseError error)
    {
        var words = new StringBuilder();
        foreach (var letter in error.ToString())
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}");
        }

        return words.ToString();
    }

    private static string French(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => "il manque une parenthèse fermante",
        RegexParseError.InsufficientOpeningParentheses => "il manque une parenthèse ouvrante",
        RegexParseError.UnterminatedBracket => "un crochet n'est pas fermé",
        RegexParseError.UnterminatedComment => "un commentaire n'est pas fermé",
        RegexParseError.QuantifierAfterNothing => "un quantificateur ne suit rien",
        RegexParseError.NestedQuantifiersNotParenthesized => "deux quantificateurs se suivent sans parenthèses",
        RegexParseError.ReversedQuantifierRange => "les bornes du quantificateur sont inversées",
        RegexParseError.ReversedCharacterRange => "les bornes de l'intervalle de caractères sont inversées",
        RegexParseError.ShorthandClassInCharacterRange => "une classe de caractères ne peut borner un intervalle",
        RegexParseError.ExclusionGroupNotLast => "une soustraction de classe doit venir en dernier",
        RegexParseError.QuantifierOrCaptureGroupOutOfRange => "un nombre est trop grand",
        RegexParseError.UnescapedEndingBackslash => "elle finit par une barre oblique inverse",
        RegexParseError.UnrecognizedEscape or RegexParseError.UnrecognizedControlCharacter or RegexParseError.MissingControlCharacter
            or RegexParseError.InsufficientOrInvalidHexDigits => "une séquence d'échappement est inconnue ou incomplète",
        RegexParseError.UndefinedNamedReference or RegexParseError.UndefinedNumberedReference or RegexParseError.MalformedNamedReference =>
            "une référence vise un groupe qui n'existe pas",
        RegexParseError.InvalidGroupingConstruct or RegexParseError.CaptureGroupNameInvalid or RegexParseError.CaptureGroupOfZero =>
            "un groupe est mal écrit",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape
            or RegexParseError.UnrecognizedUnicodeProperty => "une propriété Unicode est inconnue ou mal écrite",
        RegexParseError.AlternationHasTooManyConditions or RegexParseError.AlternationHasMalformedCondition
            or RegexParseError.AlternationHasNamedCapture or RegexParseError.AlternationHasComment
            or RegexParseError.AlternationHasMalformedReference or RegexParseError.AlternationHasUndefinedReference =>
            "une alternative conditionnelle est mal écrite",
        _ => "elle est mal écrite",
    };
}
