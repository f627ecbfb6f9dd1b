using Rappel.Core.Config;
using Rappel.Sip.Messages;

namespace Rappel.Engine.Desk.Control.Phones;

/// <summary>Whom an agent's phone means: a desk phone knows URIs only, and what was typed is their user part.</summary>
internal static class DialledTarget
{
    /// <summary>An agent and a queue by their keys, anything else with a digit as a number; null for what can be neither.</summary>
    /// <param name="uri">Its host is whatever name or address the phone knows us by, so that it says nothing.</param>
    public static CallTarget? Of(ConfigurationSnapshot configuration, SipUri uri)
    {
        var user = UserOf(uri);
        return user switch
        {
            null or "" => null,
            _ when configuration.Agents.ContainsKey(user) => new CallTarget.Agent(user),
            _ when configuration.InboundQueues.ContainsKey(user) => new CallTarget.Queue(user),
            _ when user.Any(char.IsAsciiDigit) => new CallTarget.Number(user),
            _ => null,
        };
    }

    /// <summary>The number or name, without the parameters that may follow it (RFC 3966 §3).</summary>
    public static string? UserOf(SipUri uri)
    {
        var user = uri.Scheme == "tel" ? uri.Opaque ?? uri.User : uri.User;
        var parameters = user?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        return parameters < 0 ? user : user![..parameters];
    }
}
