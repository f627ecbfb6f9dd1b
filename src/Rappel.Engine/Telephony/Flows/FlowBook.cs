using Rappel.Core.Numbers;
using Rappel.Media.Sessions;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony.Flows;

/// <summary>Browsers that are connected now, and who sits at them.</summary>
internal sealed class FlowBook(EngineContext context)
{
    private readonly Dictionary<Flow, FlowIdentity> _open = [];

    /// <summary>For whom pages are to come back.</summary>
    private readonly List<IAwaitsPhone> _awaiting = [];

    /// <summary>Calls of pages whose connection is lost. They go on as long as their audio does.</summary>
    private readonly List<Leg> _doubted = [];

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
        var calls = context.Legs.All.Where(l => l.IsInBrowser && context.UserAgent.PeerOf(l.Sip) == flow).OrderBy(l => l.Id.Value).ToList();
        context.UserAgent.TransportFailed(context.Now, flow);
        foreach (var leg in calls)
        {
            Doubt(leg);
        }
    }

    /// <summary>
    /// A page has ended the audio of a call. One that hangs up says so too, by its connection, which may be the slower way; one that has lost its
    /// connection as well was closed, or is being loaded again.
    /// </summary>
    public void Silenced(Leg leg)
    {
        if (IsLost(leg))
        {
            PageGone(leg);
        }
        else
        {
            leg.Goodbye ??= context.Agenda.At(context.Now + EngineLimits.GoodbyeWithin, () => PageGone(leg));
        }
    }

    /// <summary>The page has no connection at this moment.</summary>
    public bool IsLost(Leg leg) => context.UserAgent.PeerOf(leg.Sip) is { IsLost: true };

    /// <summary>This one goes on when a phone of its user registers, or is registered no longer.</summary>
    public void Await(IAwaitsPhone waiting)
    {
        if (!_awaiting.Contains(waiting))
        {
            _awaiting.Add(waiting);
        }
    }

    public void Forget(IAwaitsPhone waiting)
    {
        if (_awaiting.Count > 0)
        {
            _awaiting.Remove(waiting);
        }
    }

    /// <summary>The phones of this user have changed.</summary>
    public void Changed(string user)
    {
        foreach (var leg in _doubted.Where(l => !IsLost(l)).ToList())
        {
            _doubted.Remove(leg);
            context.Order(new MediaOrder.Do(new SecureCommand.Doubt(leg.Media, false)));
        }

        foreach (var waiting in _awaiting.Where(w => w.User == user).ToList())
        {
            waiting.Look();
        }
    }

    /// <summary>The test phone that has this number now; null where there is none, as mostly.</summary>
    public Binding? TestPhoneOf(PhoneNumber number) =>
        _open.Count > 0 && context.UserAgent.BindingsOf(FlowIdentity.Customer.UserOf(number)) is [{ Flow.IsLost: false } binding, ..] ? binding : null;

    private void Doubt(Leg leg)
    {
        if (leg.Goodbye is not null)
        {
            PageGone(leg);
        }
        else
        {
            _doubted.RemoveAll(l => l.IsOver);
            _doubted.Add(leg);
            context.Order(new MediaOrder.Do(new SecureCommand.Doubt(leg.Media, true)));
        }
    }

    private void PageGone(Leg leg)
    {
        leg.Goodbye?.Cancel();
        if (!leg.IsOver)
        {
            context.Current.Id = leg.Work;
            context.Log(LogLevel.Note, "page-gone", $"the page at {leg.Id} was closed, or loaded again, in mid-call");
            context.Legs.GiveUp(leg, EndCause.Lost);
        }
    }
}
