using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage;

namespace Rappel.Tests.Storage;

/// <summary>What every store must do, whatever database is under it.</summary>
public abstract partial class StoreConformance : IDisposable
{
    private protected static readonly TenantId Tenant = TenantId.Default;
    private protected readonly RandomRows _rows = new(20261122, Tenant);

    private protected abstract IServerStore Store { get; }

    /// <summary>Closes the store and opens it again.</summary>
    private protected abstract void Reopen();

    [Fact]
    public void An_empty_store_gives_an_empty_state()
    {
        var state = Store.Load(Tenant);

        AssertSame(StoredState.Empty, state);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_was_written_is_what_is_loaded(int seed)
    {
        var rows = new RandomRows(seed, Tenant);
        var expected = new StoredState(
            [.. Enumerable.Range(1, 200).Select(i => rows.Callback(i, (CallbackStatus)(i % 5)))],
            [.. Enumerable.Range(1, 50).Select(i => rows.Attempt(i, 3, open: true))],
            [.. Enumerable.Range(1, 50).Select(i => rows.Offer(i, open: true))],
            [.. Enumerable.Range(1, 50).Select(i => rows.Interaction(i, open: true))],
            [.. Enumerable.Range(1001, 20).Select(i => rows.Agent($"{i}"))],
            [.. Enumerable.Range(1001, 20).Select(i => rows.Binding($"{i}", $"sip:{i}@192.0.2.7:5060"))],
            [.. Enumerable.Range(60, 20).Select(i => rows.Voicemail(i, (VoicemailStatus)(i % 3)))],
            0, 200, 50);
        expected = expected with { LastInteractionId = expected.Callbacks.Max(c => c.Interaction.Value) };

        Apply([.. RowsOf(expected)]);

        AssertSame(expected, Store.Load(Tenant));
        Reopen();
        AssertSame(expected, Store.Load(Tenant));
    }

    [Fact]
    public void Load_gives_open_rows_only_and_ids_of_all()
    {
        Apply(
            new StoreRow.OfCallback(_rows.Callback(1, CallbackStatus.Waiting) with { Interaction = new(5) }),
            new StoreRow.OfCallback(_rows.Callback(2, CallbackStatus.BadNumber) with { Interaction = new(6) }),
            new StoreRow.OfAttempt(Tenant, _rows.Attempt(1, 1, open: false)),
            new StoreRow.OfAttempt(Tenant, _rows.Attempt(1, 2, open: true)),
            new StoreRow.OfOffer(_rows.Offer(7, open: true)),
            new StoreRow.OfOffer(_rows.Offer(8, open: false)),
            new StoreRow.OfInteraction(_rows.Interaction(9, open: true)),
            new StoreRow.OfInteraction(_rows.Interaction(10, open: false)),
            new StoreRow.OfVoicemail(_rows.Voicemail(9, VoicemailStatus.New)),
            new StoreRow.OfVoicemail(_rows.Voicemail(10, VoicemailStatus.Closed)),
            new StoreRow.OfVoicemail(_rows.Voicemail(3, VoicemailStatus.Failed)));

        var state = Store.Load(Tenant);

        Assert.Equal([1L], state.Callbacks.Select(c => c.Id.Value));
        Assert.Equal([2], state.OpenAttempts.Select(a => a.Serial));
        Assert.Equal([7L], state.OpenOffers.Select(o => o.Id.Value));
        Assert.Equal([9L], state.OpenInteractions.Select(i => i.Id.Value));
        Assert.Equal([9L], state.OpenVoicemails.Select(v => v.Id.Value));
        Assert.Equal((10L, 2L, 8L), (state.LastInteractionId, state.LastCallbackId, state.LastOfferId));
    }

    [Fact]
    public void A_row_replaces_the_row_with_its_key()
    {
        var first = _rows.Callback(1, CallbackStatus.Waiting) with { Revision = 1 };
        var second = first with { Revision = 2, Status = CallbackStatus.Delayed, DueAt = _rows.Moment(), AttemptsUsed = 1 };
        var agent = _rows.Agent("1001");

        Apply(new StoreRow.OfCallback(first), new StoreRow.OfAgent(_rows.Agent("1001")));
        Apply(new StoreRow.OfCallback(second), new StoreRow.OfAgent(agent));

        AssertSame(second, Store.GetCallback(Tenant, first.Id)!);
        Assert.Equal([agent], Store.Load(Tenant).Agents);
    }

    [Fact]
    public void A_lower_revision_never_overwrites_a_higher()
    {
        var newer = _rows.Callback(1, CallbackStatus.Completed) with { Revision = 7 };
        Apply(new StoreRow.OfCallback(newer));

        Apply(new StoreRow.OfCallback(newer with { Revision = 6, Status = CallbackStatus.Waiting }));

        AssertSame(newer, Store.GetCallback(Tenant, newer.Id)!);
    }

    [Fact]
    public void A_removed_binding_is_gone()
    {
        var kept = _rows.Binding("1001", "sip:a");
        var removed = _rows.Binding("1001", "sip:b");
        Apply(new StoreRow.OfBinding(kept), new StoreRow.OfBinding(removed));

        Apply(new StoreRow.OfBinding(removed with { Removed = true }), new StoreRow.OfBinding(_rows.Binding("never", "was") with { Removed = true }));

        Assert.Equal([kept], Store.Load(Tenant).Bindings);
    }

    [Fact]
    public void Batches_applied_together_are_written_together_or_not_at_all()
    {
        var good = new Batch(1, [new StoreRow.OfCallback(_rows.Callback(1, CallbackStatus.Waiting)), new StoreRow.OfJournal(_rows.Journal("cb-1"))]);
        var attemptWithoutRequest = new Batch(2, [new StoreRow.OfAttempt(Tenant, _rows.Attempt(99, 1, open: true))]);

        Assert.Throws<StoreException>(() => Store.Apply([good, attemptWithoutRequest]));

        Assert.Null(Store.GetCallback(Tenant, new(1)));
        Assert.Empty(Store.JournalOf(Tenant, "cb-1"));
        Store.Apply([good]);
        Assert.NotNull(Store.GetCallback(Tenant, new(1)));
    }

    [Fact]
    public void An_attempt_may_come_before_its_request_in_a_batch()
    {
        var attempt = _rows.Attempt(1, 1, open: true);

        Apply(new StoreRow.OfAttempt(Tenant, attempt), new StoreRow.OfCallback(_rows.Callback(1)));

        Assert.Equal([attempt], Store.AttemptsOf(Tenant, new(1)));
    }

    [Fact]
    public void The_journal_comes_in_order_of_time_and_of_writing_within_a_moment()
    {
        var t = _rows.Moment();
        JournalRow[] written =
        [
            _rows.Journal("cb-1", t) with { Event = "second" }, _rows.Journal("cb-1", t) with { Event = "third" },
            _rows.Journal("cb-2", t), _rows.Journal("cb-1", t.AddTicks(-1)) with { Event = "first" },
        ];

        Apply([.. written.Select(j => new StoreRow.OfJournal(j))]);

        Assert.Equal([written[3], written[0], written[1]], Store.JournalOf(Tenant, "cb-1"));
    }

    [Fact]
    public void Tenants_do_not_see_each_other()
    {
        var other = new RandomRows(5, new TenantId("other"));
        Apply(
            new StoreRow.OfCallback(_rows.Callback(1, CallbackStatus.Waiting)), new StoreRow.OfCallback(other.Callback(1, CallbackStatus.Waiting)),
            new StoreRow.OfAgent(other.Agent("1001")), new StoreRow.OfJournal(other.Journal("cb-1")));
        Store.AddVersion(other.Tenant, new NewVersion(_rows.Moment(), "x", "", ConfigurationOrigin.Folder, null, FileTable.Empty), endDraft: false);

        Assert.Single(Store.Load(Tenant).Callbacks, c => c.Tenant == Tenant);
        Assert.Empty(Store.Load(Tenant).Agents);
        Assert.Empty(Store.JournalOf(Tenant, "cb-1"));
        Assert.Null(Store.LatestVersion(Tenant));
        Assert.Single(Store.Load(other.Tenant).Agents);
    }

    [Fact]
    public void Callbacks_are_found_by_status_queue_and_number_newest_first_page_by_page()
    {
        Apply([.. Enumerable.Range(1, 30).Select(i => new StoreRow.OfCallback(_rows.Callback(i) with
        {
            Status = i % 3 == 0 ? CallbackStatus.Expired : CallbackStatus.Waiting,
            Number = $"+1514555{i:0000}",
            Terms = _rows.Terms() with { Queue = i % 2 == 0 ? "even" : "odd" },
        }))]);

        Assert.Equal([30L, 29, 28], Find(new(null, false, null, null, 3, null)));
        Assert.Equal([27L, 26], Find(new(null, false, null, null, 2, 28)));
        Assert.Equal([30L, 27, 24], Find(new(CallbackStatus.Expired, false, null, null, 3, null)));
        Assert.Equal([29L, 28, 26], Find(new(null, true, null, null, 3, null)));
        Assert.Equal([27L, 21, 15, 9, 3], Find(new(CallbackStatus.Expired, false, "odd", null, 100, null)));
        Assert.Equal([7L], Find(new(null, false, null, "5550007", 100, null)));
        Assert.Equal([7L], Find(new(null, false, null, "+15145550007", 100, null)));
        Assert.Empty(Find(new(null, false, null, "%", 100, null)));
    }

    [Fact]
    public void Callbacks_are_found_by_name_agent_and_hold()
    {
        var handled = CallbackHandling.None with { Notes = [new CallbackNote(_rows.Moment(), "marie", "heldBecause")] };
        CallbackRequest Named(long id, string? name, string? agent, CallbackHandling? handling, CallbackStatus status = CallbackStatus.Waiting) =>
            _rows.Callback(id) with { Id = new(id), Status = status, CustomerName = name, Agent = agent, Handling = handling };
        Apply([.. new[]
        {
            Named(1, "Éva Côté", null, null), Named(2, "Eva Roy", "1001", handled), Named(3, null, "1002", handled with { HeldBecause = CallbackHold.Fault }),
            Named(4, "Zoé", null, handled with { AssignedAgent = "1001", HeldBecause = CallbackHold.ByHand }),
            Named(5, "CÔTÉ", null, handled with { HeldBecause = CallbackHold.ByHand }, CallbackStatus.Expired),
        }.Select(c => new StoreRow.OfCallback(c))]);
        var any = new CallbackFilter(null, false, null, null, 100, null);

        Assert.Equal([5L, 1], Find(any with { Name = "côté" }));
        Assert.Equal([2L], Find(any with { Name = "eva" }));
        Assert.Empty(Find(any with { Name = "%" }));
        Assert.Equal([4L, 2], Find(any with { Agent = "1001" }));
        Assert.Equal([4L, 3], Find(any with { Held = true }));
        Assert.Equal([5L, 2, 1], Find(any with { Held = false }));
        Assert.Equal([4L], Find(any with { Held = true, Agent = "1001", Name = "ZO" }));
    }

    [Fact]
    public void Interactions_are_found_newest_first_and_by_parent_with_their_offers()
    {
        InteractionRow[] rows = [.. Enumerable.Range(1, 9).Select(i => _rows.Interaction(i, open: false, parent: i > 6 ? 2 : null))];
        OfferRow[] offers = [_rows.Offer(1, false, 2), _rows.Offer(2, true, 2), _rows.Offer(3, true, 3)];
        Apply([.. rows.Select(i => new StoreRow.OfInteraction(i)), .. offers.Select(o => new StoreRow.OfOffer(o))]);

        Assert.Equal([rows[8], rows[7]], Store.FindInteractions(Tenant, 2, null));
        Assert.Equal([rows[6], rows[5]], Store.FindInteractions(Tenant, 2, 8));
        Assert.Equal(rows[4], Store.GetInteraction(Tenant, new(5)));
        Assert.Null(Store.GetInteraction(Tenant, new(50)));
        Assert.Equal([rows[6], rows[7], rows[8]], Store.ChildrenOf(Tenant, new(2)));
        Assert.Equal([offers[0], offers[1]], Store.OffersOf(Tenant, new(2)));
    }

    [Fact]
    public void A_setting_is_kept_and_replaced()
    {
        Assert.Null(Store.GetSetting("api-token"));
        Store.SetSetting("api-token", "one");
        Store.SetSetting("api-token", "two");
        Reopen();

        Assert.Equal("two", Store.GetSetting("api-token"));
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    private protected void Apply(params ImmutableArray<StoreRow> rows) => Store.Apply([new Batch(1, rows)]);

    private protected static void AssertSame(CallbackRequest expected, CallbackRequest actual)
    {
        Assert.Equal(expected.Variables.OrderBy(v => v.Key), actual.Variables.OrderBy(v => v.Key));
        Assert.Equal(expected.Handling?.Notes ?? [], actual.Handling?.Notes ?? []);
        Assert.Equal(expected, actual with
        {
            Variables = expected.Variables,
            Handling = actual.Handling is { } handling ? handling with { Notes = expected.Handling?.Notes ?? [] } : null,
        });
    }

    private static void AssertSame(StoredState expected, StoredState actual)
    {
        Assert.Equal(expected.Callbacks.Length, actual.Callbacks.Length);
        Assert.All(expected.Callbacks.Zip(actual.Callbacks), pair => AssertSame(pair.First, pair.Second));

        Assert.Equal(expected.OpenAttempts, actual.OpenAttempts);
        Assert.Equal(expected.OpenOffers, actual.OpenOffers);
        Assert.Equal(expected.OpenInteractions.Where(IsLoaded), actual.OpenInteractions.Where(IsLoaded));
        Assert.Equal(expected.Agents, actual.Agents);
        Assert.Equal(expected.Bindings, actual.Bindings);
        Assert.Equal(expected.OpenVoicemails, actual.OpenVoicemails);
        Assert.Equal(
            (expected.LastInteractionId, expected.LastCallbackId, expected.LastOfferId),
            (actual.LastInteractionId, actual.LastCallbackId, actual.LastOfferId));
    }

    /// <summary>The record of a callback that nobody has answered follows from its request: a store may leave it out.</summary>
    private static bool IsLoaded(InteractionRow row) => row.Kind != InteractionKind.Callback || row.AnsweredAt is not null;

    private static IEnumerable<StoreRow> RowsOf(StoredState state) =>
    [
        .. state.Callbacks.Select(c => new StoreRow.OfCallback(c)), .. state.OpenAttempts.Select(a => new StoreRow.OfAttempt(Tenant, a)),
        .. state.OpenOffers.Select(o => new StoreRow.OfOffer(o)), .. state.OpenInteractions.Select(i => new StoreRow.OfInteraction(i)),
        .. state.Agents.Select(a => new StoreRow.OfAgent(a)), .. state.Bindings.Select(b => new StoreRow.OfBinding(b)),
        .. state.OpenVoicemails.Select(v => new StoreRow.OfVoicemail(v)),
    ];

    private IEnumerable<long> Find(CallbackFilter filter) => Store.FindCallbacks(Tenant, filter).Select(c => c.Id.Value);
}
