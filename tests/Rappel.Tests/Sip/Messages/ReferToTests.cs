using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

/// <summary>Refer-To and Replaces, as the RFCs write them.</summary>
public class ReferToTests
{
    // RFC 3891 §6.1.
    [Theory]
    [InlineData("98732@sip.example.com;from-tag=r33th4x0r;to-tag=ff87ff", "98732@sip.example.com", "ff87ff", "r33th4x0r", false)]
    [InlineData("12adf2f34456gs5;to-tag=12345;from-tag=54321", "12adf2f34456gs5", "12345", "54321", false)]
    [InlineData("87134@171.161.34.23;to-tag=24796;from-tag=0", "87134@171.161.34.23", "24796", "0", false)]
    [InlineData("a@b ; to-tag = 1 ; from-tag = 2 ; early-only", "a@b", "1", "2", true)]
    public void Replaces_names_a_dialog(string text, string callId, string toTag, string fromTag, bool early)
    {
        Assert.True(Replaces.TryParse(text, out var replaces));
        Assert.Equal(new Replaces(callId, toTag, fromTag, early), replaces);
        Assert.True(Replaces.TryParse(replaces.ToString(), out var again));
        Assert.Equal(replaces, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@b")]
    [InlineData("a@b;to-tag=1")]
    [InlineData("a@b;from-tag=1")]
    [InlineData("a@b;to-tag=;from-tag=1")]
    [InlineData("a@b;to-tag=1;to-tag=2;from-tag=3")]
    [InlineData(";to-tag=1;from-tag=2")]
    [InlineData("a b;to-tag=1;from-tag=2")]
    [InlineData("a@b;to-tag=1;from-tag=2, c@d;to-tag=3;from-tag=4")]
    public void A_dialog_that_is_not_named_whole_is_none(string text) => Assert.False(Replaces.TryParse(text, out _));

    // RFC 3515 §2.1 and §4.1.
    [Theory]
    [InlineData("sip:alice@atlanta.example.com", "sip:alice@atlanta.example.com", "INVITE")]
    [InlineData("<sip:bob@biloxi.example.net;transport=tcp>", "sip:bob@biloxi.example.net;transport=tcp", "INVITE")]
    [InlineData("<sip:carol@cleveland.example.org;method=SUBSCRIBE>", "sip:carol@cleveland.example.org", "SUBSCRIBE")]
    [InlineData("\"The nurse\" <tel:+1-514-555-0188>", "tel:+1-514-555-0188", "INVITE")]
    public void A_Refer_To_says_where_to_go(string text, string uri, string method)
    {
        Assert.True(ReferTo.TryParse(text, out var to));
        Assert.Equal((uri, method, null), (to.Uri.ToString(), to.Method, to.Replaces));
    }

    // RFC 3515 §2.1, RFC 5589 §7.1; and as phones write it who want the replacing to be understood.
    [Theory]
    [InlineData("<sip:dave@denver.example.org?Replaces=12345%40192.168.118.3%3Bto-tag%3D12345%3Bfrom-tag%3D5FFE-3994>",
        "sip:dave@denver.example.org", "12345@192.168.118.3;to-tag=12345;from-tag=5FFE-3994")]
    [InlineData("<sips:482n4z24kdg@chicago.example.com;gr=8594958?Replaces=090459243588173445%3Bto-tag%3D9m2n3wq%3Bfrom-tag%3D763231>",
        "sips:482n4z24kdg@chicago.example.com;gr=8594958", "090459243588173445;to-tag=9m2n3wq;from-tag=763231")]
    [InlineData("<sip:1002@h?Require=replaces&replaces=a%40b%3Bfrom-tag%3D2%3Bto-tag%3D1>", "sip:1002@h", "a@b;to-tag=1;from-tag=2")]
    public void And_which_call_is_replaced_there(string text, string uri, string replaces)
    {
        Assert.True(ReferTo.TryParse(text, out var to));
        Assert.Equal((uri, replaces), (to.Uri.ToString(), to.Replaces!.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("<sip:a@h?Replaces=b>")]
    [InlineData("<sip:a@h?Replaces=b%3Bto-tag%3D1%3Bfrom-tag%3D2&Replaces=c%3Bto-tag%3D1%3Bfrom-tag%3D2>")]
    [InlineData("sip:a@h?Replaces=b%3Bto-tag%3D1%3Bfrom-tag%3D2")]
    public void What_cannot_be_read_sends_nobody_anywhere(string text) => Assert.False(ReferTo.TryParse(text, out _));
}
