using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Storage;

namespace Rappel.Server.Web;

/// <summary>
/// Makes and reads the word by which a customer comes to their own request without signing in: id and end, under an HMAC-SHA256 that covers
/// the tenant too. Sixteen bytes of it are kept, so that the address fits into a text message.
/// </summary>
public sealed class LinkSigner(TenantId tenant, ReadOnlyMemory<byte> key, TimeProvider time)
{
    public const string Page = "/c/";

    /// <summary>From when it is made: no request lives longer, its window ahead included.</summary>
    public static readonly TimeSpan Life = CallbackLimits.WindowAhead + CallbackLimits.MaximumWindow;

    private const int PlainBytes = 12;
    private const int MacBytes = 16;

    private const string Setting = "secret.LINK_KEY";
    private const int KeyBytes = 32;

    /// <summary>With the key that was made up at the first start and kept.</summary>
    public static LinkSigner Settle(IStore store, TenantId tenant, TimeProvider time)
    {
        if (store.GetSetting(Setting) is not { } key)
        {
            key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
            store.SetSetting(Setting, key);
        }

        return new LinkSigner(tenant, Convert.FromBase64String(key), time);
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => nameof(LinkSigner);

    /// <summary>Where on this server its page is.</summary>
    public string LinkTo(CallbackRequest request) => Page + Sign(request.Id, time.GetUtcNow() + Life);

    public string Sign(CallbackId id, Instant until)
    {
        Span<byte> bytes = stackalloc byte[PlainBytes + MacBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id.Value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], (uint)(until.ToUnixTimeSeconds() / 60));
        Mac(bytes[..PlainBytes]).AsSpan(0, MacBytes).CopyTo(bytes[PlainBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>False where it was not made here, or was changed.</summary>
    /// <param name="isOver">It was good once.</param>
    public bool TryRead(string signed, out CallbackId id, out bool isOver)
    {
        (id, isOver) = (default, false);
        Span<byte> bytes = stackalloc byte[PlainBytes + MacBytes];
        if (signed.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(signed) || !Base64Url.TryDecodeFromChars(signed, bytes, out var written) || written != bytes.Length
            || !CryptographicOperations.FixedTimeEquals(Mac(bytes[..PlainBytes]).AsSpan(0, MacBytes), bytes[PlainBytes..]))
        {
            return false;
        }

        id = new CallbackId(BinaryPrimitives.ReadInt64BigEndian(bytes));
        isOver = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) * 60L < time.GetUtcNow().ToUnixTimeSeconds();
        return true;
    }

    private byte[] Mac(ReadOnlySpan<byte> plain)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Span);
        mac.AppendData("customer-link"u8);
        mac.AppendData(Encoding.UTF8.GetBytes(tenant.Value));
        mac.AppendData(plain);
        return mac.GetHashAndReset();
    }
}
