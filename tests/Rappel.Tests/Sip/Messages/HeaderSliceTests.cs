using System.Text;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

/// <summary>Headers are parts of one text, written and compared without strings of their own.</summary>
public class HeaderSliceTests
{
    private const int MostForOptions = 2_500;

    [Fact]
    public void A_part_of_a_text_equals_the_same_text_alone()
    {
        var part = new SipHeader(HeaderName.Server, "xx abc yy", 3, 3);
        var alone = new SipHeader("server", "abc");

        Assert.Equal(alone, part);
        Assert.Equal(alone.GetHashCode(), part.GetHashCode());
        Assert.Equal(("Server", "abc"), (part.Name, part.Value));
        Assert.NotEqual(alone, new SipHeader(HeaderName.Server, "xx abc yy", 3, 4));
        Assert.NotEqual(alone, new SipHeader(HeaderName.UserAgent, "abc"));
    }

    [Fact]
    public void What_the_rules_have_read_is_not_read_again()
    {
        var request = Wire.Request(Wire.With("Contact: <sip:a@b>"));

        Assert.Same(request.From(), request.From());
        Assert.Same(request.To(), request.To());
        Assert.Same(request.TopVia(), request.Vias()[0]);
        Assert.Same(request.Contacts()[0], request.Contacts()[0]);
    }

    [Fact]
    public void A_header_that_is_set_is_read_anew()
    {
        var request = Wire.Request(Wire.Options);
        request.Set("To", "<sip:other@pbx.example>;tag=z");

        Assert.Equal("z", request.To()!.Tag);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("plain", 5)]
    [InlineData("é東\U0001F4DE", 9)]
    [InlineData("a\uef90b", 3)]
    public void The_length_of_a_text_is_what_it_is_written_with(string text, int length)
    {
        Assert.Equal(length, WireText.Length(text));
        Assert.Equal(length, WireText.Encode(text).Length);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_the_replacement_character()
    {
        Assert.Equal("\ufffdx"u8, WireText.Encode("\ud800x"));
        Assert.Equal(4, WireText.Length("\ud800x"));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b", "a|b")]
    [InlineData(" a , ,b ", "a||b")]
    [InlineData("", "")]
    [InlineData("\"x,\\\"y\" <sip:a,b>, c", "\"x,\\\"y\" <sip:a,b>|c")]
    [InlineData("\"never closed, a", "\"never closed, a")]
    [InlineData("<never closed, a", "<never closed, a")]
    public void A_row_splits_at_its_commas_alone(string row, string values) => Assert.Equal(values, string.Join('|', HeaderList.Split(row)));

    [Fact]
    public void Text_that_outgrows_its_room_is_kept_whole()
    {
        var text = new TextBuilder(stackalloc char[4]);
        text.Append('a');
        text.Append("bcdefghij");
        text.Append(-12);
        text.Append('k');

        Assert.Equal("abcdefghij-12k", text.ToString());
    }

    [Fact]
    public void A_message_of_any_length_is_written_whole()
    {
        var uri = SipUri.Sip(new string('é', 600), "pbx.example");
        var request = new SipRequest("OPTIONS", uri, [new SipHeader("Subject", new string('x', 5_000))], Encoding.UTF8.GetBytes("body"));

        var text = Encoding.UTF8.GetString(SipWriter.Write(request));

        Assert.Equal($"OPTIONS {uri} SIP/2.0\r\nSubject: {new string('x', 5_000)}\r\nContent-Length: 4\r\n\r\nbody", text);
    }

    [Fact]
    public void Reading_takes_little_memory()
    {
        var bytes = Wire.Bytes(Wire.Options + "\n");
        Wire.Parse(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Wire.Parse(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, MostForOptions);
    }
}
