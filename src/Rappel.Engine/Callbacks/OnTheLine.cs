using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// Who is on the line with us now: callers, and customers being called back. While somebody is, the requests that are theirs are held:
/// ringing them would find them busy. One mechanism for all: who asked and has not hung up, who rings again, whose delay ends meanwhile.
/// Only what is in line, or would enter it, is held: a request that nobody would dial now needs no hold.
/// </summary>
internal sealed class OnTheLine(EngineContext context)
{
    private readonly Dictionary<string, List<Presence>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<CallbackId, List<Presence>> _byRequest = [];
    private readonly NumberForms _forms = new();
    private ConfigurationSnapshot? _queuesOf;
    private string[] _queues = [];

    /// <summary>Numbers and requests that somebody is on the line for.</summary>
    public int Count => _byNumber.Count + _byRequest.Count;

    /// <param name="number">As delivered, or as dialled; null where it is withheld.</param>
    /// <param name="own">The callback that they are being rung for; null for a caller.</param>
    public Presence Came(string? number, CallbackId? own = null)
    {
        var presence = new Presence { Numbers = number is null ? [] : FormsOf(number), Own = own };
        Enter(presence, presence.Numbers);
        return presence;
    }

    /// <summary>The number to be called back at is now this one; null for none.</summary>
    public void Types(Presence presence, string? number)
    {
        if (presence.LastTyped == number)
        {
            return;
        }

        presence.LastTyped = number;
        Leave(presence, presence.Typed);
        presence.Typed = number is null ? [] : [.. FormsOf(number).Except(presence.Numbers)];
        Enter(presence, presence.Typed);
        ReleaseWhatIsNot(presence);
    }

    /// <summary>This request is theirs.</summary>
    public void Claim(Presence presence, CallbackId id)
    {
        if (!presence.Requests.Contains(id))
        {
            presence.Requests.Add(id);
            Add(_byRequest, id, presence);
            HoldInLine(presence, context.Book.Get(id));
        }
    }

    /// <summary>They hung up, or were hung up on.</summary>
    public void Gone(Presence presence)
    {
        Leave(presence, presence.Numbers);
        Leave(presence, presence.Typed);
        foreach (var id in presence.Requests)
        {
            Remove(_byRequest, id, presence);
        }

        ReleaseWhatIsNot(presence);
    }

    /// <summary>A request is about to enter the line. True where its customer is on the line: it is held instead.</summary>
    public bool Holds(CallbackRequest request)
    {
        if (Find(request) is not { } presence)
        {
            return false;
        }

        Hold(presence, request);
        return true;
    }

    /// <summary>True where its customer is on the line with us, other than for this very request.</summary>
    public bool Knows(CallbackRequest request) => Find(request) is not null;

    /// <summary>Its number has changed: whoever has the new one may be on the line.</summary>
    public void Renumbered(CallbackRequest request)
    {
        if (Find(request) is { } presence)
        {
            HoldInLine(presence, request);
        }
    }

    /// <summary>The open requests for a number, in any of its forms; by queue.</summary>
    public IEnumerable<CallbackRequest> RequestsFor(string number) => RequestsAt(FormsOf(number));

    private IReadOnlyList<string> FormsOf(string number) => _forms.Of(context.Configuration, number);

    private List<CallbackRequest> RequestsAt(IReadOnlyList<string> numbers)
    {
        List<CallbackRequest> found = [];
        foreach (var queue in Queues())
        {
            foreach (var number in numbers)
            {
                if (context.Book.FindOpen(queue, number) is { } request)
                {
                    found.Add(request);
                }
            }
        }

        return found;
    }

    /// <summary>Keys of the outbound queues in their order, which every call asks for.</summary>
    private string[] Queues()
    {
        if (!ReferenceEquals(_queuesOf, context.Configuration))
        {
            _queuesOf = context.Configuration;
            _queues = [.. _queuesOf.OutboundQueues.Keys.Order(StringComparer.Ordinal)];
        }

        return _queues;
    }

    private void Enter(Presence presence, IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            Add(_byNumber, number, presence);
        }

        foreach (var request in RequestsAt(numbers))
        {
            HoldInLine(presence, request);
        }
    }

    private void Leave(Presence presence, IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            Remove(_byNumber, number, presence);
        }
    }

    private void HoldInLine(Presence presence, CallbackRequest? request)
    {
        if (request is { IsHeld: false, Status: CallbackStatus.Waiting or CallbackStatus.Offering }
            && request.Id != presence.Own
            && context.Acd.PositionOf(new WorkId(WorkKind.Callback, request.Id.Value)) > 0)
        {
            Hold(presence, request);
        }
    }

    private void Hold(Presence presence, CallbackRequest request)
    {
        presence.Held.Add(request.Id);
        context.Book.Handle(context.Now, new CallbackInput.Hold(request.Id, CallbackHold.OnTheLine, null));
    }

    /// <summary>Releases what was held because of them and is theirs no longer. Where somebody else is on the line for it, it stays held.</summary>
    private void ReleaseWhatIsNot(Presence presence)
    {
        foreach (var id in presence.Held.ToArray())
        {
            var request = context.Book.Get(id);
            var other = request is null ? null : Find(request);
            if (other == presence)
            {
                continue;
            }

            presence.Held.Remove(id);
            if (request?.Handling?.HeldBecause != CallbackHold.OnTheLine)
            {
                continue;
            }

            if (other is not null)
            {
                other.Held.Add(id);
            }
            else
            {
                context.Book.Handle(context.Now, new CallbackInput.Release(id, CallbackHold.OnTheLine, null));
            }
        }
    }

    private Presence? Find(CallbackRequest request) =>
        First(_byRequest.GetValueOrDefault(request.Id), request.Id) ?? First(_byNumber.GetValueOrDefault(request.Number), request.Id);

    private static Presence? First(List<Presence>? presences, CallbackId id) => presences?.Find(p => p.Own != id);

    private static void Add<TKey>(Dictionary<TKey, List<Presence>> index, TKey key, Presence presence)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var found))
        {
            index.Add(key, found = []);
        }

        found.Add(presence);
    }

    private static void Remove<TKey>(Dictionary<TKey, List<Presence>> index, TKey key, Presence presence)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var found) && found.Remove(presence) && found.Count == 0)
        {
            index.Remove(key);
        }
    }
}
