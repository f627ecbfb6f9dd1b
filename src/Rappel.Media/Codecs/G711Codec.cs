using Rappel.Media.Sessions;

namespace Rappel.Media.Codecs;

/// <summary>Both laws of G.711 by name, and the direct way from one to the other.</summary>
public static class G711Codec
{
    private static readonly byte[] MuToA = Across(code => ALaw.Encode(MuLaw.Decode(code)));
    private static readonly byte[] AToMu = Across(code => MuLaw.Encode(ALaw.Decode(code)));

    public static byte SilenceOf(G711 codec) => codec == G711.Pcmu ? MuLaw.Silence : ALaw.Silence;

    /// <summary>Static payload type of RFC 3551 §6.</summary>
    public static int PayloadTypeOf(G711 codec) => codec == G711.Pcmu ? 0 : 8;

    public static short Decode(G711 codec, byte code) => codec == G711.Pcmu ? MuLaw.Decode(code) : ALaw.Decode(code);

    /// <summary>Decodes every byte; <paramref name="samples"/> must be at least as long as <paramref name="codes"/>.</summary>
    public static void Decode(G711 codec, ReadOnlySpan<byte> codes, Span<short> samples)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            samples[i] = Decode(codec, codes[i]);
        }
    }

    /// <summary>Encodes every sample; <paramref name="codes"/> must be at least as long as <paramref name="samples"/>.</summary>
    public static void Encode(G711 codec, ReadOnlySpan<short> samples, Span<byte> codes)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            codes[i] = codec == G711.Pcmu ? MuLaw.Encode(samples[i]) : ALaw.Encode(samples[i]);
        }
    }

    /// <summary>Copies coded audio, changing the law where they differ. One table look-up a byte.</summary>
    public static void Transcode(G711 from, G711 to, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (from == to)
        {
            source.CopyTo(destination);
            return;
        }

        var table = from == G711.Pcmu ? MuToA : AToMu;
        for (var i = 0; i < source.Length; i++)
        {
            destination[i] = table[source[i]];
        }
    }

    private static byte[] Across(Func<byte, byte> change)
    {
        var table = new byte[256];
        for (var code = 0; code < 256; code++)
        {
            table[code] = change((byte)code);
        }

        return table;
    }
}
