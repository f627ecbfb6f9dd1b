using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Telephony;

namespace Rappel.Engine;

/// <summary>
/// Queues that were taken out of the configuration while somebody waits in them. They take nobody new, and are served as they were, by those of
/// their members who are still agents, until they are empty. Where none is left, nobody waits in silence: callers go on in their script as
/// after the maximum wait, and callbacks are held for a person, until the queue is back or they are moved to another.
/// </summary>
internal sealed class RemovedQueues(EngineContext context)
{
    private const string Who = "system";
    private const string Why = "its queue is not in the configuration any more, and none of the queue's members is left";

    /// <summary>What the distributor has: the configuration, and what was removed with work in it.</summary>
    private ConfigurationSnapshot _served = context.Configuration;

    /// <summary>Those with somebody in them, by key.</summary>
    public IEnumerable<InboundQueueSnapshot> Inbound => Removed(_served.InboundQueues, context.Configuration.InboundQueues).Where(q => Waits(WorkKind.LiveCall, q.Key));

    public IEnumerable<OutboundQueueSnapshot> Outbound => Removed(_served.OutboundQueues, context.Configuration.OutboundQueues).Where(q => context.Book.OpenCount(q.Key) > 0);

    public IEnumerable<VoicemailQueueSnapshot> Voicemail => Removed(_served.VoicemailQueues, context.Configuration.VoicemailQueues).Where(q => Waits(WorkKind.Voicemail, q.Key));

    /// <summary>What is to be served from now on: what is published, and the queues it does not have any more but somebody waits in.</summary>
    public ConfigurationSnapshot Serve(ConfigurationSnapshot published)
    {
        ImmutableArray<QueueMember> Left(ImmutableArray<QueueMember> members) => members.RemoveAll(m => !published.Agents.ContainsKey(m.Agent));

        // Whose script, hours or prompts are gone too is served without them: calls have those of their own version.
        var inbound = Kept(_served.InboundQueues, published.InboundQueues, q => Waits(WorkKind.LiveCall, q), q => q with { Members = Left(q.Members), OutboundQueue = null });
        var outbound = Kept(_served.OutboundQueues, published.OutboundQueues, q => context.Book.OpenCount(q) > 0, q => q with { Members = Left(q.Members) });
        var voicemail = Kept(_served.VoicemailQueues, published.VoicemailQueues, q => Waits(WorkKind.Voicemail, q), q => q with { Members = Left(q.Members) });
        _served = published with { InboundQueues = inbound, OutboundQueues = outbound, VoicemailQueues = voicemail };
        Tell();
        return _served;
    }

    /// <summary>Once a configuration is in force, or at the start: whoever would wait for nobody, and whoever does not any longer.</summary>
    public void Settle()
    {
        foreach (var wait in context.Works.Values.OfType<QueueWait>().Where(w => !HasMembers(_served.InboundQueues.GetValueOrDefault(w.Queue.Key)?.Members, w.Queue.Key)).ToList())
        {
            wait.NobodyLeft();
        }

        foreach (var request in context.Book.ReadUnserved(queue => IsServed(queue)).ToList())
        {
            TryHold(request);
        }

        foreach (var request in context.Book.ReadHeld(CallbackHold.NoQueue).Where(r => IsServed(r.Terms.Queue)).ToList())
        {
            context.Book.Handle(context.Now, new CallbackInput.Release(request.Id, CallbackHold.NoQueue, Who));
        }
    }

    /// <summary>True where nobody would serve it: the book tells where it stands now.</summary>
    public bool TryHold(CallbackRequest request)
    {
        if (IsServed(request.Terms.Queue))
        {
            return false;
        }

        context.Log(LogLevel.Warning, "queue-removed", $"{request.Id} is held: {Why} ('{request.Terms.Queue}')");
        context.Book.Handle(context.Now, new CallbackInput.Hold(request.Id, CallbackHold.NoQueue, Who) { Why = Why });
        return true;
    }

    private bool IsServed(string queue) =>
        context.Configuration.OutboundQueues.ContainsKey(queue) || _served.OutboundQueues.GetValueOrDefault(queue) is { Members.IsEmpty: false };

    private bool HasMembers(ImmutableArray<QueueMember>? members, string queue) =>
        context.Configuration.InboundQueues.ContainsKey(queue) || members is { IsEmpty: false };

    private bool Waits(WorkKind kind, string queue) => context.Acd.ReadLine(kind, queue, 0) is var line && line.Waiting + line.Offered > 0;

    private void Tell()
    {
        foreach (var (key, name) in Inbound.Select(q => (q.Key, q.Name)).Concat(Outbound.Select(q => (q.Key, q.Name))).Concat(Voicemail.Select(q => (q.Key, q.Name))))
        {
            context.Log(LogLevel.Warning, "queue-removed", $"queue '{key}' ({name}) was removed with work in it: it takes nobody new and is served until it is empty");
        }
    }

    private static ImmutableDictionary<string, T> Kept<T>(
        ImmutableDictionary<string, T> before, ImmutableDictionary<string, T> published, Func<string, bool> hasWork, Func<T, T> served) =>
        published.AddRange(before.Where(q => !published.ContainsKey(q.Key) && hasWork(q.Key)).Select(q => KeyValuePair.Create(q.Key, served(q.Value))));

    private static IEnumerable<T> Removed<T>(ImmutableDictionary<string, T> served, ImmutableDictionary<string, T> configured) =>
        served.Where(q => !configured.ContainsKey(q.Key)).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => q.Value);
}
