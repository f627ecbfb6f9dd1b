using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>Where a REFER sends its receiver (RFC 3515 §2.1).</summary>
/// <param name="Uri">Without headers and method.</param>
/// <param name="Method">Of the request that is asked for; <c>INVITE</c> where none is named.</param>
/// <param name="Replaces">The dialog that the new call takes the place of (RFC 5589 §7); null for none.</param>
public sealed record ReferTo(SipUri Uri, string Method, Replaces? Replaces)
{
    /// <summary>Reads the value of a Refer-To header; false too where it names a dialog in a way that cannot be read.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ReferTo? to)
    {
        to = null;
        if (!NameAddress.TryParse(text, out var address))
        {
            return false;
        }

        var (uri, found) = (address.Uri, (Replaces?)null);
        foreach (var (name, value) in uri.Headers)
        {
            if (name.Equals("Replaces", StringComparison.OrdinalIgnoreCase)
                && (found is not null || !Messages.Replaces.TryParse(value, out found)))
            {
                return false;
            }
        }

        var plain = uri with { Headers = [], Parameters = [.. uri.Parameters.Where(p => !IsMethod(p.Name))] };
        to = new ReferTo(plain, uri.Parameters.FirstOrDefault(p => IsMethod(p.Name)).Value ?? "INVITE", found);
        return true;
    }

    private static bool IsMethod(string parameter) => parameter.Equals("method", StringComparison.OrdinalIgnoreCase);
}
