using System.IO;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Torture;

/// <summary>The messages of RFC 4475 §3 that lie beside the repository. They are not ours to commit, so the test reads them there, or is skipped.</summary>
public class Rfc4475Tests
{
    /// <summary>What parser and screening say; where the user agent has the last word, its part is told behind.</summary>
    public static TheoryData<string, string> Expected => new()
    {
        // §3.1.1 valid
        { "wsinv", "ok" }, // 481 further up: a To tag of no dialog
        { "esc01", "ok" },
        { "lwsdisp", "ok" },
        { "dblreq", "ok" }, // the second request is cut off
        { "transports", "ok" },
        { "noreason", "ok" },
        { "unreason", "ok" },

        // §3.1.2 invalid
        { "badinv01", "400" },
        { "clerr", "400" },
        { "scalarlg", "drop" },
        { "quotbal", "400" },
        { "lwsruri", "400" },
        { "trws", "400" },
        { "baddate", "400" },
        { "badaspec", "400" },
        { "badvers", "505" },
        { "mismatch01", "400" },

        // §3.2-3.4 well-formed, wrong higher up
        { "badbranch", "400" },
        { "insuf", "400" },
        { "unkscm", "screen 416" },
        { "bext01", "screen 420" },
        { "regaut01", "ok" }, // 401 from the authenticator
        { "mcl01", "400" },
        { "zeromf", "ok" }, // it has arrived: an end point answers it
        { "sdp01", "screen 406" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Each_message_gets_its_verdict(string name, string verdict)
    {
        Assert.Equal(verdict, Verdict.Of(Read(name)));
    }

    [Fact]
    public void No_message_is_left_without_an_expectation()
    {
        var names = Directory.GetFiles(Folder(), "*.dat").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(names, Expected.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Odd_values_mean_what_the_rfc_says()
    {
        var wsinv = Message("wsinv");
        Assert.Equal("J Rosenberg \\\"", wsinv.From()!.DisplayName);
        Assert.Equal(["390skdjuw", "z9hG4bK9ikj8", "z9hG4bK30239"], wsinv.Vias().Select(v => v.Branch));
        Assert.Equal(68, wsinv.MaxForwards());
        Assert.Equal(new CSeq(9, "INVITE"), wsinv.CSeq());
        Assert.Equal("newfangled value continued newfangled value", wsinv["NewFangledHeader"]);
        Assert.Equal("0.33", wsinv.Contacts()[0].Parameter("q"));

        var esc01 = Assert.IsType<SipRequest>(Message("esc01"));
        Assert.Equal("sips:user@example.com", esc01.Uri.User);
        Assert.Equal("user", esc01.To()!.Uri.User);
        Assert.Equal("value%41", esc01.Contacts()[0].Uri.Parameter("name"));
        Assert.NotNull(esc01.Contacts()[0].Uri.Parameter("lr"));

        Assert.Equal("REGISTER", Assert.IsType<SipRequest>(Message("dblreq")).Method);
        Assert.Equal("= 2**3 * 5**2", Assert.IsType<SipResponse>(Message("unreason")).Reason[..13]);
        Assert.Equal("nothingSupportsThis, nothingSupportsThisEither", Screened("bext01").Headers.Single(h => h.Is("Unsupported")).Value);
    }

    private static ScreeningRefusal Screened(string name)
    {
        var refusal = RequestScreening.Inspect(Assert.IsType<SipRequest>(Message(name)), ScreeningRules.Default);
        Assert.NotNull(refusal);
        return refusal;
    }

    private static string Folder()
    {
        if (Corpus.Rfc4475 is null)
        {
            Assert.Skip($"The RFC 4475 messages are not beside the repository; {Corpus.SharedVariable} may name the folder that holds rfc4475/.");
        }

        return Corpus.Rfc4475;
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder(), name + ".dat"));

    private static SipMessage Message(string name)
    {
        Assert.True(SipParser.TryParse(Read(name), out var message, out var error), error?.Reason);
        return message;
    }
}
