using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>Which dialog is to be replaced (RFC 3891 §6.1), as the one who has it knows it.</summary>
/// <param name="CallId">Of the dialog.</param>
/// <param name="ToTag">Our tag, where the dialog is ours.</param>
/// <param name="FromTag">The peer's.</param>
/// <param name="EarlyOnly">Only while it has not been answered.</param>
public sealed record Replaces(string CallId, string ToTag, string FromTag, bool EarlyOnly)
{
    /// <summary>Reads the value of a Replaces header; false where a tag is absent or empty.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Replaces? replaces)
    {
        replaces = null;
        var semicolon = text.IndexOf(';');
        if (semicolon < 0 || !ParameterGrammar.TryParse(text[semicolon..], out var parameters))
        {
            return false;
        }

        var callId = SipCharacters.Trim(text[..semicolon]);
        if (callId.IsEmpty || callId.ContainsAny(" \t,")
            || ParameterGrammar.Find(parameters, "to-tag") is not { Length: > 0 } to
            || ParameterGrammar.Find(parameters, "from-tag") is not { Length: > 0 } from)
        {
            return false;
        }

        replaces = new Replaces(callId.ToString(), to, from, ParameterGrammar.Find(parameters, "early-only") is not null);
        return true;
    }

    public override string ToString() => $"{CallId};to-tag={ToTag};from-tag={FromTag}{(EarlyOnly ? ";early-only" : "")}";
}
