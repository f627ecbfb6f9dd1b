using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Simulation;

/// <summary>The disk: what has been flushed survives a crash, what has not is gone.</summary>
internal sealed class SimStore
{
    private readonly SortedDictionary<long, CallbackRequest> _callbacks = [];
    private readonly SortedDictionary<long, CallbackRequest> _open = [];
    private readonly SortedDictionary<(long, int), CallbackAttempt> _attempts = [];
    private readonly SortedDictionary<(long, int), CallbackAttempt> _openAttempts = [];
    private readonly SortedDictionary<long, OfferRow> _openOffers = [];
    private readonly SortedDictionary<long, InteractionRow> _openInteractions = [];
    private readonly SortedDictionary<string, AgentRow> _agents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, BindingRow> _bindings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, VoicemailRow> _voicemails = [];
    private readonly SortedDictionary<string, MembershipRow> _memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<long>> _byNumber = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, RecordingRow> _recordings = [];
    private long _lastInteraction;
    private long _lastCallback;
    private long _lastOffer;

    public IReadOnlyDictionary<long, CallbackRequest> Callbacks => _callbacks;

    /// <summary>Those not final, in order of id.</summary>
    public IReadOnlyCollection<CallbackRequest> Open => _open.Values;

    /// <summary>Every request that has, or once had, this number.</summary>
    public IEnumerable<CallbackRequest> OfNumber(string number) =>
        _byNumber.TryGetValue(number, out var ids) ? ids.Select(id => _callbacks[id]) : [];

    public IReadOnlyDictionary<(long Callback, int Serial), CallbackAttempt> Attempts => _attempts;

    /// <summary>Every recorded conversation there ever was.</summary>
    public IReadOnlyDictionary<long, RecordingRow> Recordings => _recordings;

    public IReadOnlyDictionary<long, OfferRow> OpenOffers => _openOffers;

    /// <summary>What supervisors changed.</summary>
    public IReadOnlyCollection<MembershipRow> Memberships => _memberships.Values;

    /// <summary>How calls ended, by word.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>One batch reaches the disk, whole.</summary>
    public void Flush(Batch batch)
    {
        foreach (var row in batch.Rows)
        {
            Write(row);
        }
    }

    public StoredState Load() => new(
        [.. _open.Values],
        [.. _openAttempts.Values],
        [.. _openOffers.Values],
        [.. _openInteractions.Values],
        [.. _agents.Values],
        [.. _bindings.Values.Where(b => !b.Removed)],
        [.. _voicemails.Values.Where(v => v.Status is VoicemailStatus.Recording or VoicemailStatus.New or VoicemailStatus.Heard)],
        _lastInteraction,
        _lastCallback,
        _lastOffer)
    {
        Memberships = [.. _memberships.Values],
        OpenRecordings = [.. _recordings.Values.Where(r => r.State == RecordingState.Recording)],
        LastRecordingId = _recordings.Keys.LastOrDefault(),
    };

    private void Write(StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                WriteCallback(callback);
                break;
            case StoreRow.OfAttempt(_, var attempt):
                _attempts[(attempt.Callback.Value, attempt.Serial)] = attempt;
                Keep(_openAttempts, (attempt.Callback.Value, attempt.Serial), attempt, attempt.Outcome is null);
                break;
            case StoreRow.OfOffer(var offer):
                _lastOffer = Math.Max(_lastOffer, offer.Id.Value);
                Keep(_openOffers, offer.Id.Value, offer, offer.Outcome is null);
                break;
            case StoreRow.OfInteraction(var interaction):
                _lastInteraction = Math.Max(_lastInteraction, interaction.Id.Value);
                Keep(_openInteractions, interaction.Id.Value, interaction, interaction.EndedAt is null);
                if (interaction is { EndedAt: not null, Outcome: { } outcome })
                {
                    Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
                }

                break;
            case StoreRow.OfAgent(var agent):
                _agents[agent.Agent] = agent;
                break;
            case StoreRow.OfBinding(var binding):
                _bindings[$"{binding.User} {binding.Contact}"] = binding;
                break;
            case StoreRow.OfMembership(var membership) when membership.Removed:
                _memberships.Remove($"{membership.Kind} {membership.Queue} {membership.Agent}");
                break;
            case StoreRow.OfMembership(var membership):
                _memberships[$"{membership.Kind} {membership.Queue} {membership.Agent}"] = membership;
                break;
            case StoreRow.OfRecording(var recording):
                _recordings[recording.Id.Value] = recording;
                break;
            case StoreRow.OfVoicemail(var voicemail):
                _voicemails[voicemail.Id.Value] = voicemail;
                break;
        }
    }

    private void WriteCallback(CallbackRequest callback)
    {
        var id = callback.Id.Value;
        _lastCallback = Math.Max(_lastCallback, id);
        if (!_callbacks.TryGetValue(id, out var before) || before.Number != callback.Number)
        {
            if (!_byNumber.TryGetValue(callback.Number, out var ids))
            {
                _byNumber.Add(callback.Number, ids = []);
            }

            ids.Add(id);
        }

        _callbacks[id] = callback;
        Keep(_open, id, callback, !callback.IsFinal);
    }

    private static void Keep<TKey, T>(SortedDictionary<TKey, T> rows, TKey key, T row, bool open)
        where TKey : notnull
    {
        if (open)
        {
            rows[key] = row;
        }
        else
        {
            rows.Remove(key);
        }
    }
}
