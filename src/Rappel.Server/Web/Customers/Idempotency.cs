using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Calls;
using Rappel.Storage.Callers;

namespace Rappel.Server.Web.Customers;

/// <summary>
/// Does what a program asks under a key once: the same key is given the same answer for a day, over restarts too. Of several that come at
/// once one is carried out, and the others wait for its answer.
/// </summary>
public sealed class Idempotency(IKeptAnswers store, TimeProvider time)
{
    // Two keys may share a door: then one waits for the other, which harms nothing.
    private readonly SemaphoreSlim[] _doors = [.. Enumerable.Range(0, CallerLimits.Doors).Select(_ => new SemaphoreSlim(1))];
    private Instant _swept;

    /// <summary>What the journal calls a request that was made under a key, so that a restart between making and answering finds it.</summary>
    public static string MarkOf(string source, string key) =>
        $"key-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{key}")).AsSpan(0, 16))}";

    /// <param name="source">Whose key it is.</param>
    /// <param name="asked">What is asked, byte for byte.</param>
    /// <param name="found">The answer where an earlier process had made the request and not answered; null where it had not.</param>
    /// <param name="make">Does it. What it says not to keep may be tried again under the same key.</param>
    /// <returns>Null where the key was used for something else.</returns>
    public async Task<MadeAnswer?> OnceAsync(
        TenantId tenant, string source, string key, ReadOnlyMemory<byte> asked, Func<Task<MadeAnswer?>> found, Func<Task<MadeAnswer>> make, CancellationToken cancelled)
    {
        Sweep(tenant);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(asked.Span));
        var door = _doors[(uint)HashCode.Combine(source, key) % (uint)_doors.Length];
        await door.WaitAsync(cancelled);
        try
        {
            var now = time.GetUtcNow();
            var kept = store.FindAnswer(tenant, source, key);
            kept = kept is not null && now - kept.At >= CallerLimits.AnswerKept ? null : kept;
            if (kept is not null && kept.Fingerprint != fingerprint)
            {
                return null;
            }

            if (kept is { Status: { } status, Body: { } body })
            {
                return new MadeAnswer(status, body, true) { IsRepeated = true };
            }

            var row = kept ?? new KeptAnswer(tenant, source, key, fingerprint, now, null, null);
            var answer = kept is null ? null : await found();
            if (answer is null)
            {
                store.KeepAnswer(row);
                answer = await make();
            }

            if (answer.IsKept)
            {
                store.KeepAnswer(row with { Status = answer.Status, Body = answer.Body });
            }

            return answer;
        }
        finally
        {
            door.Release();
        }
    }

    private void Sweep(TenantId tenant)
    {
        var now = time.GetUtcNow();
        if (now - _swept > CallerLimits.SweepEvery)
        {
            _swept = now;
            store.PruneAnswers(tenant, now - CallerLimits.AnswerKept);
        }
    }
}

/// <summary>An answer as it goes out.</summary>
/// <param name="Body">JSON.</param>
/// <param name="IsKept">Whether it is given again: not where it is only for now.</param>
public sealed record MadeAnswer(int Status, string Body, bool IsKept)
{
    public bool IsRepeated { get; init; }
}
