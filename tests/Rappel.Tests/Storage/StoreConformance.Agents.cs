using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage;

namespace Rappel.Tests.Storage;

/// <summary>What agents said and did, and whom supervisors have serve what.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public void What_was_said_about_a_call_is_found_with_it_and_replaced()
    {
        var said = new AfterCallRow(Tenant, new(7), "1001", "nurses", new Instant(2026, 3, 2, 15, 0, 0, TimeSpan.Zero), ["refill", "é\"x"], "Zoé");
        Apply(new StoreRow.OfAfterCall(said with { Codes = [], Note = null }), new StoreRow.OfAfterCall(said with { Interaction = new(8) }));
        Apply(new StoreRow.OfAfterCall(said));

        var found = Store.AfterCallsOf(Tenant, [new(7), new(9)]);

        var row = Assert.Single(found).Value;
        Assert.Equal(said.Codes, row.Codes);
        Assert.Equal(said with { Codes = row.Codes }, row);
        Assert.Empty(Store.AfterCallsOf(Tenant, []));
    }

    [Fact]
    public void Changed_memberships_are_loaded_until_they_are_taken_back()
    {
        var rows = Enumerable.Range(1001, 9).Select(a => _rows.Membership($"{a}")).ToList();
        Apply([.. rows.Select(r => new StoreRow.OfMembership(r))]);
        Apply(new StoreRow.OfMembership(rows[0] with { Removed = true }), new StoreRow.OfMembership(rows[1] with { Enabled = true, Skill = null }));

        Assert.Equal(
            rows.Skip(2).Append(rows[1] with { Enabled = true, Skill = null }).OrderBy(r => r.Agent, StringComparer.Ordinal),
            Store.Load(Tenant).Memberships.OrderBy(r => r.Agent, StringComparer.Ordinal));
    }

    [Fact]
    public void Messages_are_found_by_queue_status_number_and_note()
    {
        VoicemailRow Row(long id, VoicemailStatus status, string queue, string? caller, string? note) =>
            _rows.Voicemail(id, status) with { Queue = queue, Caller = caller, Note = note };
        Apply(
            new StoreRow.OfVoicemail(Row(1, VoicemailStatus.New, "a", "+15145550123", null)),
            new StoreRow.OfVoicemail(Row(2, VoicemailStatus.Closed, "b", null, "Pharmacy")),
            new StoreRow.OfVoicemail(Row(3, VoicemailStatus.Recording, "a", null, null)));

        long[] Found(VoicemailFilter filter) => [.. Store.FindVoicemails(Tenant, filter).Select(v => v.Id.Value)];
        var all = new VoicemailFilter(null, null, false, null, null, 10, null);
        Assert.Equal([2L, 1L], Found(all));
        Assert.Equal([1L], Found(all with { Open = true }));
        Assert.Equal([3L], Found(all with { Status = VoicemailStatus.Recording }));
        Assert.Equal([2L], Found(all with { Queues = ["b", "c"] }));
        Assert.Empty(Found(all with { Queues = [] }));
        Assert.Equal([1L], Found(all with { Number = "5550123", Text = "5550123" }));
        Assert.Equal([2L], Found(all with { Text = "pharm" }));
        Assert.Equal([1L], Found(all with { BeforeId = 2 }));
        Assert.Equal("Pharmacy", Store.GetVoicemail(Tenant, new(2))!.Note);
        Assert.Null(Store.GetVoicemail(Tenant, new(9)));
    }

    [Fact]
    public void An_agents_day_is_what_was_offered_and_the_statuses_since_and_the_last_before()
    {
        var morning = new Instant(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        JournalRow Status(int hours, string status) => new(Tenant, morning.AddHours(hours), "agent-1001", "status", status, null);
        Apply(
            new StoreRow.OfOffer(_rows.Offer(1, open: false) with { Agent = "1001", At = morning.AddHours(-1) }),
            new StoreRow.OfOffer(_rows.Offer(2, open: false) with { Agent = "1001", At = morning.AddHours(1) }),
            new StoreRow.OfOffer(_rows.Offer(3, open: false) with { Agent = "1002", At = morning.AddHours(1) }),
            new StoreRow.OfJournal(Status(-2, "available")), new StoreRow.OfJournal(Status(-1, "on-break")),
            new StoreRow.OfJournal(Status(1, "available")), new StoreRow.OfJournal(Status(2, "busy")),
            new StoreRow.OfJournal(Status(1, "status-asked") with { Event = "status-asked" }));

        Assert.Equal([2L], Store.OffersTo(Tenant, "1001", morning, 10).Select(o => o.Id.Value));
        Assert.Equal(["on-break", "available", "busy"], Store.StatusesOf(Tenant, "1001", morning, 10).Select(j => j.Detail));
        Assert.Equal(["on-break", "available"], Store.StatusesOf(Tenant, "1001", morning, 1).Select(j => j.Detail));
    }
}
