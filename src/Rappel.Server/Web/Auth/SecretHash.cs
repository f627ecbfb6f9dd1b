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
        Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("rappel session\n" + secret)).AsSpan(0, 8));
    }

    /// <summary>The same for the same secret in every process: a session begun under another password is not taken.</summary>
    public string Mark { get; }

    public bool Matches(string candidate) => CryptographicOperations.FixedTimeEquals(_hash, Hash(candidate));

    private byte[] Hash(string secret) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(secret));
}
