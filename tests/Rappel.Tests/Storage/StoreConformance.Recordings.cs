using Rappel.Engine.Journal;

namespace Rappel.Tests.Storage;

/// <summary>Recorded conversations.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public void Recordings_are_found_by_their_call_and_by_their_end_and_stay_as_rows_when_deleted()
    {
        var at = new Instant(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
        var kept = new RecordingRow(Tenant, new(1), new(7), new(3), "nurses", "1001", at, TimeSpan.FromSeconds(61.5), "recordings/2026-03/1.wav", RecordingState.Kept, at.AddDays(90));
        var open = kept with { Id = new(2), Callback = null, Queue = null, Agent = null, Length = TimeSpan.Zero, State = RecordingState.Recording, ExpiresAt = at };
        var other = kept with { Id = new(3), Interaction = new(8), State = RecordingState.Failed, ExpiresAt = at.AddDays(1) };
        Apply(new StoreRow.OfRecording(kept with { State = RecordingState.Recording }), new StoreRow.OfRecording(open), new StoreRow.OfRecording(other));
        Apply(new StoreRow.OfRecording(kept));

        Assert.Equal([kept, open], Store.RecordingsOf(Tenant, new(7)));
        Assert.Equal(kept, Store.GetRecording(Tenant, new(1)));
        Assert.Null(Store.GetRecording(Tenant, new(9)));
        Assert.Equal(open, Assert.Single(Store.Load(Tenant).OpenRecordings));
        Assert.Equal(3, Store.Load(Tenant).LastRecordingId);
        Assert.Equal([other], Store.ExpiredRecordings(Tenant, at.AddDays(2), 10));
        Assert.Equal([other, kept], Store.ExpiredRecordings(Tenant, at.AddDays(90), 10));

        Store.MarkRecordingDeleted(Tenant, new(1));
        Assert.Equal(kept with { State = RecordingState.Deleted }, Store.GetRecording(Tenant, new(1)));
        Assert.Equal([other], Store.ExpiredRecordings(Tenant, at.AddDays(90), 10));
    }
}
