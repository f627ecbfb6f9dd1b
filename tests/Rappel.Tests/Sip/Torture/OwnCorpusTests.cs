using System.IO;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Torture;

public class OwnCorpusTests
{
    public static TheoryData<string, string> Index()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Corpus.Own, "index.tsv")).Where(l => !l.StartsWith('#')))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Index))]
    public void Each_message_gets_its_verdict(string name, string verdict)
    {
        Assert.Equal(verdict, Verdict.Of(Read(name)));
    }

    [Fact]
    public void Every_file_is_in_the_index()
    {
        var files = Directory.GetFiles(Corpus.Own, "*.sip").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(files, Index().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Index))]
    public void Whatever_is_taken_says_the_same_when_written_and_read_again(string name, string verdict)
    {
        if (!SipParser.TryParse(Read(name), out var message, out _))
        {
            Assert.DoesNotContain("ok", verdict);
            return;
        }

        Assert.True(SipParser.TryParse(SipWriter.Write(message), out var again, out var error), error?.Reason);
        Assert.Equal(message.Headers.Where(h => !h.Is("Content-Length")), again.Headers.Where(h => !h.Is("Content-Length")));
        Assert.Equal(message.Body.Span, again.Body.Span);
        Assert.Equal((message as SipRequest)?.Uri, (again as SipRequest)?.Uri);
        Assert.Equal((message as SipResponse)?.Reason, (again as SipResponse)?.Reason);
        Assert.Equal(message.Contacts(), message.Contacts().Select(Rewritten));
        Assert.Equal(message.Vias().Select(v => v.ToString()), again.Vias().Select(v => v.ToString()));
    }

    [Fact]
    public void Odd_values_mean_what_they_should()
    {
        Assert.Equal("Le \"P'tit\" \\ <x>, y \a\0\x7f", Message("display-escapes").From()!.DisplayName);
        Assert.Equal("sales@hq:7", ((SipRequest)Message("uri-escapes")).Uri.User);
        Assert.Equal("1", ((SipRequest)Message("uri-escapes")).Uri.Parameter("line"));
        Assert.Equal("1001;ext=5@x", ((SipRequest)Message("uri-user-with-parameter")).Uri.User);
        Assert.Equal("a\0b", Message("uri-escaped-null").To()!.Uri.User);
        Assert.False(Message("uri-escaped-null").Contacts() is [var one, var other] && one.Uri.IsEquivalentTo(other.Uri));
        Assert.Equal("60", Message("bare-addresses").Contacts()[0].Parameter("expires"));
        Assert.Equal("<urn:uuid:0,;\"x\">", Message("parameter-quoted").Contacts()[0].Parameter("+sip.instance"));
        Assert.Equal("one two three", Message("folded-headers")["Subject"]);
        Assert.Equal("z9hG4bKfold", Message("folded-headers").TopVia()!.Branch);
        Assert.Equal("2001:db8::99", Message("via-ipv6").TopVia()!.Parameter("received"));
        Assert.Equal(60, Message("via-sixty").Vias().Count);
        Assert.Equal(uint.MaxValue, Message("expires-enormous").Contacts()[0].Expires());
        Assert.Equal(uint.MaxValue, Message("expires-enormous").Expires());
        Assert.True(Message("contact-wildcard").HasWildcardContact());
        Assert.Equal(256, Message("body-binary").Body.Length);
        Assert.Equal(0, Message("trailing-bytes").Body.Length);
        Assert.Null(Message("old-peer").TopVia()!.Branch);
    }

    private static NameAddress Rewritten(NameAddress address)
    {
        Assert.True(NameAddress.TryParse(address.ToString(), out var again));
        return again;
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Corpus.Own, name + ".sip"));

    private static SipMessage Message(string name)
    {
        Assert.True(SipParser.TryParse(Read(name), out var message, out var error), error?.Reason);
        return message;
    }
}
