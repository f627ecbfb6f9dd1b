using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Journal;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>Decides what becomes of a new call: which channel it is for, whether it can be taken, who calls.</summary>
internal sealed class ChannelEntrance(EngineContext context, SipPolicy policy, PhoneKeys keys)
{
    private readonly DialledChannels _channels = new();

    public void Handle(UserAgentEvent.Called called)
    {
        var trunk = called.User is null ? policy.TrunkOf(called.Source) : null;
        if (trunk is not null && context.Legs.CallsThrough(trunk.Key) >= trunk.MaximumCalls)
        {
            context.Log(LogLevel.Warning, "trunk-full", $"trunk {trunk.Key} is at its {trunk.MaximumCalls} calls");
            context.Legs.Refuse(called.Leg, 503, "Trunk Full", ("Retry-After", "10"));
            return;
        }

        if (ChannelOf(called.Invite.Uri) is not { } channel)
        {
            if (called.User is { } user && context.Configuration.Agents.TryGetValue(user, out var agent))
            {
                keys.Dialled(called, agent);
                return;
            }

            context.Log(LogLevel.Note, "unknown-number", $"a call of {called.Source} is for {called.Invite.Uri}, which is no enabled channel");
            context.Legs.Refuse(called.Leg, 404, "Not Found");
            return;
        }

        var caller = context.Flows.Find(called.Source) is FlowIdentity.Customer customer
            ? customer.Number
            : CallerOf(called.Invite, trusted: called.User is null);
        var script = new ScriptCall(caller, channel.Key, channel.Number, channel.Language);
        var record = new InteractionRecord(context.Ledger, new InteractionRow(
            context.Tenant, context.NewInteraction(), InteractionKind.Inbound, null, channel.Key, null, caller?.Value, channel.Number,
            channel.Language, context.Now, null, null, null, null, null, null));
        var call = new InboundCall(context, context.Configuration, channel, script, record);
        if (context.Legs.Accept(called, trunk, call, out var refused) is not { } leg)
        {
            record.End(context.Now, refused);
            return;
        }

        call.Leg = leg;
        context.Watchdog.Arm();
        call.Presence = context.OnTheLine.Came(caller?.Value);
        context.Callers[leg.Id.Value] = call;
    }

    /// <summary>By the number in a request URI, E.164 where it is written so. <c>sip:15145550100@…</c> and <c>sip:+15145550100@…</c> are the same.</summary>
    private ChannelSnapshot? ChannelOf(SipUri uri)
    {
        if (DialledTarget.UserOf(uri) is not { Length: > 0 } number)
        {
            return null;
        }

        return _channels.Find(context.Configuration, number) ?? _channels.Find(context.Configuration, "+" + number.TrimStart('+'));
    }

    /// <summary>From a trunk P-Asserted-Identity before From; a phone may assert nothing (RFC 3325 §5). Null where withheld.</summary>
    private static PhoneNumber? CallerOf(SipRequest invite, bool trusted)
    {
        if (invite["Privacy"] is { } privacy && privacy.Contains("id", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var header in (ReadOnlySpan<string>)(trusted ? ["P-Asserted-Identity", "From"] : ["From"]))
        {
            if (invite[header] is { } value && NameAddress.TryParse(value, out var address)
                && CallerNumber.TryRead(address.Uri.User, address.DisplayName) is { } number)
            {
                return number;
            }
        }

        return null;
    }
}
