using System.Text;
using Rappel.Sip;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

public class SipParserTests
{
    [Fact]
    public void A_request_is_read_whole()
    {
        var request = Wire.Request(Wire.Options);

        Assert.Equal("OPTIONS", request.Method);
        Assert.Equal(SipUri.Sip("1001", "pbx.example"), request.Uri);
        Assert.Equal("z9hG4bKa1", request.TopVia()!.Branch);
        Assert.Equal(5062, request.TopVia()!.Port);
        Assert.Equal("", request.TopVia()!.Parameter("rport"));
        Assert.Equal("a", request.From()!.Tag);
        Assert.Null(request.To()!.Tag);
        Assert.Equal(new CSeq(1, "OPTIONS"), request.CSeq());
        Assert.Equal(70, request.MaxForwards());
    }

    [Fact]
    public void Compact_names_any_case_and_folding_are_read_like_the_long_form()
    {
        var request = Wire.Request("""
            OPTIONS sip:1001@pbx.example SIP/2.0
            v  :  SIP / 2.0
             / UDP 192.0.2.7 ; branch = z9hG4bKa1 ,
             SIP/2.0/TCP [2001:db8::1] : 5061
            f: <sip:alice@pbx.example>;tag=a
            T: <sip:1001@pbx.example>
            i: one
            cSEQ: 1
            	OPTIONS

            """);

        Assert.Equal(["z9hG4bKa1", null], request.Vias().Select(v => v.Branch));
        Assert.Equal("[2001:db8::1]", request.Vias()[1].Host);
        Assert.Equal(5061, request.Vias()[1].Port);
        Assert.Equal("1 OPTIONS", request["CSeq"]);
        Assert.Equal(["Via", "From", "To", "Call-ID", "CSeq"], request.Headers.Select(h => h.Name));
    }

    [Fact]
    public void Unknown_headers_keep_their_name_value_and_place()
    {
        var request = Wire.Request(Wire.With("x-Odd!: ;;,,\nx-Odd!: two"));

        Assert.Equal(new SipHeader("x-Odd!", ";;,,"), request.Headers[1]);
        Assert.Equal([";;,,", "two"], request.All("X-ODD!"));
    }

    [Fact]
    public void A_datagram_is_cut_at_its_content_length()
    {
        var request = Wire.Parse(Encoding.UTF8.GetBytes(Wire.With("l: 3").ReplaceLineEndings("\r\n") + "\r\nabcdef"));

        Assert.Equal("abc"u8, request.Body.Span);
    }

    [Fact]
    public void Without_content_length_the_body_runs_to_the_end_of_the_datagram()
    {
        var request = Wire.Parse(Encoding.UTF8.GetBytes(Wire.Options.ReplaceLineEndings("\r\n") + "\r\nab\0\r\n"));

        Assert.Equal("ab\0\r\n"u8, request.Body.Span);
    }

    [Theory]
    [InlineData("Content-Length: 1", 400)]
    [InlineData("Content-Length: -1", 400)]
    [InlineData("Content-Length: 0\nl: 0", 400)]
    [InlineData("Content-Length: 99999999999999999999999999", 400)]
    [InlineData("Content-Length: 60000", 413)]
    [InlineData("Date: Fri, 01 Jan 2010 16:00:00 EST", 400)]
    [InlineData("Max-Forwards: 256", 400)]
    [InlineData("Contact: <sip:a@b>;;", 400)]
    [InlineData("Contact: sip:a@b?Route=%3Csip:c%3E", 400)]
    [InlineData("Contact: *, <sip:a@b>", 400)]
    [InlineData("Via: SIP/2.0/UDP", 400)]
    [InlineData("CSeq: 2 OPTIONS", 400)]
    [InlineData("No colon here", 400)]
    [InlineData("Bad name: x", 400)]
    [InlineData(": x", 400)]
    [InlineData("Content-Type: application", 400)]
    [InlineData("Route: <sip:a@b", 400)]
    public void A_malformed_header_is_answered(string row, int status)
    {
        var error = Wire.Refused(Wire.With(row));

        Assert.Equal(status, error.Status);
        Assert.Equal("one@192.0.2.7", error.Partial!.CallId());
    }

    [Theory]
    [InlineData("OPTIONS sip:1001@pbx.example SIP/3.0", 505)]
    [InlineData("OPTIONS sip:1001@pbx.example SIP/2.0 ", 400)]
    [InlineData("OPTIONS  sip:1001@pbx.example SIP/2.0", 400)]
    [InlineData("OPTIONS sip:1001@pbx.example; lr SIP/2.0", 400)]
    [InlineData("OPTIONS <sip:1001@pbx.example> SIP/2.0", 400)]
    [InlineData("OPTIONS sip:1001@pbx.example?Route=%3Csip:c%3E SIP/2.0", 400)]
    [InlineData("OPTIONS sip:1001@pbx.example HTTP/1.1", 400)]
    [InlineData("OPTIONS sip:1001@pbx.example", 400)]
    [InlineData("INVITE sip:1001@pbx.example SIP/2.0", 400)]
    [InlineData("ACK sip:1001@pbx.example SIP/2.0", 0)]
    [InlineData("sip:1001@pbx.example SIP/2.0", 0)]
    [InlineData("", 0)]
    public void A_malformed_request_line_is_answered_where_it_has_a_method(string line, int status)
    {
        var error = Wire.Refused(Wire.Options.Replace("OPTIONS sip:1001@pbx.example SIP/2.0", line));

        Assert.Equal(status, error.Status);
        Assert.Equal(status == 0, error.Partial is null);
    }

    [Theory]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("Call-ID")]
    [InlineData("CSeq")]
    public void Each_mandatory_header_is_missed_and_repeated_ones_are_refused(string name)
    {
        var row = Wire.Options.Split('\n').Single(l => l.StartsWith(name + ":", StringComparison.Ordinal));

        Assert.Equal(new SipParseError(400, $"Missing {name}", null), Wire.Refused(Wire.Options.Replace(row + "\n", "")) with { Partial = null });
        Assert.Equal(new SipParseError(400, $"Repeated {name}", null), Wire.Refused(Wire.With(row)) with { Partial = null });
    }

    [Fact]
    public void Without_a_via_nothing_can_be_answered()
    {
        var row = Wire.Options.Split('\n').Single(l => l.StartsWith("Via:", StringComparison.Ordinal));

        Assert.Equal(new SipParseError(0, "Missing Via", null), Wire.Refused(Wire.Options.Replace(row + "\n", "")));
    }

    [Fact]
    public void A_bad_response_is_dropped()
    {
        var good = Wire.Options.Replace("OPTIONS sip:1001@pbx.example SIP/2.0", "SIP/2.0 200 OK");

        Assert.Equal(200, Assert.IsType<SipResponse>(Wire.Parse(good)).Status);
        Assert.Equal(0, Wire.Refused(good.Replace("CSeq: 1", "CSeq: 2147483648")).Status);
        Assert.Equal(0, Wire.Refused(good.Replace("200 OK", "4294967496 OK")).Status);
        Assert.Equal(0, Wire.Refused(good.Replace("200 OK", "700 OK")).Status);
        Assert.Equal(0, Wire.Refused(good.Replace("SIP/2.0 200", "SIP/3.0 200")).Status);
    }

    [Theory]
    [InlineData('\r')]
    [InlineData('\n')]
    public void Bare_line_ends_are_refused(char end)
    {
        var bytes = Wire.Bytes(Wire.With("Subject: a|Contact: <sip:evil@example>") + "\n").Select(b => b == (byte)'|' ? (byte)end : b).ToArray();

        Assert.Equal("Bare CR or LF", Wire.Refused(bytes).Reason);
    }

    [Fact]
    public void Limits_are_answered_by_name()
    {
        Assert.Equal(414, Wire.Refused(Wire.Options.Replace("1001@pbx.example SIP", new string('a', 2048) + "@pbx.example SIP")).Status);
        Assert.Equal(513, Wire.Refused(Wire.With("X: " + string.Join("\nX: ", Enumerable.Repeat(new string('x', 8000), 5)))).Status);
        Assert.Equal(513, Wire.Refused(Wire.Options + "\n" + new string('x', 65_536)).Status);
        Assert.Equal("Too many headers", Wire.Refused(Wire.With(string.Join('\n', Enumerable.Repeat("X: x", 256)))).Reason);
        Assert.Equal("Header too long", Wire.Refused(Wire.With("X: " + new string('x', 8193))).Reason);
        Assert.Equal("Too many Contact", Wire.Refused(Wire.With("Contact: " + string.Join(',', Enumerable.Repeat("<sip:a@b>", 129)))).Reason);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_come_back_as_they_came()
    {
        var bytes = Wire.Bytes(Wire.With("Subject: na\u00efve caf\u00e9 \ue123 \uef90 \U0001F4DE") + "\n");
        bytes[Array.IndexOf(bytes, (byte)0xc3)] = 0xe9;

        var written = SipWriter.Write(Wire.Parse(bytes));

        Assert.Equal(bytes[..^2], written[..(bytes.Length - 2)]);
        Assert.Equal("Content-Length: 0\r\n\r\n"u8, written.AsSpan(bytes.Length - 2));
    }

    [Fact]
    public void The_writer_lets_no_value_start_a_header_of_its_own()
    {
        var request = Wire.Request(Wire.Options);
        request.Headers.Add(new SipHeader("Subject", "x\r\nContact: <sip:evil@example>\r\n\r\n"));

        var again = Wire.Parse(SipWriter.Write(request));

        Assert.Empty(again.Contacts());
        Assert.Equal(0, again.Body.Length);
    }
}
