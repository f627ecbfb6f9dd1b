using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rappel.Storage;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>
/// The audit log in the store. Entries are written behind the answer, many in one transaction: nobody waits for the disk twice for one
/// change, and guessing passwords cannot fill the disk's time.
/// </summary>
internal sealed class AuditTrail(
    IPeopleStore store, IHttpContextAccessor requests, RappelApiOptions options, TimeProvider clock, ILogger<AuditTrail> log) : IAuditTrail, IHostedService
{
    private readonly Lock _lock = new();
    private List<AuditRow> _waiting = [];
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;
    private Instant _prunedAt = Instant.MinValue;

    /// <inheritdoc/>
    public void Record(string who, string action, string subject, JsonNode? before, JsonNode? after)
    {
        var row = new AuditRow(
            options.Tenant, 0, clock.GetUtcNow(), who, Origin.Address(requests.HttpContext), action, subject, AuditText.Of(before), AuditText.Of(after));
        lock (_lock)
        {
            _waiting.Add(row);
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteAll);
            }
        }
    }

    /// <summary>Ends when all that was recorded before is written, or cannot be.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            return _writing;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => FlushAsync().WaitAsync(cancellationToken);

    private void WriteAll()
    {
        while (Take() is { } batch)
        {
            try
            {
                Prune();
                store.AddAudit(batch);
            }
            catch (StoreException failure)
            {
                PutBack(batch, failure);
                return;
            }
        }
    }

    private List<AuditRow>? Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _isWriting = false;
                return null;
            }

            var batch = _waiting;
            _waiting = [];
            return batch;
        }
    }

    /// <summary>They are tried again with the next entry. What must go is at least told in the log.</summary>
    private void PutBack(List<AuditRow> batch, StoreException failure)
    {
        log.LogError("the audit log cannot be written: {Why}", failure.Message);
        lock (_lock)
        {
            _isWriting = false;
            _waiting.InsertRange(0, batch);
            foreach (var lost in _waiting.Take(Math.Max(0, _waiting.Count - AuditLimits.Waiting)))
            {
                log.LogError("not in the audit log: {At:o} {Who} {Action} {Subject}", lost.At, lost.Who, lost.Action, lost.Subject);
            }

            _waiting = [.. _waiting.TakeLast(AuditLimits.Waiting)];
        }
    }

    private void Prune()
    {
        var now = clock.GetUtcNow();
        if (now - _prunedAt >= AuditLimits.PrunedEvery)
        {
            _prunedAt = now;
            store.PruneAudit(options.Tenant, now - AuditLimits.Kept, AuditLimits.Rows);
        }
    }
}
