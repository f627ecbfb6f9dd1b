using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Rappel.Core.Calls;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>
/// How the first person comes in: as <c>admin</c> with the password of the environment, which wins at each start; else by a one-time code
/// that only who sees the server's output has.
/// </summary>
internal sealed class FirstAdministrator : IHostedService
{
    public const string Name = "admin";

    // No 0 O 1 l I: it may be read off another screen.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly UserDirectory _users;
    private readonly Passwords _passwords;
    private readonly TenantId _tenant;
    private readonly TimeProvider _clock;
    private readonly string? _given;

    public FirstAdministrator(UserDirectory users, Passwords passwords, RappelApiOptions options, TimeProvider clock)
    {
        _users = users;
        _passwords = passwords;
        _tenant = options.Tenant;
        _clock = clock;
        _given = options.AdminPassword;
        Code = users.All.IsEmpty && _given is null ? RandomNumberGenerator.GetString(Alphabet, AuthLimits.SetupCodeLength) : null;
    }

    /// <summary>Path and query of the page that makes the first administrator; null where there are users.</summary>
    public string? SetupPath => Code is { } code && _users.All.IsEmpty ? $"/setup?code={code}" : null;

    public string? Code { get; }

    /// <summary>Whether the environment says what this user is.</summary>
    public bool IsGiven(string name) => _given is not null && name == Name;

    public bool IsCode(string code) => Code is { } right && new SecretHash(right, "The code").Matches(code);

    /// <summary>Before the first request. The same password as before leaves sessions alone.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_given is null)
        {
            return;
        }

        var user = _users.Find(Name);
        if (user is { Role: UserRole.Administrator } && await _passwords.MatchesAsync(user, _given, isKnown: true, cancellationToken))
        {
            return;
        }

        var hash = await _passwords.HashAsync(_given, cancellationToken);
        var now = _clock.GetUtcNow();
        _users.Change(Name, before => ((before ?? New(Name, Name, hash, now)) with
        {
            Role = UserRole.Administrator,
            Enabled = true,
            PasswordHash = hash,
            Stamp = UserDirectory.NewStamp(),
        }, UserRefusal.None));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the first administrator; nobody, where there is any user by then.</summary>
    public async Task<UserRow?> MakeAsync(string name, string displayName, string password, CancellationToken ct)
    {
        var made = New(name, displayName, await _passwords.HashAsync(password, ct), _clock.GetUtcNow());
        return _users.Change(name, _ => _users.All.IsEmpty ? (made, UserRefusal.None) : (null, UserRefusal.AlreadySetUp)).After;
    }

    private UserRow New(string name, string displayName, string hash, Instant now) => new(
        _tenant, name, displayName, UserRole.Administrator, null, null, true, hash, null, UserDirectory.NewStamp(), now, null);
}
