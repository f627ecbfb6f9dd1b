using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>Hashes and compares passwords. It is slow on purpose, so only one at a time: calls are served on the same cores.</summary>
internal sealed class Passwords : IDisposable
{
    // The framework's hasher takes a user, and makes nothing of it.
    private readonly PasswordHasher<string> _hasher;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _nobodys;

    public Passwords(RappelApiOptions options)
    {
        _hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordIterations }));
        _nobodys = _hasher.HashPassword("", RandomNumberGenerator.GetHexString(32));
    }

    public Task<string> HashAsync(string password, CancellationToken ct) => InTurnAsync(() => _hasher.HashPassword("", password), ct);

    /// <summary>False for nobody, for people without a password and for those who may not sign in, after the same time as for a wrong one.</summary>
    public async Task<bool> MatchesAsync(UserRow? user, string password, CancellationToken ct)
    {
        var known = user is { Enabled: true, PasswordHash: not null };
        var matches = await InTurnAsync(
            () => _hasher.VerifyHashedPassword("", known ? user!.PasswordHash! : _nobodys, password) != PasswordVerificationResult.Failed, ct);
        return known && matches;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            _turn.Release();
        }
    }
}
