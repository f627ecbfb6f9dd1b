using System.Security.Cryptography;
using System.Text;

namespace Rappel.Storage;

/// <summary>The SHA-256 of a file's bytes: what it is kept under, and asked for by.</summary>
public readonly record struct ContentHash
{
    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    /// <summary>64 hexadecimal digits, small letters.</summary>
    public string Hex => _hex ?? "";

    public static ContentHash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Of a text as UTF-8.</summary>
    public static ContentHash Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static bool TryParse(string? hex, out ContentHash hash)
    {
        var good = hex is { Length: 64 } && hex.All(char.IsAsciiHexDigitLower);
        hash = good ? new ContentHash(hex!) : default;
        return good;
    }

    public override string ToString() => Hex;
}
