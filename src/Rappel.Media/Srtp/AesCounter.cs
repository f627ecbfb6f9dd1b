using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rappel.Media.Srtp;

/// <summary>
/// AES in counter mode as SRTP uses it (RFC 3711 §4.1.1): the counter is the last 16 bits of the block. The transform and its buffers are kept,
/// so that nothing is allocated for a packet.
/// </summary>
internal sealed class AesCounter : IDisposable
{
    private const int Block = 16;

    /// <summary>Blocks made at a time: an ordinary packet of 20 ms needs ten.</summary>
    private const int Blocks = 11;

    private readonly ICryptoTransform _transform;
    private readonly byte[] _counters = new byte[Blocks * Block];
    private readonly byte[] _keystream = new byte[Blocks * Block];

    public AesCounter(ReadOnlySpan<byte> key)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        aes.Key = key.ToArray();
        _transform = aes.CreateEncryptor();
    }

    /// <summary>Encrypts, or decrypts, in place.</summary>
    /// <param name="start">The first block: 14 bytes, and two of zero.</param>
    public void Apply(ReadOnlySpan<byte> start, Span<byte> bytes)
    {
        for (var done = 0; done < bytes.Length; done += _keystream.Length)
        {
            var part = bytes[done..Math.Min(bytes.Length, done + _keystream.Length)];
            Fill(start, done / Block, (part.Length + Block - 1) / Block);
            for (var i = 0; i < part.Length; i++)
            {
                part[i] ^= _keystream[i];
            }
        }
    }

    public void Dispose() => _transform.Dispose();

    private void Fill(ReadOnlySpan<byte> start, int first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var block = _counters.AsSpan(i * Block, Block);
            start.CopyTo(block);
            BinaryPrimitives.WriteUInt16BigEndian(block[(Block - 2)..], (ushort)(first + i));
        }

        _transform.TransformBlock(_counters, 0, count * Block, _keystream, 0);
    }
}
