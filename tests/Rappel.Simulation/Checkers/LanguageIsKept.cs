using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>The language of the call goes into the request, stays there, and is what the customer hears.</summary>
internal sealed class LanguageIsKept(Referee referee, SimStore store) : Checker(referee)
{
    private readonly Dictionary<long, string> _calls = [];
    private readonly Dictionary<long, string> _requests = [];

    /// <summary>Calls of customers whom an agent put through: another request of the same number may have been made meanwhile.</summary>
    private readonly Dictionary<long, (string Number, string Language)> _handedOver = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            // Whom an agent handed over came in as their first record says.
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, Parent: null, Channel: { } channel } call):
                _calls[call.Id.Value] = call.Language;
                if (Configuration.Channels.TryGetValue(channel, out var configured) && configured.Language != call.Language)
                {
                    Object(now, $"{call.Id} came in on {channel} and is in '{call.Language}'");
                }

                break;
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, Parent: not null, Caller: { } number, EndedAt: null } call):
                _handedOver[call.Id.Value] = (number, call.Language);
                break;
            case StoreRow.OfInteraction({ Parent: not null } call):
                _handedOver.Remove(call.Id.Value);
                break;
            case StoreRow.OfCallback(var callback):
                Check(now, callback);
                break;
        }
    }

    public override void Heard(Instant now, string expected, string language, string text)
    {
        if (expected != language)
        {
            Object(now, $"somebody whose language is '{expected}' heard '{language}': {text}");
        }
    }

    public override void CustomerHeard(Instant now, string number, string language, string text)
    {
        var requests = store.OfNumber(number).Where(c => !c.IsFinal && c.Number == number).ToList();
        if (!_handedOver.ContainsValue((number, language)) && requests.Count > 0 && !requests.Exists(c => c.Language == language || c.Terms.Duplicates == DuplicateChoice.Renew))
        {
            Object(now, $"{number} asked in '{requests[0].Language}' and heard '{language}': {text}");
        }
    }

    /// <summary>Numbers given out and not on disk are given out again.</summary>
    public override void Restarted(Instant now)
    {
        _calls.Clear();
        _requests.Clear();
        _handedOver.Clear();
        foreach (var callback in store.Open)
        {
            _requests[callback.Id.Value] = callback.Language;
        }
    }

    private void Check(Instant now, CallbackRequest callback)
    {
        if (callback.Parent is { } parent && _calls.TryGetValue(parent.Value, out var spoken) && spoken != callback.Language && callback.Terms.Duplicates != DuplicateChoice.Renew)
        {
            Object(now, $"{callback.Id} is in '{callback.Language}', the call that asked for it in '{spoken}'");
        }

        if (_requests.TryGetValue(callback.Id.Value, out var before) && before != callback.Language && callback.Terms.Duplicates != DuplicateChoice.Renew)
        {
            Object(now, $"{callback.Id} was in '{before}' and is in '{callback.Language}'");
        }

        _requests[callback.Id.Value] = callback.Language;
    }
}
