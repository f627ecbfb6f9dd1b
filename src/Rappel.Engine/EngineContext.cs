using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Watching;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.After;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Engine.Telephony.Flows;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine;

/// <summary>What the parts of one engine share: the machines below, the time of this turn, and the way out.</summary>
internal sealed class EngineContext
{
    private readonly Queue<EngineOutput> _outputs = new();
    private readonly Queue<Action> _after = new();
    private static readonly AcdInput HoldOffers = new AcdInput.MatchingHeld(true);
    private static readonly AcdInput MakeOffers = new AcdInput.MatchingHeld(false);
    private bool _offersHeld;
    private Action? _offer;
    private long _legs;
    private long _media;
    private long _parties;

    public required EngineSettings Settings { get; init; }

    public required Func<ulong> Entropy { get; init; }

    /// <summary>Whose input, appointment or word from the disk is being handled.</summary>
    public required CurrentWork Current { get; init; }

    public required Ledger Ledger { get; init; }

    public required Agenda Agenda { get; init; }

    public required PortPool Ports { get; init; }

    public required Distributor Acd { get; init; }

    public required CallbackBook Book { get; init; }

    /// <summary>Set once, right after construction: the user agent asks the context for its policy.</summary>
    public IUserAgent UserAgent { get; set; } = null!;

    public LegBook Legs { get; set; } = null!;

    public FlowBook Flows { get; set; } = null!;

    public OnTheLine OnTheLine { get; set; } = null!;

    public Watchdog Watchdog { get; set; } = null!;

    public WatchDesk Watches { get; set; } = null!;

    /// <summary>What new calls run on; calls under way keep theirs.</summary>
    public required ConfigurationSnapshot Configuration { get; set; }

    public TenantId Tenant => Configuration.Tenant;

    /// <summary>The instant of the input being handled.</summary>
    public Instant Now { get; set; }

    /// <summary>Since the start.</summary>
    public long InvariantsBroken { get; set; }

    public bool Draining { get; set; }

    public StatusReasons StatusReasons { get; } = new();

    public AfterCallDesk AfterCalls { get; set; } = null!;

    public Memberships Memberships { get; set; } = null!;

    /// <summary>Callers' calls under way, by the value of their work id.</summary>
    public SortedDictionary<long, InboundCall> Callers { get; } = [];

    /// <summary>Calls and messages in line with the distributor, by work id. Callbacks are the book's: see <see cref="Callbacks.CallbackDesk.FindWork"/>.</summary>
    public Dictionary<WorkId, IOfferedWork> Works { get; } = [];

    /// <summary>Offers at agents' phones, and the calls that came of them.</summary>
    public SortedDictionary<OfferId, AgentRing> Rings { get; } = new(Comparer<OfferId>.Create((a, b) => a.Value.CompareTo(b.Value)));

    /// <summary>What agents had last, by their keys.</summary>
    public Dictionary<string, FinishedWork> LastWork { get; } = new(StringComparer.Ordinal);

    /// <summary>People called on an agent's behalf, from the first ring to the end, in the order they were called.</summary>
    public SortedDictionary<long, CalledParty> Parties { get; } = [];

    /// <summary>Calls that agents make by themselves, by the value of their work id.</summary>
    public SortedDictionary<long, DirectCall> DirectCalls { get; } = [];

    /// <summary>Attempts that ring the customer first, until they are over, by the value of the callback's id.</summary>
    public SortedDictionary<long, CustomerFirstCall> CustomerFirst { get; } = [];

    /// <summary>Who rings the customer, until the attempt or the call is over, by the value of the callback's id.</summary>
    public Dictionary<long, CustomerDialling> Dialling { get; } = [];

    /// <summary>Messages being recorded, by recording number.</summary>
    public Dictionary<long, MessageTaking> Messages { get; } = [];

    /// <summary>Conversations being recorded, and those whose file is not closed yet, by recording number.</summary>
    public Dictionary<long, CallRecording> Recordings { get; } = [];

    public CallbackDesk CallbackDesk { get; set; } = null!;

    public WebQuestions Web { get; set; } = null!;

    public CallingHours Hours { get; set; } = null!;

    public RemovedQueues RemovedQueues { get; set; } = null!;

    /// <summary>Nothing new is offered before all that this turn changes has been acted on.</summary>
    public void OfferTogether()
    {
        if (!_offersHeld)
        {
            _offersHeld = true;
            Acd.Handle(Now, HoldOffers);
            _after.Enqueue(_offer ??= Offer);
        }
    }

    /// <summary>Runs once what the machines below had to say in this turn has been acted on.</summary>
    public void AfterOutputs(Action act) => _after.Enqueue(Current.Continue(act));

    public bool TryTakeAfter(out Action act) => _after.TryDequeue(out act!);

    public long LastInteraction { get; set; }

    public long LastRecording { get; set; }

    public long LastCallback { get; set; }

    public long NewParty() => ++_parties;

    /// <summary>An agent called without an offer; null where this one was not.</summary>
    public CalledParty? PartyOf(string agent) => Parties.Values.FirstOrDefault(p => p.Agent?.Key == agent);

    public LegId NewLeg() => new(++_legs);

    public Rappel.Media.Sessions.MediaSessionId NewMedia() => new(++_media);

    public InteractionId NewInteraction() => new(++LastInteraction);

    public RecordingId NewRecording() => new(++LastRecording);

    public CallbackId NewCallback() => new(++LastCallback);

    public void Emit(EngineOutput output) => _outputs.Enqueue(output);

    public void Order(MediaOrder order) => _outputs.Enqueue(new EngineOutput.OrderMedia(order));

    public void Log(LogLevel level, string kind, string text) => _outputs.Enqueue(new EngineOutput.Log(level, kind, text));

    public bool TryTake(out EngineOutput output) => _outputs.TryDequeue(out output!);

    private void Offer()
    {
        _offersHeld = false;
        Acd.Handle(Now, MakeOffers);
    }
}
