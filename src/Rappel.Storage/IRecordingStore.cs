using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage;

/// <summary>What is kept of recorded conversations. The engine writes the rows; what is deleted is marked here.</summary>
public interface IRecordingStore
{
    /// <summary>In the order they were made, at most a page of them.</summary>
    IReadOnlyList<RecordingRow> RecordingsOf(TenantId tenant, InteractionId interaction);

    RecordingRow? GetRecording(TenantId tenant, RecordingId id);

    /// <summary>Those whose file is there and whose time has come, the oldest first.</summary>
    IReadOnlyList<RecordingRow> ExpiredRecordings(TenantId tenant, Instant now, int limit);

    /// <summary>The file is gone.</summary>
    void MarkRecordingDeleted(TenantId tenant, RecordingId id);
}
