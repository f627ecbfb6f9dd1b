using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>A customer called back who talks with the agent, whoever of the two was rung first.</summary>
internal sealed class ConnectedCallback : ICustomer, ILegOwner
{
    private readonly EngineContext _context;
    private readonly CallbackId _id;
    private readonly CallbackRequest _request;
    private bool _over;

    private ConnectedCallback(EngineContext context, CallbackId id, Leg leg)
    {
        _context = context;
        _id = id;
        Leg = leg;
        leg.Owner = this;
        context.Book.Handle(context.Now, new CallbackInput.CustomerConnected(id));
        _request = context.Book.Get(id)!;
    }

    public Leg Leg { get; }

    public LiveCallKind Kind => LiveCallKind.Callback;

    public InteractionId Interaction => _request.Interaction;

    public CallbackId? Callback => _id;

    public string? Queue => _request.Terms.Queue;

    public LiveSubject Subject => new(_request.Number, _request.CustomerName, _request.Language);

    public QueueRecording Recording => _context.Configuration.OutboundQueues.GetValueOrDefault(_request.Terms.Queue)?.Recording ?? QueueRecording.Off;

    public AudioSegment? Music => Prompts.Find(_context.Configuration, Line?.Music, _request.Language);

    public string Shown => _request.CallerId;

    public bool MayBeHandedOver => Channel is not null;

    private ChannelSnapshot? Channel => DirectDialling.ChannelOf(_context.Configuration, _request.CallerId);

    private Talk Talk { get; set; } = null!;

    /// <summary>Where its customer waited, or would have: the queue that callbacks of this one's stand in for.</summary>
    private InboundQueueSnapshot? Line =>
        _request.InboundQueue is { } key && _context.Configuration.InboundQueues.TryGetValue(key, out var queue) ? queue
            : _context.Configuration.InboundQueues.Values.Where(q => q.OutboundQueue == _request.Terms.Queue).MinBy(q => q.Key, StringComparer.Ordinal);

    public static Talk Begin(EngineContext context, CallbackId id, Leg customer, AgentRing ring)
    {
        var connected = new ConnectedCallback(context, id, customer);
        return connected.Talk = new Talk(context, connected, ring);
    }

    public void Connected(ISeat seat)
    {
        // The book was told before anything else.
    }

    public void Up(Leg leg) => Talk.HoldChanged();

    public void Failed(Leg leg, LegFailure failure) => Ended(leg, EndCause.TransportFailed);

    /// <summary>The customer hung up.</summary>
    public void Ended(Leg leg, EndCause cause)
    {
        End();
        Talk.CustomerGone();
    }

    public void PlayEnded(Leg leg, int token) => Talk.CustomerHeard(token);

    public void HoldChanged(Leg leg) => Talk.HoldChanged();

    public void SeatGone()
    {
        _context.Legs.Hangup(Leg);
        End();
    }

    /// <summary>The callback is done: the customer was reached. What follows is a call like that of any caller.</summary>
    public InboundCall HandOver(string outcome)
    {
        var now = _context.Now;
        var channel = Channel!;
        var script = new ScriptCall(new PhoneNumber(_request.Number), channel.Key, channel.Number, _request.Language);
        foreach (var (name, value) in _request.Variables)
        {
            script.Variables[name] = value;
        }

        var record = new InteractionRecord(_context.Ledger, new InteractionRow(
            _context.Tenant, _context.NewInteraction(), InteractionKind.Inbound, Interaction, channel.Key, Line?.Key, _request.Number, channel.Number,
            _request.Language, now, null, null, null, null, null, null));
        var call = InboundCall.Adopt(_context, Leg, channel, script, record);
        (call.LastQueue, call.Place) = (Line, _request.Place);
        _context.Ledger.Note(now, _id.ToString(), "handed-over", outcome);

        // Nothing is left for the agent to say of it in the wrap-up: whoever has the customer now goes on.
        _over = true;
        _context.Book.Handle(now, new CallbackInput.CallEnded(_id));
        return call;
    }

    private void End()
    {
        if (!_over)
        {
            _over = true;
            _context.CallbackDesk.TalkEnded(_id);
        }
    }
}
