using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Sip.Transports;

namespace Rappel.Simulation.Checkers;

internal sealed record Violation(Instant At, string Rule, string Text)
{
    public override string ToString() => $"{At:MM-dd HH:mm:ss.fff} {Rule}: {Text}";
}

/// <summary>Brings what happens in the world to every checker, and keeps what they object to.</summary>
internal sealed class Referee
{
    private const int MostKept = 1_000;

    private readonly List<Violation> _violations = [];
    private readonly Checker[] _checkers;
    private readonly MembershipsHold _memberships;

    private readonly World _world;
    private int _crashes;

    public Referee(World world, SimStore store, ConfigurationSnapshot configuration)
    {
        _world = world;
        Configuration = configuration;
        var line = new LineWatch(this);
        var hearing = new HearingWatch(this);
        _memberships = new MembershipsHold(this, store);
        _checkers =
        [
            _memberships,
            line,
            new NoRequestLost(this, store),
            new OneOutcomePerAttempt(this, store),
            new NobodyRungTwice(this, store),
            new NothingBeginsAfterExpiry(this),
            new AgentInOnePlace(this),
            new NoMoreInFlightThanAgents(this),
            new CallbackKeepsItsPlace(this, line),
            new CallersKeepTheirPlace(this, line),
            new AgentFirst(this, store),
            new RetryDelayIsKept(this, store),
            new OneOpenRequestPerNumber(this),
            new NothingOutsideHours(this),
            new FinalStaysFinal(this),
            new DivertedIsNotAbandoned(this),
            new NothingIsLeft(this, store),
            new HandlingIsKept(this),
            new NobodyDialledInVain(this, store),
            new CapIsKept(this, store),
            new NobodyRungForSomebodyGone(this),
            new NoAgentStuck(this),
            new ExpiryIsOnTime(this, store),
            new CallersWhoStayComeFirst(this, line),
            new ServedIsNotDialled(this),
            new LanguageIsKept(this, store),
            new OneAgentPerCustomer(this, store),
            new KeyBeforeAgent(this, store),
            new NobodyOnTheLineIsOffered(this, store),
            new AttemptsAreCounted(this),
            new OutcomeIsWhatTheCarrierSaid(this),
            new WhatWasAskedIsDone(this),
            new MissingCodesHold(this),
            new DecisionsHold(this),
            new NobodyInTwoConversations(this),
            new NobodyHearsNothingForEver(this),
            new HandedOverKeepTheirPlace(this),
            new WatchingChangesNothing(this, hearing),
            hearing,
            new WatchersAreUnheard(this, hearing),
            new WatchesEnd(this, hearing),
            new RecordingsEnd(this, store),
            new RecordingIsAnnounced(this),
            new NobodyOfferedWithoutPhone(this),
        ];
    }

    public IReadOnlyList<Violation> Violations => _violations;

    public Instant TrueTime => _world.Now;

    /// <summary>Which turn of the engine this is: what it orders and what it writes in one belong together.</summary>
    public long Turn { get; set; }

    /// <summary>The version last published.</summary>
    public ConfigurationSnapshot Configuration { get; private set; }

    /// <summary>Whether this agent serves this queue, as supervisors changed it or else as configured.</summary>
    public bool Serves(WorkKind kind, string queue, string agent) => _memberships.Change(kind, queue, agent) ?? kind switch
    {
        WorkKind.LiveCall => IsMember(Configuration.InboundQueues.GetValueOrDefault(queue)?.Members, agent),
        WorkKind.Callback => IsMember(Configuration.OutboundQueues.GetValueOrDefault(queue)?.Members, agent),
        _ => IsMember(Configuration.VoicemailQueues.GetValueOrDefault(queue)?.Members, agent),
    };

    public void Published(ConfigurationSnapshot configuration)
    {
        Configuration = configuration;
        Tell(c => c.Published(configuration));
    }

    public void Violation(Instant at, string rule, string text)
    {
        // A rule that is broken all the time need not fill the memory.
        if (_violations.Count < MostKept)
        {
            _violations.Add(new Violation(at, rule, text));
        }
    }

    /// <summary>The engine decided it; not yet on disk.</summary>
    public void Issued(Instant now, StoreRow row)
    {
        foreach (var checker in _checkers)
        {
            checker.Issued(now, row);
        }
    }

    public void Durable(Instant now, StoreRow row)
    {
        foreach (var checker in _checkers)
        {
            checker.Durable(now, row);
        }
    }

    /// <summary>A trunk was asked for this number.</summary>
    public void Invited(Instant now, string number) => Tell(c => c.Invited(now, number));

    /// <summary>This number's phone rings.</summary>
    public void Rung(Instant now, string number) => Tell(c => c.Rung(now, number));

    public void CarrierRejects(string number, int status, int? cause) => Tell(c => c.CarrierRejects(number, status, cause));

    public void CallerIsThrough(string number) => Tell(c => c.CallerIsThrough(number));

    public void CallerLeft(Instant now, string number) => Tell(c => c.CallerLeft(now, number));

    public void CallerOnlyWaits(string number) => Tell(c => c.CallerOnlyWaits(number));

    public void Heard(Instant now, string expected, string language, string text) => Tell(c => c.Heard(now, expected, language, text));

    public void CustomerHeard(Instant now, string number, string language, string text) => Tell(c => c.CustomerHeard(now, number, language, text));

    public void CustomerAnswered(Instant now, string number) => Tell(c => c.CustomerAnswered(now, number));

    public void CustomerPressed(Instant now, string number) => Tell(c => c.CustomerPressed(now, number));

    public void CustomerLeft(Instant now, string number) => Tell(c => c.CustomerLeft(now, number));

    public void AgentRung(Instant now, string agent, string number, string display) => Tell(c => c.AgentRung(now, agent, number, display));

    public void PhoneRung(string user, int enginePort, bool watches) => Tell(c => c.PhoneRung(user, enginePort, watches));

    public void PageConnected(Instant now, string user, bool isOpen) => Tell(c => c.PageConnected(now, user, isOpen));

    public void SentToNobody(Instant now, Flow flow, ReadOnlyMemory<byte> message) => Tell(c => c.SentToNobody(now, flow, message));

    public void AgentTalks(Instant now, string agent, string number, bool begins) => Tell(c => c.AgentTalks(now, agent, number, begins));

    public void Sent(ReadOnlyMemory<byte> message) => Tell(c => c.Sent(message));

    public void Ordered(Instant now, MediaOrder order)
    {
        foreach (var checker in _checkers)
        {
            checker.Ordered(now, order);
        }
    }

    public void Commanded(Instant now, EngineCommand command) => Tell(c => c.Commanded(now, command));

    public void Obeyed(Instant now, EngineCommand command) => Tell(c => c.Obeyed(now, command));

    public void Decided(Instant now, CallbackId callback, DecidedOutcome? outcome) => Tell(c => c.Decided(now, callback, outcome));

    public void Viewed(Instant now, LiveView view) => Tell(c => c.Viewed(now, view));

    /// <summary>An agent's phone was answered while this many calls, this one included, are up on it.</summary>
    public void AgentAnswered(Instant now, string agent, int calls) => Tell(c => c.AgentAnswered(now, agent, calls));

    /// <summary>A caller heard that the callback was taken, with the digits of its number.</summary>
    public void CallerWasPromised(Instant now, string digits) => Tell(c => c.CallerWasPromised(now, digits));

    /// <summary>A process begins: what the last one left is what it finds.</summary>
    public void Restarted(Instant now) => Tell(c => c.Restarted(now));

    public void Crashed()
    {
        _crashes++;
        Tell(c => c.Crashed());
    }

    /// <summary>Looks again later, unless the process dies before.</summary>
    public void After(TimeSpan delay, Action look)
    {
        var crashes = _crashes;
        _world.After(delay, () =>
        {
            if (crashes == _crashes)
            {
                look();
            }
        });
    }

    public void AtTheEnd(Instant now, LiveView? view) => Tell(c => c.AtTheEnd(now, view));

    private void Tell(Action<Checker> tell)
    {
        foreach (var checker in _checkers)
        {
            tell(checker);
        }
    }

    private static bool IsMember(IEnumerable<QueueMember>? members, string agent) => members?.Any(m => m.Agent == agent && m.Enabled) ?? false;
}
