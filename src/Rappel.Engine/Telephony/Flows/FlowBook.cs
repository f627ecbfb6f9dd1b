using Rappel.Core.Numbers;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony.Flows;

/// <summary>Browsers that are connected now, and who sits at them.</summary>
internal sealed class FlowBook(EngineContext context)
{
    private readonly Dictionary<Flow, FlowIdentity> _open = [];

    /// <summary>Offers to pages that are being loaded again.</summary>
    private readonly List<PhoneRinging> _awaiting = [];

    public int Count => _open.Count;

    public FlowIdentity? Find(Flow flow) => flow.Transport == SipTransport.Ws ? _open.GetValueOrDefault(flow) : null;

    public void Opened(Flow flow, FlowIdentity identity)
    {
        _open[flow] = identity;
        if (identity is FlowIdentity.Customer customer)
        {
            context.Log(LogLevel.Note, "test-phone", $"a test phone for {customer.Number} is open at {flow}: while it is registered, calls to that number ring it");
        }
    }

    public void Closed(Flow flow)
    {
        _open.Remove(flow);
        context.UserAgent.TransportFailed(context.Now, flow);
    }

    /// <summary>This one goes on when a phone of its user registers, or is registered no longer.</summary>
    public void Await(PhoneRinging ringing)
    {
        if (!_awaiting.Contains(ringing))
        {
            _awaiting.Add(ringing);
        }
    }

    public void Forget(PhoneRinging ringing)
    {
        if (_awaiting.Count > 0)
        {
            _awaiting.Remove(ringing);
        }
    }

    /// <summary>The phones of this user have changed.</summary>
    public void Changed(string user)
    {
        foreach (var ringing in _awaiting.Where(r => r.User == user).ToList())
        {
            ringing.Look();
        }
    }

    /// <summary>The test phone that has this number now; null where there is none, as mostly.</summary>
    public Binding? TestPhoneOf(PhoneNumber number) =>
        _open.Count > 0 && context.UserAgent.BindingsOf(FlowIdentity.Customer.UserOf(number)) is [{ Flow.IsLost: false } binding, ..] ? binding : null;
}
