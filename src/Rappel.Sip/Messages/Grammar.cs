using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

// The shapes are settled; the grammar behind them arrives with the parser.
internal static class SipUriGrammar
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri) { uri = null; return false; }
    public static string Write(SipUri uri) => $"{uri.Scheme}:{uri.User}@{uri.Host}";
}

internal static class NameAddressGrammar
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address) { address = null; return false; }
    public static string Write(NameAddress address) => $"<{address.Uri}>";
}

internal static class ViaGrammar
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Via? via) { via = null; return false; }
    public static string Write(Via via) => $"SIP/2.0/{via.Transport} {via.Host}";
}
