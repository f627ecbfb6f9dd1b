using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Engine.Benches;

/// <summary>The disk: commits at once, or when told to.</summary>
internal sealed class FakeDisk
{
    private readonly Queue<Batch> _waiting = new();

    private readonly SortedDictionary<long, CallbackRequest> _callbacks = [];
    private readonly SortedDictionary<(long, int), CallbackAttempt> _attempts = [];
    private readonly SortedDictionary<long, OfferRow> _offers = [];
    private readonly SortedDictionary<long, InteractionRow> _interactions = [];
    private readonly SortedDictionary<string, AgentRow> _agents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, BindingRow> _bindings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, VoicemailRow> _messages = [];

    private readonly SortedDictionary<long, RecordingRow> _recordings = [];

    private readonly SortedDictionary<long, AfterCallRow> _said = [];
    private readonly SortedDictionary<(WorkKind, string, string), MembershipRow> _memberships = [];

    private readonly List<JournalRow> _journal = [];

    /// <summary>While set nothing reaches the disk.</summary>
    public bool IsHeldBack { get; set; }

    /// <summary>Set: the next batch is refused for what is in it.</summary>
    public bool RefusesNext { get; set; }

    public bool Refuses()
    {
        var refuses = RefusesNext;
        RefusesNext = false;
        return refuses;
    }

    /// <summary>All batches given to the disk, on it or not.</summary>
    public List<Batch> Given { get; } = [];

    /// <summary>As they are on disk.</summary>
    public IReadOnlyList<CallbackRequest> Callbacks => [.. _callbacks.Values];

    public IReadOnlyList<CallbackAttempt> Attempts => [.. _attempts.Values];

    public IReadOnlyList<OfferRow> Offers => [.. _offers.Values];

    public IReadOnlyList<InteractionRow> Interactions => [.. _interactions.Values];

    public IReadOnlyList<JournalRow> Journal => _journal;

    public IReadOnlyList<VoicemailRow> Messages => [.. _messages.Values];

    public IReadOnlyList<RecordingRow> Recordings => [.. _recordings.Values];

    public IReadOnlyList<MembershipRow> Memberships => [.. _memberships.Values];

    /// <summary>What agents said about calls.</summary>
    public IReadOnlyList<AfterCallRow> Said => [.. _said.Values];

    public AgentRow Agent(string key) => _agents[key];

    public IReadOnlyList<BindingRow> Bindings => [.. _bindings.Values.Where(b => !b.Removed)];

    public void Take(Batch batch)
    {
        Given.Add(batch);
        _waiting.Enqueue(batch);
    }

    /// <summary>Flushes what waits; the last batch flushed, or null for none.</summary>
    public long? Flush()
    {
        long? last = null;
        while (_waiting.TryDequeue(out var batch))
        {
            foreach (var row in batch.Rows)
            {
                Write(row);
            }

            last = batch.Number;
        }

        return last;
    }

    /// <summary>The process dies: what was not flushed is gone.</summary>
    public void Crash() => _waiting.Clear();

    public StoredState Load() => new(
        [.. _callbacks.Values.Where(c => !c.IsFinal)],
        [.. _attempts.Values.Where(a => a.Outcome is null)],
        [.. _offers.Values.Where(o => o.Outcome is null)],
        [.. _interactions.Values.Where(i => i.EndedAt is null)],
        [.. _agents.Values],
        [.. Bindings],
        [.. _messages.Values.Where(m => m.Status is VoicemailStatus.Recording or VoicemailStatus.New or VoicemailStatus.Heard)],
        _interactions.Keys.LastOrDefault(),
        _callbacks.Keys.LastOrDefault(),
        _offers.Keys.LastOrDefault())
    {
        OpenRecordings = [.. _recordings.Values.Where(r => r.State == RecordingState.Recording)],
        LastRecordingId = _recordings.Keys.LastOrDefault(),
        Memberships = [.. _memberships.Values],
    };

    public void Write(StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                _callbacks[callback.Id.Value] = callback;
                break;
            case StoreRow.OfAttempt(_, var attempt):
                _attempts[(attempt.Callback.Value, attempt.Serial)] = attempt;
                break;
            case StoreRow.OfOffer(var offer):
                _offers[offer.Id.Value] = offer;
                break;
            case StoreRow.OfInteraction(var interaction):
                _interactions[interaction.Id.Value] = interaction;
                break;
            case StoreRow.OfAgent(var agent):
                _agents[agent.Agent] = agent;
                break;
            case StoreRow.OfBinding(var binding):
                _bindings[$"{binding.User} {binding.Contact}"] = binding;
                break;
            case StoreRow.OfJournal(var entry):
                _journal.Add(entry);
                break;
            case StoreRow.OfMembership(var membership) when membership.Removed:
                _memberships.Remove((membership.Kind, membership.Queue, membership.Agent));
                break;
            case StoreRow.OfMembership(var membership):
                _memberships[(membership.Kind, membership.Queue, membership.Agent)] = membership;
                break;
            case StoreRow.OfAfterCall(var said):
                _said[said.Interaction.Value] = said;
                break;
            case StoreRow.OfRecording(var recording):
                _recordings[recording.Id.Value] = recording;
                break;
            case StoreRow.OfVoicemail(var message):
                _messages[message.Id.Value] = message;
                break;
        }
    }
}
