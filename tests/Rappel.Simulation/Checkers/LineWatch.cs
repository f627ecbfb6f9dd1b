using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Not a rule: keeps what is in line as the rows say, for the checkers that ask who was passed over.</summary>
internal sealed class LineWatch(Referee referee) : Checker(referee)
{
    /// <summary>A request enters the line when its caller has hung up. Once the request is on disk the closing prompt is said, which is shorter than this.</summary>
    private static readonly TimeSpan ClosingPrompt = TimeSpan.FromSeconds(60);

    /// <summary>When hours begin, the requests that waited for them enter the line one after the other.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, CallbackRequest> _all = [];
    private readonly SortedDictionary<long, CallbackRequest> _waiting = [];
    private readonly Dictionary<long, Instant> _since = [];
    private Instant _settled = Instant.MinValue;

    /// <summary>True right after a publication, while what it changes takes effect.</summary>
    public bool IsSettling => TrueTime < _settled;

    public CallbackRequest? Find(long id) => _all.GetValueOrDefault(id);

    /// <summary>What waits in this outbound queue and this agent could have been offered.</summary>
    public IEnumerable<CallbackRequest> InLine(string queue, string agent, Instant now)
    {
        if (IsSettling)
        {
            yield break;
        }

        var serves = Configuration.OutboundQueues.ContainsKey(queue) && Serves(WorkKind.Callback, queue, agent);
        foreach (var (id, callback) in _waiting)
        {
            if (callback.Terms.Queue == queue
                && callback.Handling?.HeldBecause is null
                && (callback.Handling?.AssignedAgent is { } assigned ? assigned == agent : serves)
                && callback.ExpiresAt > now
                && _since.TryGetValue(id, out var durable) && TrueTime - durable > ClosingPrompt
                && IsOpen(callback, now) && IsOpen(callback, now - Opening))
            {
                yield return callback;
            }
        }
    }

    private bool IsOpen(CallbackRequest callback, Instant at) =>
        PlainHours.At(Configuration, callback.Terms.Queue, callback.TimeZone, at) == PlainHours.Reading.Open;

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfMembership)
        {
            _settled = TrueTime + TimeSpan.FromSeconds(1);
        }

        if (row is StoreRow.OfCallback(var callback))
        {
            var id = callback.Id.Value;
            _all[id] = callback;
            if (callback.Status == CallbackStatus.Waiting)
            {
                _waiting[id] = callback;
            }
            else
            {
                _waiting.Remove(id);
            }
        }
    }

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback(var callback))
        {
            _since.TryAdd(callback.Id.Value, TrueTime);
        }
    }

    /// <summary>Hours and members may be new: what is offered in this very moment was decided before.</summary>
    public override void Published(ConfigurationSnapshot configuration) => _settled = TrueTime + TimeSpan.FromSeconds(1);

    public override void Crashed()
    {
        _waiting.Clear();
        _all.Clear();
    }
}
