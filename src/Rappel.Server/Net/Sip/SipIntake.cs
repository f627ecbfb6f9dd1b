using System.Threading;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Sip.Refusals;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>
/// What arrives from all SIP sockets goes through here to the engine, as far as the engine can take it. A new call that cannot be taken is
/// answered 503 here, on the receiver's thread: that must work when the engine has its hands full. Everything that belongs to a call taken goes
/// through, the INVITE that is sent again included.
/// </summary>
/// <param name="isAgent">Whether a name is an agent's.</param>
/// <param name="secret">Random bits of this process.</param>
public sealed class SipIntake(EngineInbox inbox, LoadWatch load, Func<string, bool> isAgent, ulong secret)
{
    private readonly RecentInvites recent = new();
    private readonly StatelessRefusal refusal = new(secret);
    private readonly Lock deciding = new();
    private long dropped;

    /// <summary>Datagrams dropped because the engine was far behind.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>True while streams should not be read.</summary>
    public bool IsFull => inbox.IsFull;

    /// <param name="message">A datagram or one framed message, given away.</param>
    /// <returns>An answer to send at once, outside any transaction; null for none.</returns>
    public StatelessAnswer? Received(Flow source, ReadOnlyMemory<byte> message)
    {
        if (refusal.IsAcknowledged(message.Span))
        {
            return null;
        }

        // Nobody repeats what a stream has carried. It is not read meanwhile, so what comes here is the little that was read before.
        if (inbox.IsFull && source.Transport == SipTransport.Udp)
        {
            Interlocked.Increment(ref dropped);
            return null;
        }

        if (AnswerTo(source, message) is { } answer)
        {
            return answer;
        }

        inbox.Post(new EngineInput.SipReceived(source, message));
        return null;
    }

    /// <summary>Sending failed, or a connection is gone.</summary>
    public void Failed(Flow flow) => inbox.Post(new EngineInput.SipFailed(flow));

    /// <summary>Null for what goes to the engine.</summary>
    private StatelessAnswer? AnswerTo(Flow source, ReadOnlyMemory<byte> message)
    {
        var glance = InviteScan.Read(message.Span, out var invite);
        if (glance == InviteGlance.NoNewCall)
        {
            return null;
        }

        var key = glance == InviteGlance.Plain ? InviteKey.Of(invite, secret) : InviteKey.Of(message.Span, secret);
        if (IsTaken(key, invite))
        {
            return null;
        }

        return glance == InviteGlance.Plain && refusal.TryAnswer(invite, source, key, out var answer) ? answer : refusal.Answer(message, source, key);
    }

    /// <summary>Decides once for each INVITE, however often it comes.</summary>
    private bool IsTaken(ulong key, in InviteScan invite)
    {
        lock (deciding)
        {
            if (!recent.TryFind(key, out var refused))
            {
                refused = !load.TryAdmit(load.IsHoldingBack && IsOfAgent(invite.FromUser));
                recent.Keep(key, refused);
            }

            return !refused;
        }
    }

    private bool IsOfAgent(ReadOnlySpan<byte> user) =>
        user.Length is > 0 and <= SipNetLimits.AgentName && isAgent(System.Text.Encoding.UTF8.GetString(user));
}
