using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// An agent who works in a browser alone is offered nothing once the page is gone for longer than it takes to load it again, nor after a restart
/// before it is back; and nothing rings over a connection that is known to be closed.
/// </summary>
internal sealed class NobodyOfferedWithoutPhone(Referee referee) : Checker(referee)
{
    private static readonly TimeSpan Grace = UserAgentLimits.Default.FlowGrace + TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Since when none of their pages has been connected.</summary>
    private readonly Dictionary<string, Instant> _gone = new(StringComparer.Ordinal);

    public override void PageConnected(Instant now, string user, bool isOpen)
    {
        var count = _open[user] = _open.GetValueOrDefault(user) + (isOpen ? 1 : -1);
        if (count == 0)
        {
            _gone[user] = TrueTime;
        }
        else
        {
            _gone.Remove(user);
        }
    }

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfOffer({ Outcome: null } offer)
            || Configuration.Agents.GetValueOrDefault(offer.Agent) is not { Connection: AgentConnection.Browser })
        {
            return;
        }

        if (!_open.ContainsKey(offer.Agent))
        {
            Object(now, $"{offer.Agent} is offered {offer.Id}, and has not been here since the process began");
        }
        else if (_gone.TryGetValue(offer.Agent, out var since) && TrueTime - since > Grace)
        {
            Object(now, $"{offer.Agent} is offered {offer.Id}, whose page has been gone for {(TrueTime - since).TotalSeconds:0} s");
        }
    }

    public override void SentToNobody(Instant now, Flow flow, ReadOnlyMemory<byte> message)
    {
        if (!flow.IsLost && message.Span.StartsWith("INVITE "u8))
        {
            Object(now, $"a phone is rung over {flow}, connection {flow.Connection}, which is closed");
        }
    }

    public override void Crashed()
    {
        _open.Clear();
        _gone.Clear();
    }
}
