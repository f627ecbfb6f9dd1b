using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Desk;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine;

/// <summary>
/// Goes on from what the last process left on disk. Calls are gone with it: their records end as <c>interrupted</c>. Callbacks, messages,
/// agents' statuses and phones' registrations are taken up again.
/// </summary>
internal sealed class Recovery(EngineContext context)
{
    public void Restore(StoredState stored)
    {
        context.LastInteraction = stored.LastInteractionId;
        context.LastCallback = stored.LastCallbackId;
        CloseOffers(stored);
        RestoreInteractions(stored);
        RestorePhones(stored);
        context.Memberships.Restore(stored.Memberships);
        RestoreAgents(stored);
        context.LastRecording = stored.LastRecordingId;
        foreach (var recording in stored.OpenRecordings)
        {
            CallRecording.Restore(context, recording);
        }

        foreach (var callback in stored.Callbacks)
        {
            context.Hours.Know(callback.TimeZone);
        }

        context.Book.Restore(context.Now, stored.Callbacks, stored.OpenAttempts);
    }

    private void CloseOffers(StoredState stored)
    {
        foreach (var offer in stored.OpenOffers)
        {
            context.Ledger.Write(new StoreRow.OfOffer(offer with { EndedAt = context.Now, Outcome = OfferOutcome.Withdrawn }));
        }
    }

    private void RestoreInteractions(StoredState stored)
    {
        var answered = stored.OpenInteractions.Where(i => i is { Kind: InteractionKind.Callback, AnsweredAt: not null }).Select(i => i.Id).ToHashSet();
        var talked = stored.Callbacks.Where(c => answered.Contains(c.Interaction)).ToDictionary(c => c.Interaction, c => c.Id);
        var messages = stored.OpenVoicemails.ToDictionary(v => v.Id);
        foreach (var row in stored.OpenInteractions)
        {
            var record = InteractionRecord.Restore(context.Ledger, row);
            if (talked.TryGetValue(row.Id, out var callback))
            {
                context.CallbackDesk.Restore(callback, record);
            }
            else if (row.Kind == InteractionKind.Callback)
            {
                // Follows from its request, which is open: the two end in one batch.
                continue;
            }
            else if (messages.TryGetValue(row.Id, out var message))
            {
                RestoreMessage(message, record);
            }
            else
            {
                record.End(context.Now, "interrupted");
            }
        }

        var recorded = stored.OpenInteractions.Select(i => i.Id).ToHashSet();
        foreach (var reopened in stored.OpenVoicemails.Where(v => !recorded.Contains(v.Id)))
        {
            MessageWork.Arrive(context, reopened, null);
        }
    }

    private void RestoreMessage(VoicemailRow message, InteractionRecord record)
    {
        if (message.Status == VoicemailStatus.Recording)
        {
            // The process died while the caller spoke. What was said until then is in the file, and somebody should hear it.
            message = message with { Status = VoicemailStatus.New };
            context.Ledger.Write(new StoreRow.OfVoicemail(message));
        }

        MessageWork.Arrive(context, message, record);
    }

    private void RestorePhones(StoredState stored)
    {
        var bindings = new List<Binding>();
        foreach (var row in stored.Bindings.Where(b => b.ExpiresAt > context.Now))
        {
            if (SipUri.TryParse(row.Contact, out var contact) && Enum.TryParse<SipTransport>(row.Transport, out var transport))
            {
                // A TCP connection did not survive: 0 asks for a new one.
                var flow = new Flow(transport, row.RemoteAddress, row.RemotePort, 0);
                bindings.Add(new Binding(row.User, contact, flow, row.ExpiresAt, row.UserAgentName, row.CallId, (uint)row.CSeq));
            }
        }

        context.UserAgent.Restore(context.Now, bindings);

        // Offers wait until media ports are announced: an agent rung before would count as unreachable.
        context.Ports.WhenFirstReady(() => context.Agenda.At(context.Now + EngineLimits.PortsSettle, () =>
        {
            foreach (var user in bindings.Select(b => b.User).Distinct(StringComparer.Ordinal))
            {
                context.Acd.Handle(context.Now, new AcdInput.ReachabilityChanged(user, context.UserAgent.BindingsOf(user).Count > 0));
            }
        }));
    }

    private void RestoreAgents(StoredState stored) => context.Acd.Restore(
        context.Now,
        stored.Agents.OrderBy(a => a.Agent, StringComparer.Ordinal)
            .Select(a => new RestoredAgent(a.Agent, a.Status, a.Since, a.IdleSince) { HeldWrapUpEnds = context.AfterCalls.Restore(a) }).ToList());
}
