using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Sip.Registrations;

/// <summary>
/// The contacts of users (RFC 3261 §10.3). A contact keeps the URI the phone gave; calls to it go over the flow its REGISTER came by, since the URI
/// of a phone behind a NAT leads nowhere. Who may register was settled before.
/// </summary>
internal sealed class Registrar(UserAgentLimits limits, AlarmClock clock, Action<UserAgentEvent> tell)
{
    private readonly Dictionary<string, List<Contact>> _users = new(StringComparer.Ordinal);

    private sealed record Contact(Alarm Alarm)
    {
        public required Binding Binding { get; set; }
    }

    /// <summary>Called where a browser that had a contact registers it over another connection: the one before, and the contact as it is now.</summary>
    public Action<Instant, Flow, Binding>? Moved { get; set; }

    /// <summary>Most recent first; browsers whose connection is lost, and may come back, last.</summary>
    public IReadOnlyList<Binding> BindingsOf(string user) =>
        !_users.TryGetValue(user, out var contacts) ? []
        : contacts.Exists(c => c.Binding.Flow.IsLost) ? [.. contacts.Select(c => c.Binding).OrderBy(b => b.Flow.IsLost)]
        : [.. contacts.Select(c => c.Binding)];

    /// <summary>This user, where it registered over this very flow; else null.</summary>
    public string? UserAt(string? user, Flow flow) =>
        user is not null && _users.TryGetValue(user, out var contacts) && contacts.Exists(c => c.Binding.Flow == flow) ? user : null;

    /// <summary>Takes a REGISTER of an authenticated user; gives the status and the headers of its answer.</summary>
    public (int Status, IEnumerable<SipHeader> Headers) Register(Instant now, string user, InboundRequest request)
    {
        var message = request.Message;
        if (message.HasWildcardContact())
        {
            return message.Expires() == 0 ? Wipe(user, request) : (400, []);
        }

        // A browser's connection tells by itself when it is gone, and pages that nobody looks at have slow clocks.
        var longest = (request.Source.Transport == SipTransport.Ws ? limits.LongestFlowRegistration : limits.LongestRegistration).TotalSeconds;
        var wishes = message.Contacts().Select(c => (c.Uri, Seconds: c.Expires() ?? message.Expires() ?? (uint)longest)).ToList();
        if (wishes.Exists(w => w.Seconds > 0 && w.Seconds < limits.ShortestRegistration.TotalSeconds))
        {
            return (423, [new("Min-Expires", $"{(int)limits.ShortestRegistration.TotalSeconds}")]);
        }

        if (wishes.Count > limits.ContactsPerUser)
        {
            return (403, []);
        }

        if (wishes.Count > 0 && !_users.ContainsKey(user) && _users.Count >= limits.Users)
        {
            return (503, [new("Retry-After", $"{(int)limits.RetryAfter.TotalSeconds}")]);
        }

        // §10.3 step 7: all of it or nothing.
        if (wishes.Exists(w => IsStale(Find(user, w.Uri), request)))
        {
            return (500, []);
        }

        foreach (var (uri, seconds) in wishes)
        {
            if (seconds == 0)
            {
                Remove(user, Find(user, uri), expired: false);
            }
            else
            {
                var lifetime = TimeSpan.FromSeconds(Math.Min(seconds, longest));
                Put(now, new Binding(user, uri, request.Source, now + lifetime, message["User-Agent"] ?? "", request.CallId, request.CSeq.Number));
            }
        }

        return (200, Listing(now, user));
    }

    /// <summary>Bindings of before a restart; those whose time has passed are told as expired.</summary>
    public void Restore(Instant now, IEnumerable<Binding> bindings)
    {
        foreach (var binding in bindings.OrderBy(b => b.ExpiresAt))
        {
            // Connections did not survive the restart.
            var restored = binding with { Flow = binding.Flow with { Connection = 0 } };
            Add(restored);
        }

        clock.Advance(now);
    }

    /// <summary>
    /// A binding outlives its connection: the phone may take a new one, and it comes back within its expiry. A browser has a short grace: a page
    /// that is loaded again is back in a moment, and one that was closed must not be rung for long.
    /// </summary>
    public void TransportFailed(Instant now, Flow flow)
    {
        if (flow.Transport == SipTransport.Udp || flow.Connection == 0)
        {
            return;
        }

        foreach (var contact in _users.Values.SelectMany(u => u).Where(c => c.Binding.Flow == flow))
        {
            contact.Binding = contact.Binding with { Flow = flow with { Connection = 0 } };
            if (contact.Binding.Flow.IsLost && now + limits.FlowGrace < contact.Binding.ExpiresAt)
            {
                contact.Binding = contact.Binding with { ExpiresAt = now + limits.FlowGrace };
                clock.Set(contact.Alarm, contact.Binding.ExpiresAt);
            }
        }
    }

    private static bool IsStale(Contact? contact, InboundRequest request) =>
        contact is { Binding: var old } && old.CallId == request.CallId && request.CSeq.Number <= old.CSeq;

    private static IEnumerable<SipHeader> Row(Instant now, Binding binding)
    {
        var seconds = Math.Max(0, (int)Math.Round((binding.ExpiresAt - now).TotalSeconds));
        yield return new("Contact", new NameAddress(null, binding.Contact, [("expires", $"{seconds}")]).ToString());
    }

    private IEnumerable<SipHeader> Listing(Instant now, string user) => BindingsOf(user).SelectMany(b => Row(now, b));

    private (int Status, IEnumerable<SipHeader> Headers) Wipe(string user, InboundRequest request)
    {
        if (!_users.TryGetValue(user, out var contacts))
        {
            return (200, []);
        }

        if (contacts.Exists(c => IsStale(c, request)))
        {
            return (500, []);
        }

        foreach (var contact in contacts.ToList())
        {
            Remove(user, contact, expired: false);
        }

        return (200, []);
    }

    private Contact? Find(string user, SipUri uri) =>
        _users.TryGetValue(user, out var contacts) ? contacts.Find(c => c.Binding.Contact.IsEquivalentTo(uri)) : null;

    private void Put(Instant now, Binding binding)
    {
        if (Find(binding.User, binding.Contact) is { } known)
        {
            var before = known.Binding.Flow;
            known.Binding = binding;
            clock.Set(known.Alarm, binding.ExpiresAt);
            var contacts = _users[binding.User];
            contacts.Remove(known);
            contacts.Insert(0, known);
            if (binding.Flow.Transport == SipTransport.Ws && before != binding.Flow)
            {
                Moved?.Invoke(now, before, binding);
            }
        }
        else
        {
            Add(binding);
        }

        tell(new UserAgentEvent.Registered(binding));
    }

    private void Add(Binding binding)
    {
        if (!_users.TryGetValue(binding.User, out var contacts))
        {
            _users.Add(binding.User, contacts = []);
        }

        if (contacts.Count >= limits.ContactsPerUser)
        {
            // A phone that restarts often leaves contacts behind; the oldest is the deadest.
            Remove(binding.User, contacts[^1], expired: true);
            _users.TryAdd(binding.User, contacts);
        }

        Contact? contact = null;
        contact = new Contact(new Alarm(_ => Remove(binding.User, contact, expired: true))) { Binding = binding };
        contacts.Insert(0, contact);
        clock.Set(contact.Alarm, binding.ExpiresAt);
    }

    private void Remove(string user, Contact? contact, bool expired)
    {
        if (contact is null || !_users.TryGetValue(user, out var contacts) || !contacts.Remove(contact))
        {
            return;
        }

        clock.Set(contact.Alarm, null);
        if (contacts.Count == 0)
        {
            _users.Remove(user);
        }

        tell(new UserAgentEvent.Unregistered(user, contact.Binding, expired));
    }
}
