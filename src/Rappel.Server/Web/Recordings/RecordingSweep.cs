using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rappel.Storage;

namespace Rappel.Server.Web.Recordings;

/// <summary>Deletes recordings whose time has come: first the file, then the row says so. What cannot be deleted is tried again.</summary>
internal sealed class RecordingSweep(
    IRecordingStore store, RecordingFolder folder, RappelApiOptions options, TimeProvider clock, ILogger<RecordingSweep> log) : BackgroundService
{
    /// <summary>Everything whose time has come by now.</summary>
    /// <returns>How many were deleted.</returns>
    public int Sweep()
    {
        var deleted = 0;
        while (true)
        {
            var due = store.ExpiredRecordings(options.Tenant, clock.GetUtcNow(), RecordingLimits.SweptAtOnce);
            var before = deleted;
            foreach (var recording in due)
            {
                try
                {
                    folder.Delete(recording.File);
                    store.MarkRecordingDeleted(options.Tenant, recording.Id);
                    deleted++;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    log.LogError("recording {Recording} cannot be deleted: {Why}", recording.Id, e.Message);
                }
            }

            if (due.Count < RecordingLimits.SweptAtOnce || deleted == before)
            {
                return deleted;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RecordingLimits.SweptEvery, clock);
        do
        {
            try
            {
                if (await Task.Run(Sweep, stoppingToken) is > 0 and var deleted)
                {
                    log.LogInformation("{Recordings} recordings were deleted: their retention was over", deleted);
                }
            }
            catch (StoreException e)
            {
                log.LogError("recordings cannot be looked through: {Why}", e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
