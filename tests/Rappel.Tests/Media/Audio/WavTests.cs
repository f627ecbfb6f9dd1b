using System.Buffers.Binary;
using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Audio;

public class WavTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        short[] samples = [0, 1, -1, 32767, -32768];
        Assert.Equal(samples, Read(WavWriter.ToBytes(samples)).Samples.ToArray());
    }

    [Theory]
    [InlineData(8000, 1, 16, 1)]
    [InlineData(8000, 1, 8, 1)]
    [InlineData(16000, 1, 16, 1)]
    [InlineData(44100, 2, 16, 1)]
    [InlineData(48000, 2, 24, 1)]
    [InlineData(22050, 1, 32, 1)]
    [InlineData(11025, 1, 32, 3)]
    [InlineData(96000, 2, 64, 3)]
    [InlineData(32000, 6, 16, 0xFFFE)]
    [InlineData(8000, 1, 8, 6)]
    [InlineData(8000, 1, 8, 7)]
    public void A_tone_in_any_usual_form_keeps_its_pitch_and_level(int rate, int channels, int bits, int coding)
    {
        var clip = Read(Wav(rate, channels, bits, coding, Sine(rate, 1000, 8000, 1.0)));
        Assert.InRange(clip.Samples.Length, 7990, 8000);
        var middle = clip.Samples.Span[1000..7000];
        Assert.InRange(ToneMeter.Amplitude(middle, 1000), 7800, 8200);
        Assert.InRange(ToneMeter.Share(middle, 1000), 0.97, 1);
    }

    [Theory]
    [InlineData(16000, 5000)]
    [InlineData(44100, 7000)]
    [InlineData(48000, 12000)]
    public void What_lies_above_our_band_does_not_fold_into_it(int rate, double hertz)
    {
        var clip = Read(Wav(rate, 1, 16, 1, Sine(rate, hertz, 16000, 1.0)));
        Assert.InRange(clip.Samples.Span[1000..7000].ToArray().Max(sample => Math.Abs((int)sample)), 0, 40);
    }

    [Fact]
    public void A_file_cut_off_while_it_was_recorded_is_read_as_far_as_it_goes()
    {
        var bytes = WavWriter.ToBytes([1, 2, 3, 4]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), 0);
        Assert.Equal(4, Read(bytes).Samples.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), 9_999_999);
        Assert.Equal(4, Read(bytes).Samples.Length);
    }

    [Fact]
    public void What_is_no_wav_is_refused_with_its_reason()
    {
        Assert.Equal("not-a-wav", Refusal("hello, world"u8.ToArray()));
        Assert.Equal("wav-without-data", Refusal(WavWriter.ToBytes([1])[..36]));
        Assert.Equal("wav-rate", Refusal(Wav(100, 1, 16, 1, [0, 0])));
        Assert.Equal("wav-channels", Refusal(Wav(8000, 9, 16, 1, [0, 0])));
        Assert.Equal("wav-coding", Refusal(Wav(8000, 1, 16, 0x55, [0, 0])));
        Assert.Equal("wav-empty", Refusal(Wav(8000, 1, 16, 1, [])));
        Assert.Equal("other-audio-format", Refusal([.. "ID3"u8, .. new byte[20]]));
        Assert.Equal("other-audio-format", Refusal([.. "OggS"u8, .. new byte[20]]));
        Assert.Equal("wav-too-long", Refusal(Wav(8000, 1, 8, 7, new double[(8000 * 600) + 8])));
    }

    [Fact]
    public void The_beginning_of_a_file_tells_its_length_and_rate()
    {
        var bytes = Wav(48000, 2, 24, 1, Sine(48000, 1000, 8000, 2.0));
        Assert.True(WavLayout.TryFind(bytes.AsSpan(0, 100), bytes.Length, out var layout, out _));
        Assert.Equal((TimeSpan.FromSeconds(2), 48000, 2, 24), (layout.Length, layout.Format.Rate, layout.Format.Channels, layout.Format.Bits));
    }

    [Fact]
    public void Random_mutations_never_throw()
    {
        var whole = Wav(16000, 2, 16, 1, Sine(16000, 400, 8000, 0.01));
        var random = new Random(11);
        for (var round = 0; round < 3_000; round++)
        {
            var mutant = (byte[])whole.Clone();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                mutant[random.Next(48)] = (byte)random.Next(256);
            }

            _ = WavReader.TryRead(mutant.AsSpan(0, random.Next(mutant.Length + 1)), "x", out _, out _);
        }
    }

    private static double[] Sine(int rate, double hertz, double amplitude, double seconds) =>
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(i => amplitude * Math.Sin(2 * Math.PI * hertz * i / rate))];

    private static byte[] Wav(int rate, int channels, int bits, int coding, double[] samples)
    {
        var extra = coding == 0xFFFE ? 24 : 0;
        var width = bits / 8;
        var data = samples.Length * width * channels;
        var bytes = new byte[44 + extra + data];
        "RIFF----WAVEfmt "u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16 + extra);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)coding);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(22), (ushort)channels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), rate);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(34), (ushort)bits);
        if (extra > 0)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(44), 1);
        }

        "data"u8.CopyTo(bytes.AsSpan(36 + extra));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40 + extra), data);
        var at = 44 + extra;
        foreach (var sample in samples)
        {
            for (var channel = 0; channel < channels; channel++, at += width)
            {
                Put(bytes.AsSpan(at, width), sample, bits, coding);
            }
        }

        return bytes;
    }

    private static void Put(Span<byte> into, double sample, int bits, int coding)
    {
        switch (coding, bits)
        {
            case (3, 64): BinaryPrimitives.WriteDoubleLittleEndian(into, sample / 32767); break;
            case (3, _): BinaryPrimitives.WriteSingleLittleEndian(into, (float)(sample / 32767)); break;
            case (6, _): into[0] = ALaw.Encode((short)sample); break;
            case (7, _): into[0] = MuLaw.Encode((short)sample); break;
            case (_, 8): into[0] = (byte)(128 + Math.Round(sample / 256)); break;
            case (_, 16): BinaryPrimitives.WriteInt16LittleEndian(into, (short)sample); break;
            case (_, 24):
                var value = (int)(sample * 256);
                (into[0], into[1], into[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
                break;
            default: BinaryPrimitives.WriteInt32LittleEndian(into, (int)(sample * 65536)); break;
        }
    }

    private static AudioClip Read(byte[] bytes)
    {
        Assert.True(WavReader.TryRead(bytes, "test", out var clip, out var refusal), refusal.ToString());
        return clip!;
    }

    private static string Refusal(byte[] bytes)
    {
        Assert.False(WavReader.TryRead(bytes, "test", out _, out var refusal));
        return refusal.Code;
    }
}
