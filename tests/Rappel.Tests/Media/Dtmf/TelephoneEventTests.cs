using Rappel.Media.Dtmf;

namespace Rappel.Tests.Media.Dtmf;

public class TelephoneEventTests
{
    private readonly TelephoneEventReceiver _receiver = new();

    [Fact]
    public void A_payload_is_read_and_written_alike()
    {
        var bytes = Convert.FromHexString("0B8A0320");
        Assert.True(TelephoneEvent.TryRead(bytes, out var happened));
        Assert.Equal(new TelephoneEvent(11, true, 10, 800), happened);
        var written = new byte[4];
        happened.Write(written);
        Assert.Equal(bytes, written);
        Assert.False(TelephoneEvent.TryRead(bytes.AsSpan(0, 3), out _));
    }

    [Fact]
    public void A_key_is_told_once_at_its_start()
    {
        Assert.Equal("5", Hear((1000, 5, false, 160)));
        Assert.Equal("", Hear((1000, 5, false, 320), (1000, 5, true, 480), (1000, 5, true, 480), (1000, 5, true, 480)));
    }

    [Fact]
    public void A_key_whose_first_packets_are_lost_is_told_by_any_later_one()
    {
        Assert.Equal("7", Hear((1000, 7, false, 480), (1000, 7, true, 640)));
        Assert.Equal("8", Hear((9000, 8, true, 640), (9000, 8, true, 640)));
    }

    [Fact]
    public void The_same_key_twice_is_two_keys() =>
        Assert.Equal("55", Hear((1000, 5, false, 160), (1000, 5, true, 320), (2280, 5, false, 160), (2280, 5, true, 320)));

    [Fact]
    public void The_same_key_twice_with_the_end_of_the_first_lost_is_two_keys() =>
        Assert.Equal("55", Hear((1000, 5, false, 160), (2280, 5, false, 160), (2280, 5, true, 320)));

    [Fact]
    public void A_late_packet_of_the_key_before_is_not_a_new_key() =>
        Assert.Equal("12", Hear((1000, 1, false, 160), (2280, 2, false, 160), (1000, 1, true, 320), (2280, 2, true, 320)));

    [Fact]
    public void A_key_held_beyond_the_longest_duration_stays_one_key() =>
        Assert.Equal("3", Hear((1000, 3, false, 160), (1000, 3, false, 0xFFFF), (1000 + 0xFFFF, 3, false, 160), (1000 + 0xFFFF, 3, true, 800)));

    [Fact]
    public void A_clock_that_wraps_or_jumps_back_far_loses_no_key() =>
        Assert.Equal("123", Hear((0xFFFFFF00, 1, true, 160), (0x200, 2, true, 160), (0xF0000000, 3, true, 160)));

    [Fact]
    public void A_new_source_has_its_own_clock()
    {
        Assert.Equal("1", Hear((5000, 1, true, 160)));
        Assert.True(_receiver.Hear(99, 5000, new TelephoneEvent(1, false, 10, 160), out _));
    }

    [Fact]
    public void Every_key_has_its_code_and_other_events_are_no_keys()
    {
        Assert.Equal("0123456789*#ABCD", string.Concat(Enumerable.Range(0, 16).Select(code => Hear(((uint)(100_000 * (code + 1)), (byte)code, true, 160)))));
        Assert.Equal("", Hear((9_000_000, 16, true, 160)));
    }

    [Fact]
    public void A_sent_key_is_five_updates_with_the_end_three_times_then_a_pause()
    {
        var sender = new TelephoneEventSender();
        sender.Add("9x#");
        var lines = new List<string>();
        for (uint now = 8000; sender.Active; now += 160)
        {
            lines.Add(sender.Step(now, out var timestamp, out var marker, out var happening)
                ? $"{timestamp} {happening.Code} {happening.Duration}{(marker ? " M" : "")}{(happening.End ? " E" : "")}"
                : "-");
        }

        Assert.Equal(
            [
                "8000 9 160 M", "8000 9 320", "8000 9 480", "8000 9 640", "8000 9 800 E", "8000 9 800 E", "8000 9 800 E", "-",
                "9280 11 160 M", "9280 11 320", "9280 11 480", "9280 11 640", "9280 11 800 E", "9280 11 800 E", "9280 11 800 E", "-",
            ], lines);
    }

    [Fact]
    public void What_we_send_is_heard_as_the_same_keys()
    {
        var sender = new TelephoneEventSender();
        sender.Add("5551*#AD0");
        var heard = "";
        for (uint now = 0; sender.Active; now += 160)
        {
            if (sender.Step(now, out var timestamp, out _, out var happening) && _receiver.Hear(1, timestamp, happening, out var key))
            {
                heard += key;
            }
        }

        Assert.Equal("5551*#AD0", heard);
    }

    [Theory]
    [InlineData("application/dtmf-relay", "Signal=5\r\nDuration=160\r\n", '5')]
    [InlineData("Application/DTMF-Relay; charset=x", "Duration= 100\nsignal = *\n", '*')]
    [InlineData("application/dtmf-relay", "Signal=11\r\n", '#')]
    [InlineData("application/dtmf-relay", "Signal=b", 'B')]
    [InlineData("application/dtmf", "7", '7')]
    [InlineData("application/dtmf", " 10\r\n", '*')]
    public void A_key_in_an_info_body_is_read(string type, string body, char expected)
    {
        Assert.True(InfoDtmf.TryParse(type, System.Text.Encoding.ASCII.GetBytes(body), out var key));
        Assert.Equal(expected, key);
    }

    [Theory]
    [InlineData("application/dtmf-relay", "")]
    [InlineData("application/dtmf-relay", "Duration=5")]
    [InlineData("application/dtmf-relay", "Signal=")]
    [InlineData("application/dtmf-relay", "Signal=55x")]
    [InlineData("application/dtmf", "99")]
    [InlineData("application/dtmf", "!")]
    [InlineData("text/plain", "5")]
    public void What_is_no_key_in_an_info_body_is_refused(string type, string body) =>
        Assert.False(InfoDtmf.TryParse(type, System.Text.Encoding.ASCII.GetBytes(body), out _));

    private string Hear(params (uint Timestamp, byte Code, bool End, int Duration)[] packets)
    {
        var heard = "";
        foreach (var (timestamp, code, end, duration) in packets)
        {
            if (_receiver.Hear(1, timestamp, new TelephoneEvent(code, end, 10, (ushort)duration), out var key))
            {
                heard += key;
            }
        }

        return heard;
    }
}
