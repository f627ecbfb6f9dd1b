using Rappel.Core.Config;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>What the configuration says about who may call and register.</summary>
internal sealed class SipPolicy(EngineContext context) : IUserAgentPolicy
{
    private readonly TrunkNetworks _networks = new();

    public bool IsClosed => context.Draining || context.Legs.Count >= EngineLimits.Calls;

    /// <summary>Never a browser, wherever it is: it is known by who signed in.</summary>
    public bool IsTrusted(Flow source) => TrunkOf(source) is not null;

    public string? PasswordOf(string user) => context.Configuration.Agents.GetValueOrDefault(user)?.Password;

    public string? UserAt(Flow flow) => context.Flows.Find(flow)?.User;

    public bool MayRegister(string user, Flow flow) => context.Configuration.Agents.GetValueOrDefault(user)?.Connection switch
    {
        AgentConnection.Phone => flow.Transport != SipTransport.Ws,
        AgentConnection.Browser => flow.Transport == SipTransport.Ws,
        _ => true,
    };

    /// <summary>The trunk an address belongs to: one that calls are sent to there, else the first whose networks hold it.</summary>
    public TrunkSnapshot? TrunkOf(Flow source) =>
        source.Transport == SipTransport.Ws ? null : _networks.Find(context.Configuration, source);
}
