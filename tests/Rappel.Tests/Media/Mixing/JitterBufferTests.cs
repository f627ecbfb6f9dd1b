using Rappel.Media.Codecs;
using Rappel.Media.Mixing;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Mixing;

public class JitterBufferTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(60)]
    public void On_an_even_network_every_sample_is_played_as_it_was_said(int packetTime)
    {
        var said = Voices.Speech(10);
        var heard = new RoughNetwork(1) { PacketTime = packetTime }.Carry(said);
        var coded = said.Select(sample => G711Codec.Decode(G711.Pcmu, MuLaw.Encode(sample))).ToArray();
        // After the first second nothing is shifted any more: a stretch of what was said is found as it is.
        var piece = coded.AsSpan(32_000, 8000);
        Assert.InRange(heard.AsSpan(32_000).IndexOf(piece), 0, 8 * 120);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Through_loss_of_a_tenth_and_jitter_of_100_ms_speech_is_continuous(int seed)
    {
        var network = new RoughNetwork(seed) { Loss = 0.1, Jitter = 100 };
        var heard = network.Carry(Voices.Speech(120));
        Assert.InRange(Voices.LongestSilence(heard.AsSpan(16_000)), 0, 40);
        Assert.InRange(network.Deepest, 0, JitterLimits.Deepest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-100)]
    public void The_delay_does_not_grow_in_ten_minutes_of_loss_and_jitter(double drift)
    {
        var delays = Voices.Delays(new RoughNetwork(4) { Loss = 0.1, Jitter = 100, Drift = drift }.Carry(Voices.Clock(600)));
        Assert.True(delays.Count > 450, $"{delays.Count} tones of 600 were heard");
        Assert.InRange(Late(delays.Take(60)), 20, 300);
        Assert.InRange(Late(delays.TakeLast(60)) - Late(delays.Skip(10).Take(60)), -60 - Apart(drift), 60 - Apart(drift));
        // How far the talker's clock has run apart in ten minutes is no delay of ours.
        static double Apart(double drift) => drift / 1e6 * 600_000;
        static double Late(IEnumerable<double> delays) => delays.OrderBy(delay => delay).ElementAt(delays.Count() / 2);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(-100)]
    public void A_clock_that_runs_apart_by_100_ppm_leaves_no_gap_and_no_growing_store(double drift)
    {
        var network = new RoughNetwork(5) { Drift = drift };
        var heard = network.Carry(Voices.Speech(600));
        Assert.InRange(Voices.LongestSilence(heard.AsSpan(8000)), 0, 5);
        Assert.InRange(network.Deepest, 0, JitterLimits.MostSpare + (40 * 8));
    }

    [Fact]
    public void A_lost_packet_is_made_up_and_a_long_loss_fades_to_silence()
    {
        var buffer = new JitterBuffer();
        var said = Voices.Speech(2);
        var levels = new List<double>();
        for (var beat = 0; beat < 100; beat++)
        {
            if (beat is not (20 or (>= 50 and < 60)))
            {
                Say(buffer, said, beat);
            }

            levels.Add(buffer.Beat() ? Level(buffer.Sound) : 0);
        }

        // Held back by two packets or three: what is missing is played that much later.
        Assert.True(levels.GetRange(20, 6).Min() > 1000, "the one packet left a gap");
        Assert.Equal(0, levels.GetRange(50, 15).Min());
        Assert.True(levels.GetRange(66, 30).Min() > 1000, "it did not come back");
    }

    [Fact]
    public void A_talker_who_sends_nothing_in_pauses_is_heard_whole_after_each()
    {
        var buffer = new JitterBuffer();
        var tone = Voices.Clock(1).AsSpan(0, 800).ToArray();
        var heard = new List<short>();
        for (var beat = 0; beat < 500; beat++)
        {
            if (beat % 100 < 5)
            {
                Say(buffer, tone, beat % 100, (uint)(beat / 100 * 16_000));
            }

            heard.AddRange(buffer.Beat() ? buffer.Sound : new short[160]);
        }

        for (var round = 0; round < 5; round++)
        {
            var loud = heard.Skip(round * 16_000).Take(16_000).Count(sample => Math.Abs((int)sample) > 3000);
            Assert.InRange(loud, 640, 1400);
        }
    }

    [Fact]
    public void A_burst_after_a_stall_is_caught_up_with()
    {
        var buffer = new JitterBuffer();
        var said = Voices.Speech(20);
        for (var beat = 0; beat < 1000; beat++)
        {
            var stalled = beat is >= 100 and < 150;
            for (var packet = beat == 150 ? 100 : beat; packet <= beat && !stalled; packet++)
            {
                Say(buffer, said, packet);
            }

            buffer.Beat();
            Assert.InRange(buffer.Depth, 0, JitterLimits.Deepest + 160);
        }

        Assert.InRange(buffer.Depth, 0, JitterLimits.MostSpare + 320);
    }

    [Fact]
    public void A_new_stream_is_played_from_its_beginning_whatever_its_numbers()
    {
        var buffer = new JitterBuffer();
        var said = Voices.Speech(2);
        for (var beat = 0; beat < 50; beat++)
        {
            Say(buffer, said, beat);
            buffer.Beat();
        }

        for (var beat = 50; beat < 100; beat++)
        {
            Say(buffer, said, beat, 3_000_000_000, 0xBBBB);
            buffer.Beat();
            Assert.InRange(buffer.Depth, 0, 800);
        }

        Assert.True(Level(buffer.Sound) > 1000);
    }

    [Fact]
    public void Packets_of_any_numbers_break_nothing()
    {
        var random = new Random(7);
        var buffer = new JitterBuffer();
        var payload = new byte[MediaLimits.MaximumPayload];
        for (var i = 0; i < 200_000; i++)
        {
            random.NextBytes(payload);
            var timestamp = random.Next(4) == 0 ? (uint)random.NextInt64(1L << 32) : (uint)(random.Next(40_000) + 4_294_950_000);
            buffer.Hear((uint)random.Next(2), timestamp, G711.Pcma, payload.AsSpan(0, random.Next(1, payload.Length)));
            if (random.Next(3) == 0)
            {
                buffer.Beat();
                Assert.InRange(buffer.Depth, 0, JitterLimits.Room);
            }
        }
    }

    private static void Say(JitterBuffer buffer, short[] said, int packet, uint begin = 0, uint ssrc = 1)
    {
        var payload = new byte[160];
        G711Codec.Encode(G711.Pcmu, said.AsSpan(packet * 160, 160), payload);
        buffer.Hear(ssrc, begin + (uint)(packet * 160), G711.Pcmu, payload);
    }

    private static double Level(ReadOnlySpan<short> audio)
    {
        double sum = 0;
        foreach (var sample in audio)
        {
            sum += Math.Abs((int)sample);
        }

        return sum / audio.Length;
    }
}
