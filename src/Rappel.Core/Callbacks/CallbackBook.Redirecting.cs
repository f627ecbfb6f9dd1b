using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>Rule 11: another number, another queue, another agent. Place, attempts and expiry stay.</summary>
public sealed partial class CallbackBook
{
    /// <summary>In the detail of an assignment, for no agent in particular.</summary>
    private const string Anyone = "any";

    private void ChangeNumber(Instant now, CallbackEntry entry, CallbackInput.ChangeNumber change)
    {
        var before = entry.Request;
        if (string.IsNullOrWhiteSpace(change.Number))
        {
            Refuse(change.Id, "no-number");
        }
        else if (IsTaken(entry, before.Terms.Queue, change.Number))
        {
            Refuse(change.Id, "already-pending");
        }
        else
        {
            var (request, attempt) = Withdrawn(now, entry);
            request = request with { Number = change.Number, Trunk = change.Trunk, TimeZone = change.TimeZone };
            Redirected(entry, before, request, attempt, CallbackEvents.NumberChanged, change.Who,
                $"{before.Number} -> {change.Number}: {change.Why}");
        }
    }

    private void Transfer(Instant now, CallbackEntry entry, CallbackInput.Transfer transfer)
    {
        var before = entry.Request;
        if (IsTaken(entry, transfer.Queue, before.Number))
        {
            Refuse(transfer.Id, "already-pending");
        }
        else if (OpenCount(transfer.Queue) >= transfer.MaximumPending)
        {
            Refuse(transfer.Id, "pending-cap");
        }
        else
        {
            var (request, attempt) = Withdrawn(now, entry);
            request = (request with { Terms = request.Terms with { Queue = transfer.Queue } }).Handled(h => h with
            {
                AssignedAgent = null,
                HeldBecause = h.HeldBecause == CallbackHold.NoQueue ? null : h.HeldBecause,
            });
            Redirected(entry, before, request, attempt, CallbackEvents.Transferred, transfer.Who,
                $"{before.Terms.Queue} -> {transfer.Queue}: {transfer.Why}");
        }
    }

    private void Assign(Instant now, CallbackEntry entry, CallbackInput.Assign assign)
    {
        var before = entry.Request;
        var (request, attempt) = assign.Agent is null || assign.Agent == before.Agent ? (before, null) : Withdrawn(now, entry);
        request = request.Handled(h => h with { AssignedAgent = assign.Agent });
        Redirected(entry, before, request, attempt, CallbackEvents.Assigned, assign.Who,
            $"{before.Handling?.AssignedAgent ?? Anyone} -> {assign.Agent ?? Anyone}: {assign.Why}");
    }

    private void Redirected(
        CallbackEntry entry, CallbackRequest before, CallbackRequest request, CallbackAttempt? attempt, string eventWord, string who, string why)
    {
        Change(entry, request, eventWord, attempt, who, why);
        if (before.Status != request.Status)
        {
            // Withdrawn from the agent it was offered to, even where it stands in line as before.
            LeaveLine(entry);
        }

        Settle(entry);
    }

    /// <summary>Rule 8 holds for what is changed, too.</summary>
    private bool IsTaken(CallbackEntry entry, string queue, string number) =>
        duplicates.Find(queue, number) is { } other && other != entry;
}
