using System.Security.Cryptography;
using System.Text;

namespace Rappel.Server.Web.Auth;

/// <summary>A secret that can be compared but not read back. Comparing takes the same time wherever the difference is.</summary>
internal sealed class SecretHash
{
    // Keyed anew in each process: what lies in memory cannot be looked up in a table.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _hash;

    public SecretHash(string secret, string name)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            throw new ArgumentException($"{name} is empty.", nameof(secret));
        }

        _hash = Hash(secret);
    }

    public bool Matches(string candidate) => CryptographicOperations.FixedTimeEquals(_hash, Hash(candidate));

    private byte[] Hash(string secret) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(secret));
}
