using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Codecs;

public class G711Tests
{
    /// <summary>Values of G.711 tables 2a and 2b, scaled from 14 to 16 bits.</summary>
    [Theory]
    [InlineData(0x80, 32124)]
    [InlineData(0x00, -32124)]
    [InlineData(0x8F, 16764)]
    [InlineData(0x9F, 8316)]
    [InlineData(0xAF, 4092)]
    [InlineData(0xBF, 1980)]
    [InlineData(0xCF, 924)]
    [InlineData(0xDF, 396)]
    [InlineData(0xEF, 132)]
    [InlineData(0xFE, 8)]
    [InlineData(0xFF, 0)]
    [InlineData(0x7F, 0)]
    [InlineData(0x7E, -8)]
    public void Mu_law_decodes_as_the_standard_says(byte code, short linear) => Assert.Equal(linear, MuLaw.Decode(code));

    /// <summary>Values of G.711 tables 1a and 1b, scaled from 13 to 16 bits.</summary>
    [Theory]
    [InlineData(0xAA, 32256)]
    [InlineData(0x2A, -32256)]
    [InlineData(0xA5, 16896)]
    [InlineData(0xD5, 8)]
    [InlineData(0x55, -8)]
    [InlineData(0xC5, 264)]
    [InlineData(0x45, -264)]
    [InlineData(0xF5, 528)]
    [InlineData(0xE5, 1056)]
    public void A_law_decodes_as_the_standard_says(byte code, short linear) => Assert.Equal(linear, ALaw.Decode(code));

    [Theory]
    [InlineData(0, 0xFF)]
    [InlineData(32767, 0x80)]
    [InlineData(-32768, 0x00)]
    [InlineData(1000, 0xCE)]
    [InlineData(-1000, 0x4E)]
    public void Mu_law_encodes_known_samples(short linear, byte code) => Assert.Equal(code, MuLaw.Encode(linear));

    [Theory]
    [InlineData(0, 0xD5)]
    [InlineData(-1, 0x55)]
    [InlineData(32767, 0xAA)]
    [InlineData(-32768, 0x2A)]
    [InlineData(1000, 0xFA)]
    [InlineData(-1000, 0x7A)]
    public void A_law_encodes_known_samples(short linear, byte code) => Assert.Equal(code, ALaw.Encode(linear));

    [Theory]
    [InlineData(G711.Pcmu)]
    [InlineData(G711.Pcma)]
    public void Every_code_survives_a_round_trip(G711 codec)
    {
        Span<byte> back = stackalloc byte[1];
        for (var code = 0; code < 256; code++)
        {
            var linear = G711Codec.Decode(codec, (byte)code);
            G711Codec.Encode(codec, [linear], back);
            // µ-law's negative zero comes back as zero.
            var expected = codec == G711.Pcmu && code == 0x7F ? 0xFF : code;
            Assert.Equal(expected, back[0]);
        }
    }

    [Theory]
    [InlineData(G711.Pcmu)]
    [InlineData(G711.Pcma)]
    public void Encoding_picks_a_level_near_the_sample(G711 codec)
    {
        Span<byte> code = stackalloc byte[1];
        for (var sample = -32000; sample <= 32000; sample++)
        {
            G711Codec.Encode(codec, [(short)sample], code);
            var error = Math.Abs(G711Codec.Decode(codec, code[0]) - sample);
            Assert.True(error <= 16 + (Math.Abs(sample) / 16), $"{sample} is {error} off");
        }
    }

    [Theory]
    [InlineData(G711.Pcmu, G711.Pcma)]
    [InlineData(G711.Pcma, G711.Pcmu)]
    public void Transcoding_there_and_back_moves_a_sample_by_one_step_at_most(G711 from, G711 to)
    {
        var codes = Enumerable.Range(0, 256).Select(code => (byte)code).ToArray();
        var there = new byte[256];
        var back = new byte[256];
        G711Codec.Transcode(from, to, codes, there);
        G711Codec.Transcode(to, from, there, back);
        for (var code = 0; code < 256; code++)
        {
            var linear = G711Codec.Decode(from, (byte)code);
            Assert.InRange(Math.Abs(G711Codec.Decode(from, back[code]) - linear), 0, 16 + (Math.Abs(linear) / 14));
        }
    }
}
