using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>Hashes and compares passwords. It is slow on purpose, so few at a time: calls are served on the same cores.</summary>
internal sealed class Passwords : IDisposable
{
    // The framework's hasher takes a user, and makes nothing of it.
    private readonly PasswordHasher<string> _hasher;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Those who are known here do not stand behind a crowd that guesses.</summary>
    private readonly SemaphoreSlim _knownTurn = new(1);
    private readonly string _nobodys;

    public Passwords(RappelApiOptions options)
    {
        _hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordIterations }));
        _nobodys = _hasher.HashPassword("", RandomNumberGenerator.GetHexString(32));
    }

    public Task<string> HashAsync(string password, CancellationToken ct) => InTurnAsync(_knownTurn, () => _hasher.HashPassword("", password), ct);

    /// <summary>False for nobody, for people without a password and for those who may not sign in, after the same time as for a wrong one.</summary>
    /// <param name="isKnown">Whether whoever asks has signed in before.</param>
    public async Task<bool> MatchesAsync(UserRow? user, string password, bool isKnown, CancellationToken ct)
    {
        var known = user is { Enabled: true, PasswordHash: not null };
        var matches = await InTurnAsync(
            isKnown ? _knownTurn : _turn,
            () => _hasher.VerifyHashedPassword("", known ? user!.PasswordHash! : _nobodys, password) != PasswordVerificationResult.Failed, ct);
        return known && matches;
    }

    public void Dispose()
    {
        _turn.Dispose();
        _knownTurn.Dispose();
    }

    /// <summary>Throws <see cref="TimeoutException"/> where too many stand before.</summary>
    private static async Task<T> InTurnAsync<T>(SemaphoreSlim turn, Func<T> work, CancellationToken ct)
    {
        if (!await turn.WaitAsync(SignInLimits.PasswordPatience, ct))
        {
            throw new TimeoutException("too many passwords are being compared");
        }

        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            turn.Release();
        }
    }
}
