using System.Globalization;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Torture;

/// <summary>What becomes of a datagram, in the words of the tables.</summary>
internal static class Verdict
{
    /// <summary><c>ok</c>; <c>drop</c> or a status from the parser; <c>screen</c> and a status from the screening.</summary>
    public static string Of(byte[] datagram)
    {
        if (!SipParser.TryParse(datagram, out var message, out var error))
        {
            return error.Status == 0 ? "drop" : error.Status.ToString(CultureInfo.InvariantCulture);
        }

        var refusal = message is SipRequest request ? RequestScreening.Inspect(request, ScreeningRules.Default) : null;
        return refusal is null ? "ok" : string.Create(CultureInfo.InvariantCulture, $"screen {refusal.Status}");
    }
}
