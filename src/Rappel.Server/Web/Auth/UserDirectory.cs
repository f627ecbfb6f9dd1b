using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Threading;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>All users, in memory as they are in the store: every request asks for one. Changes are checked against the others and written.</summary>
internal sealed class UserDirectory
{
    private readonly IPeopleStore _store;
    private readonly Lock _changing = new();
    private ImmutableSortedDictionary<string, UserRow> _users;

    public UserDirectory(IPeopleStore store, RappelApiOptions options)
    {
        _store = store;
        _users = store.Users(options.Tenant).ToImmutableSortedDictionary(u => u.Name, u => u, StringComparer.Ordinal);
    }

    /// <summary>In order of their names.</summary>
    public ImmutableSortedDictionary<string, UserRow> All => Volatile.Read(ref _users);

    public UserRow? Find(string? name) => name is null ? null : All.GetValueOrDefault(name);

    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Makes, changes or (where null is returned) removes the user of a name. The change is given the user as it is.</summary>
    /// <returns>The user before and after, or why it cannot be; then nothing is changed.</returns>
    public (UserRefusal Refusal, UserRow? Before, UserRow? After) Change(string name, Func<UserRow?, (UserRow? User, UserRefusal Refusal)> change)
    {
        lock (_changing)
        {
            var before = Find(name);
            var (after, refusal) = change(before);
            refusal = refusal == UserRefusal.None ? RefusalOf(name, before, after) : refusal;
            if (refusal != UserRefusal.None)
            {
                return (refusal, before, null);
            }

            if (after == before)
            {
                return (refusal, before, after);
            }

            if (after is null)
            {
                _store.RemoveUser(before!.Tenant, name);
            }
            else
            {
                _store.PutUser(after);
            }

            Volatile.Write(ref _users, after is null ? _users.Remove(name) : _users.SetItem(name, after));
            return (UserRefusal.None, before, after);
        }
    }

    private UserRefusal RefusalOf(string name, UserRow? before, UserRow? after)
    {
        var others = _users.Values.Where(u => u.Name != name).ToList();
        if (before is not null && IsWayIn(before) && (after is null || !IsWayIn(after)) && !others.Any(IsWayIn))
        {
            return UserRefusal.LastAdministrator;
        }

        return after?.Agent is { } agent && others.Any(u => u.Agent == agent) ? UserRefusal.AgentTaken : UserRefusal.None;
    }

    private static bool IsWayIn(UserRow user) =>
        user is { Role: UserRole.Administrator, Enabled: true } && (user.PasswordHash is not null || user.ExternalId is not null);
}
