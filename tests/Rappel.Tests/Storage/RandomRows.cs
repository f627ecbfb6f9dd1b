using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Storage;

/// <summary>Rows of every shape from one seed: odd texts, missing parts, moments to the tick.</summary>
internal sealed class RandomRows(int seed, TenantId tenant)
{
    private static readonly string[] Texts = ["", "a", "Zoé Tremblay", "nurse-line", "it's \"quoted\" \\ % _", "日本語 🙂", "line\nbreak\ttab", "+15145550100"];
    private readonly Random _random = new(seed);

    public TenantId Tenant { get; } = tenant;

    public CallbackRequest Callback(long id, CallbackStatus? status = null) => new(
        new CallbackId(id), Tenant, _random.NextInt64(1, 1 << 40), status ?? One<CallbackStatus>(), Terms(), Text(), Maybe(Text), Maybe(Text), Text(),
        Text(), Maybe(Text), Maybe(Text), One<CallbackOrigin>(), new InteractionId(_random.NextInt64(1, long.MaxValue)),
        MaybeValue(() => new InteractionId(_random.NextInt64())), Moment(), Moment(), Moment(), MaybeValue(Moment), _random.Next(11), _random.Next(40),
        MaybeValue(() => _random.Next(1, 40)), _random.Next(10), Maybe(Text), MaybeValue(One<AttemptOutcome>), MaybeValue(Moment), Maybe(Text),
        Pairs())
    {
        Handling = Maybe(Handling),
        MachinesMet = _random.Next(11),
        ToldWait = MaybeValue(() => _random.Next(7200)),
        PromiseError = MaybeValue(() => _random.Next(-3600, 3600)),
    };

    public CallbackTerms Terms() => new(
        Text(), Maybe(Text), Text(), _random.Next(1, 11), Length(), Length(), Length(), _random.Next(2) == 0)
    {
        RungFirst = One<RungFirst>(),
        OnMachine = One<MachineAction>(),
        Duplicates = One<DuplicateChoice>(),
        Announcement = Maybe(Text),
        MachineMessage = Maybe(Text),
    };

    private CallbackHandling Handling() => new(
        Maybe(() => new CallbackWindow(Moment(), Moment())), MaybeValue(Moment), Maybe(Text),
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new CallbackNote(Moment(), Text(), Text()))], Maybe(Text));

    public CallbackAttempt Attempt(long callback, int serial, bool open) => new(
        new CallbackId(callback), serial, _random.Next(1, 11), Maybe(Text), Moment(), MaybeValue(Moment), MaybeValue(Moment), MaybeValue(Moment),
        open ? null : One<AttemptOutcome>(), _random.Next(2) == 0, MaybeValue(() => _random.Next(100, 700)));

    public OfferRow Offer(long id, bool open, long? interaction = null) => new(
        Tenant, new OfferId(id), Text(), Text(), One<WorkKind>(), new InteractionId(interaction ?? _random.NextInt64(1, 1000)),
        MaybeValue(() => new CallbackId(_random.NextInt64())), Moment(), MaybeValue(Moment), open ? null : One<OfferOutcome>())
    {
        TalkedFrom = MaybeValue(Moment),
        TalkedUntil = MaybeValue(Moment),
    };

    public InteractionRow Interaction(long id, bool open, long? parent = null) => new(
        Tenant, new InteractionId(id), One<InteractionKind>(), parent is { } p ? new InteractionId(p) : null, Maybe(Text), Maybe(Text), Maybe(Text),
        Maybe(Text), Text(), Moment(), MaybeValue(Moment), MaybeValue(Moment), open ? null : Moment(), Maybe(Text), Maybe(Text),
        MaybeValue(() => _random.Next()))
    {
        ExpectedWaitError = MaybeValue(() => _random.Next(-3600, 3600)),
    };

    public AgentRow Agent(string key) => new(Tenant, key, One<AgentStatus>(), Moment(), Moment())
    {
        Held = Maybe(() => new HeldWrapUp(
            new InteractionId(_random.NextInt64()), MaybeValue(() => new CallbackId(_random.NextInt64())), Text(), One<WorkKind>(), Moment(), Moment(), Maybe(Text))),
    };

    public BindingRow Binding(string user, string contact) => new(
        Tenant, user, contact, Text(), Text(), _random.Next(65536), Moment(), Text(), Text(), _random.NextInt64(1L << 32), false);

    public VoicemailRow Voicemail(long id, VoicemailStatus status) => new(
        Tenant, new InteractionId(id), MaybeValue(() => new InteractionId(_random.NextInt64())), Text(), Maybe(Text), Text(), Moment(), Length(), Text(),
        status, Maybe(Text))
    {
        ClosedAt = MaybeValue(Moment),
        ClosedBy = Maybe(Text),
        Note = Maybe(Text),
    };

    public MembershipRow Membership(string agent) => new(
        Tenant, One<WorkKind>(), Text(), agent, _random.Next(2) == 0, MaybeValue(() => _random.Next(1, 11)), Text(), Moment(), false);

    public JournalRow Journal(string subject, Instant? at = null) => new(Tenant, at ?? Moment(), subject, Text(), Maybe(Text), Maybe(Text));

    public Instant Moment() => new(_random.NextInt64(Instant.MinValue.UtcTicks, Instant.MaxValue.UtcTicks), TimeSpan.Zero);

    private TimeSpan Length() => new(_random.NextInt64(0, TimeSpan.TicksPerDay * 4));

    private string Text() => Texts[_random.Next(Texts.Length)];

    private T One<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private T? Maybe<T>(Func<T> make) where T : class => _random.Next(2) == 0 ? make() : null;

    private T? MaybeValue<T>(Func<T> make) where T : struct => _random.Next(2) == 0 ? make() : null;

    private ImmutableDictionary<string, string> Pairs() =>
        Enumerable.Range(0, _random.Next(4)).ToImmutableDictionary(i => $"{Text()}{i}", _ => Text());
}
