using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Storage;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>What programs send, and what it lets them do. In memory as in the store: every request of theirs asks.</summary>
internal sealed class ApiTokens
{
    /// <summary>For journals: the token of the environment.</summary>
    public const string EnvironmentName = "api";

    // No 0 O 1 l I: they are read off screens, too.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly IPeopleStore _store;
    private readonly RappelApiOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly SecretHash? _given;
    private readonly Lock _changing = new();

    /// <summary>By hash: what is compared is not the secret, so that the time it takes tells nothing.</summary>
    private ImmutableDictionary<string, TokenRow> _tokens;

    public ApiTokens(IPeopleStore store, RappelApiOptions options, TimeProvider clock, ILogger<ApiTokens> log)
    {
        (_store, _options, _clock, _log) = (store, options, clock, log);
        _given = options.ApiToken is { } token ? new SecretHash(token, "The API token") : null;
        _tokens = store.Tokens(options.Tenant).ToImmutableDictionary(t => t.Hash, StringComparer.Ordinal);
    }

    /// <summary>Whether the environment gives one, with every scope.</summary>
    public bool HasGiven => _given is not null;

    /// <summary>In order of their ids.</summary>
    public IReadOnlyList<TokenRow> All => [.. Volatile.Read(ref _tokens).Values.OrderBy(t => t.Id)];

    /// <summary>Null where nobody may come in with it.</summary>
    public ClaimsPrincipal? Find(string token)
    {
        if (_given?.Matches(token) == true)
        {
            return Caller.OfToken(EnvironmentName, Permission.Scopes, null);
        }

        var now = _clock.GetUtcNow();
        if (!Volatile.Read(ref _tokens).TryGetValue(Hash(token), out var known) || known.ExpiresAt <= now)
        {
            return null;
        }

        NoteUse(known, now);
        return Caller.OfToken($"token:{known.Name}", known.Scopes, known.Agent);
    }

    /// <summary>Makes one up. Its text is given here and never again.</summary>
    /// <returns>Null where there are too many.</returns>
    public (TokenRow Row, string Token)? Make(string name, ImmutableArray<string> scopes, string? agent, Instant? expiresAt, string who)
    {
        var token = TokenLimits.Mark + RandomNumberGenerator.GetString(Alphabet, TokenLimits.Length);
        lock (_changing)
        {
            if (_tokens.Count >= TokenLimits.Count)
            {
                return null;
            }

            var row = _store.AddToken(new TokenRow(
                _options.Tenant, 0, name, token[..TokenLimits.PrefixLength], Hash(token), scopes, agent, _clock.GetUtcNow(), who, expiresAt, null));
            Volatile.Write(ref _tokens, _tokens.Add(row.Hash, row));
            return (row, token);
        }
    }

    /// <summary>From the next request on nobody comes in with it.</summary>
    /// <returns>What it was; null where there is none of this id.</returns>
    public TokenRow? Remove(long id)
    {
        lock (_changing)
        {
            if (_tokens.Values.FirstOrDefault(t => t.Id == id) is not { } row)
            {
                return null;
            }

            _store.RemoveToken(_options.Tenant, id);
            Volatile.Write(ref _tokens, _tokens.Remove(row.Hash));
            return row;
        }
    }

    private void NoteUse(TokenRow known, Instant now)
    {
        if (now - known.LastUsedAt < TokenLimits.UseWrittenEvery)
        {
            return;
        }

        lock (_changing)
        {
            if (_tokens.TryGetValue(known.Hash, out var row))
            {
                Volatile.Write(ref _tokens, _tokens.SetItem(known.Hash, row with { LastUsedAt = now }));
            }
        }

        _ = Task.Run(() => WriteUse(known.Id, now));
    }

    private void WriteUse(long id, Instant now)
    {
        try
        {
            _store.SetTokenUsed(_options.Tenant, id, now);
        }
        catch (Exception failure) when (failure is StoreException or ObjectDisposedException)
        {
            _log.LogWarning("when token {Id} was last used is not written: {Why}", id, failure.Message);
        }
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
