using System.Buffers.Binary;

namespace Rappel.Media.Audio;

/// <summary>Where things are in a WAV file: told from its beginning and its size, without reading the samples.</summary>
/// <param name="Start">Of the samples, bytes from the beginning.</param>
/// <param name="Bytes">Of samples.</param>
public readonly record struct WavLayout(WavFormat Format, long Start, long Bytes)
{
    private const int Extensible = 0xFFFE;
    private const int ChunkHead = 8;

    /// <summary>Enough of a file to find its samples, whatever a recorder wrote before them.</summary>
    public const int HeadBytes = 256 * 1024;

    public TimeSpan Length => TimeSpan.FromSeconds(Bytes / Format.FrameBytes / (double)Format.Rate);

    /// <summary>False with the reason where it is no WAV file we can play. Never throws.</summary>
    /// <param name="head">The whole file, or at least <see cref="HeadBytes"/> of it.</param>
    /// <param name="size">Of the whole file, in bytes.</param>
    public static bool TryFind(ReadOnlySpan<byte> head, long size, out WavLayout layout, out WavRefusal refusal)
    {
        layout = default;
        if (size > WavLimits.File || head.Length < 12 || !head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
        {
            refusal = size > WavLimits.File ? new WavRefusal(WavRefusal.TooManyBytes, size)
                : new WavRefusal(IsOtherAudio(head) ? WavRefusal.OtherFormat : WavRefusal.NotAWav);
            return false;
        }

        WavFormat format = default;
        for (long at = 12; at + ChunkHead <= head.Length;)
        {
            // A recorder that was cut off leaves a length of zero or of more than there is: take what there is.
            var name = head.Slice((int)at, 4);
            var said = BinaryPrimitives.ReadUInt32LittleEndian(head[((int)at + 4)..]);
            var start = at + ChunkHead;
            var length = Math.Min(said, size - start);
            if (name.SequenceEqual("fmt "u8) && length >= 16 && start + length <= head.Length)
            {
                format = ReadFormat(head.Slice((int)start, (int)length));
            }
            else if (name.SequenceEqual("data"u8))
            {
                refusal = Refuse(format);
                layout = new WavLayout(format, start, said == 0 ? size - start : length);
                refusal = refusal.Code.Length == 0 ? layout.RefuseLength() : refusal;
                return refusal.Code.Length == 0;
            }

            at = start + length + (length & 1);
        }

        refusal = new WavRefusal(WavRefusal.NoData);
        return false;
    }

    private static WavFormat ReadFormat(ReadOnlySpan<byte> chunk)
    {
        int coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (coding == Extensible && chunk.Length >= 26)
        {
            coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        }

        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        return new WavFormat(
            coding,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            (int)Math.Min(rate, int.MaxValue),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
    }

    private static WavRefusal Refuse(WavFormat format) => format switch
    {
        { Coding: 0 } => new WavRefusal(WavRefusal.NoFormat),
        { Channels: < 1 or > WavLimits.Channels } => new WavRefusal(WavRefusal.Channels, format.Channels),
        { Rate: < WavLimits.LowestRate or > WavLimits.HighestRate } => new WavRefusal(WavRefusal.Rate, format.Rate),
        { Coding: WavFormat.Linear, Bits: 8 or 16 or 24 or 32 } => WavRefusal.None,
        { Coding: WavFormat.Float, Bits: 32 or 64 } => WavRefusal.None,
        { Coding: WavFormat.ALaw or WavFormat.MuLaw, Bits: 8 } => WavRefusal.None,
        _ => new WavRefusal(WavRefusal.Coding, format.Coding),
    };

    private WavRefusal RefuseLength() => Length > WavLimits.Length
        ? new WavRefusal(WavRefusal.TooLong, (long)Length.TotalSeconds)
        : Bytes < Format.FrameBytes ? new WavRefusal(WavRefusal.Empty) : WavRefusal.None;

    /// <summary>Recordings people have and take for WAV: MP3, Ogg, FLAC, AIFF, MPEG-4 and WebM.</summary>
    private static bool IsOtherAudio(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) || head.StartsWith("OggS"u8) || head.StartsWith("fLaC"u8) || head.StartsWith("FORM"u8)
        || (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8)) || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        || (head.Length >= 2 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0);
}
