using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>Which trunks a number may leave by, and what the INVITE through one looks like.</summary>
internal static class TrunkRoutes
{
    /// <summary>The trunk that the dial plan names, else all in fail-over order; those at their limit left out.</summary>
    public static ImmutableArray<TrunkSnapshot> For(EngineContext context, string? trunk) =>
    [
        .. context.Configuration.Trunks.Values
            .Where(t => trunk is null || t.Key == trunk)
            .Where(t => context.Legs.CallsThrough(t.Key) < t.MaximumCalls)
            .OrderBy(t => t.Order).ThenBy(t => t.Key, StringComparer.Ordinal),
    ];

    /// <summary>A test phone that has the number stands in for the network behind the trunk.</summary>
    /// <param name="shown">The number we show, E.164; null where the caller's is withheld.</param>
    public static OutgoingCall Describe(EngineContext context, TrunkSnapshot trunk, PhoneNumber number, string? shown, ReadOnlyMemory<byte> offer)
    {
        if (context.Flows.TestPhoneOf(number) is { } phone)
        {
            context.Log(LogLevel.Note, "test-phone", $"{number} is dialled: its test phone rings instead of trunk {trunk.Key}");
            return new OutgoingCall(
                phone.Contact, phone.Flow, SipUri.Sip(shown ?? "anonymous", context.Settings.Address, context.Settings.SipPort), null, offer, LegBook.SdpType, [], null);
        }

        var transport = trunk.Transport == TrunkTransport.Tcp ? SipTransport.Tcp : SipTransport.Udp;
        var to = SipUri.Sip(number.Value, trunk.Host, trunk.Port);
        var identity = SipUri.Sip(shown ?? "anonymous", context.Settings.Address, context.Settings.SipPort);
        var headers = trunk.CallerId == CallerIdHeader.PAssertedIdentity && shown is not null
            ? ImmutableArray.Create(("P-Asserted-Identity", $"<{identity}>"))
            : [];
        return new OutgoingCall(
            transport == SipTransport.Tcp ? to.With("transport", "tcp") : to,
            new Flow(transport, trunk.Host, trunk.Port, 0),
            identity,
            null,
            offer,
            LegBook.SdpType,
            headers,
            trunk.UserName is null ? null : new DigestCredentials(trunk.UserName, trunk.Password ?? ""));
    }
}
