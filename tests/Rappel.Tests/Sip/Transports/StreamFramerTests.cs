using System.Text;
using Rappel.Sip;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Sip.Transports;

public class StreamFramerTests
{
    private const string One = "OPTIONS sip:a SIP/2.0\r\nl : 3\r\nVia: x\r\n\r\nabc";
    private const string Two = "SIP/2.0 200 OK\r\nContent-Length:\r\n 0\r\n\r\n";

    private static List<string> Items(StreamFramer framer, ReadOnlySpan<byte> bytes, int step)
    {
        var items = new List<string>();
        for (var i = 0; i < bytes.Length; i += step)
        {
            framer.Append(bytes[i..Math.Min(i + step, bytes.Length)]);
            while (framer.TryTake(out var item))
            {
                items.Add(item switch
                {
                    StreamItem.Message m => Encoding.UTF8.GetString(m.Bytes.Span),
                    StreamItem.Broken b => "broken: " + b.Reason,
                    _ => "ping",
                });
            }
        }

        return items;
    }

    private static List<string> Items(string text, int step = int.MaxValue / 2) => Items(new StreamFramer(), Encoding.UTF8.GetBytes(text), step);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Messages_and_pings_are_told_apart_however_the_stream_is_cut(int step)
    {
        Assert.Equal(["ping", One, Two, "ping", One, "ping", "ping", Two], Items("\r\n\r\n" + One + Two + "\r\n\r\n" + One + "\r\n\r\n\r\n\r\n\r\n" + Two, step));
    }

    [Fact]
    public void One_line_end_is_a_pong_and_needs_no_answer()
    {
        Assert.Equal([One, Two], Items("\r\n" + One + "\r\n" + Two + "\r\n"));
    }

    [Fact]
    public void Nothing_is_kept_between_messages()
    {
        var framer = new StreamFramer();
        Items(framer, Encoding.UTF8.GetBytes(One + Two + "\r\n\r\n"), 5);

        Assert.Equal(0, framer.Buffered);
    }

    [Fact]
    public void Without_content_length_the_stream_is_broken()
    {
        Assert.Equal(["broken: No Content-Length"], Items("OPTIONS sip:a SIP/2.0\r\nX: y\r\n\r\n" + One));
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: x")]
    [InlineData("Content-Length:")]
    [InlineData("Content-Length: 1\r\nl: 2")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: 65000")]
    [InlineData("Content-Length: 1\r\n 2")]
    public void With_a_bad_length_the_head_is_the_last_message_and_the_parser_refuses_it(string row)
    {
        var head = Messages.Wire.With(row).ReplaceLineEndings("\r\n") + "\r\n";
        var framer = new StreamFramer();
        framer.Append(Encoding.UTF8.GetBytes(head + "and more"));

        Assert.True(framer.TryTake(out var first));
        Assert.False(SipParser.TryParse(Assert.IsType<StreamItem.Message>(first).Bytes, out _, out var error));
        Assert.NotNull(error.Partial);
        Assert.True(framer.TryTake(out var second));
        Assert.IsType<StreamItem.Broken>(second);
        framer.Append(Encoding.UTF8.GetBytes(One));
        Assert.False(framer.TryTake(out _));
        Assert.Equal(0, framer.Buffered);
    }

    [Fact]
    public void A_head_without_end_is_not_waited_for_for_ever()
    {
        Assert.Equal(["broken: Head too large"], Items(new StreamFramer(), Enumerable.Repeat((byte)'x', SipLimits.Default.HeadBytes + 1).ToArray(), 1000));
    }

    [Fact]
    public void The_largest_message_passes()
    {
        var body = new string('x', SipLimits.Default.BodyBytes);
        var message = $"INFO sip:a SIP/2.0\r\nl: {body.Length}\r\n\r\n{body}";

        Assert.Equal([message, Two], Items(message + Two, 4096));
    }
}
