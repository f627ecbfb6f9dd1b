using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

public class AddressTests
{
    [Theory]
    [InlineData("sip:pbx.example", "sip:pbx.example")]
    [InlineData("SIP:1001@192.0.2.1:5060;transport=tcp;lr?Subject=a%20b&X=", "sip:1001@192.0.2.1:5060;transport=tcp;lr?Subject=a%20b&X=")]
    [InlineData("sips:a:p%3Aw@[2001:db8::1]:5061", "sips:a:p%3Aw@[2001:db8::1]:5061")]
    [InlineData("sip:%61lice;day=x%40y@h", "sip:alice;day=x%40y@h")]
    [InlineData("sip:*72#@h", "sip:*72%23@h")]
    [InlineData("sip:%00%ff%C3%a9@h;%6cr", "sip:%00%FF%C3%A9@h;lr")]
    [InlineData("tel:+1-514-555-0100;phone-context=x", "tel:+1-514-555-0100;phone-context=x")]
    [InlineData("isbn:2983792873", "isbn:2983792873")]
    public void A_uri_is_read_and_written(string text, string written)
    {
        Assert.True(SipUri.TryParse(text, out var uri));
        Assert.Equal(written, uri.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("sip:")]
    [InlineData("sip:@h")]
    [InlineData("sip:a@b@c")]
    [InlineData("sip:a b@c")]
    [InlineData("sip:a@h:70000")]
    [InlineData("sip:a@h:")]
    [InlineData("sip:a@[::1")]
    [InlineData("sip:a@[1.2.3.4]")]
    [InlineData("sip:a@1.2.3")]
    [InlineData("sip:a@256.1.1.1")]
    [InlineData("sip:a@h..x")]
    [InlineData("sip:a@-h")]
    [InlineData("sip:a%4@h")]
    [InlineData("sip:a%zz@h")]
    [InlineData("sip:a@h;")]
    [InlineData("sip:a@h;=x")]
    [InlineData("sip:a@h;lr;lr")]
    [InlineData("sip:a@h?x")]
    [InlineData("sip:a@h?")]
    [InlineData("1sip:a@h")]
    [InlineData("tel:")]
    [InlineData("tel:12 34")]
    [InlineData("x:")]
    public void A_malformed_uri_is_refused(string text) => Assert.False(SipUri.TryParse(text, out _));

    [Theory]
    [InlineData("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtlanTa.CoM;Transport=tcp", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:carol@chicago.com;p=%22x%22", "sip:carol@chicago.com;P=%22X%22", true)]
    [InlineData("sip:carol@chicago.com;p=%22x%22", "sip:carol@chicago.com;p=x", false)]
    [InlineData("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on", true)]
    [InlineData("sip:b@x.com;transport=tcp?to=1&from=2", "sip:b@x.com;transport=tcp?FROM=2&to=1", true)]
    [InlineData("sip:a@[2001:db8::1]", "sip:a@[2001:DB8:0::1]", true)]
    [InlineData("sip:ALICE@x.com", "sip:alice@x.com", false)]
    [InlineData("sip:bob@x.com", "sip:bob@x.com:5060", false)]
    [InlineData("sip:bob@x.com", "sip:bob@x.com;transport=udp", false)]
    [InlineData("sip:bob@x.com", "sip:bob@x.com;maddr=192.0.2.1", false)]
    [InlineData("sip:bob@x.com", "sips:bob@x.com", false)]
    [InlineData("sip:carol@x.com;p=5", "sip:carol@x.com;p=6", false)]
    [InlineData("sip:carol@x.com", "sip:carol@x.com?Subject=x", false)]
    [InlineData("tel:+1-514-555-0100", "tel:+1(514)5550100", true)]
    [InlineData("tel:5550100;phone-context=a", "tel:5550100;phone-context=b", false)]
    [InlineData("urn:a", "urn:A", false)]
    public void Uris_compare_by_the_rules_of_the_rfc(string one, string other, bool same)
    {
        Assert.True(SipUri.TryParse(one, out var a) & SipUri.TryParse(other, out var b));
        Assert.Equal(same, a!.IsEquivalentTo(b!));
        Assert.Equal(same, b!.IsEquivalentTo(a));
    }

    [Theory]
    [InlineData("<sip:a@b>", null, "sip:a@b", "<sip:a@b>")]
    [InlineData("sip:a@b;tag=1", null, "sip:a@b", "<sip:a@b>;tag=1")]
    [InlineData("T. Watson <sip:a@b;x>", "T. Watson", "sip:a@b;x", "\"T. Watson\" <sip:a@b;x>")]
    [InlineData("caller<sip:a@b>;x", "caller", "sip:a@b", "\"caller\" <sip:a@b>;x")]
    [InlineData("\"a \\\"q\\\" \\\\ <x>\"<sip:a@b> ; p = \"y;\\\"\"", "a \"q\" \\ <x>", "sip:a@b", "\"a \\\"q\\\" \\\\ <x>\" <sip:a@b>;p=\"y;\\\"\"")]
    [InlineData("\"\" <tel:+1>", "", "tel:+1", "\"\" <tel:+1>")]
    [InlineData("J\u00e9r\u00f4me <sip:a@b>", "J\u00e9r\u00f4me", "sip:a@b", "\"J\u00e9r\u00f4me\" <sip:a@b>")]
    public void An_address_is_read_and_written(string text, string? name, string uri, string written)
    {
        Assert.True(NameAddress.TryParse(text, out var address));
        Assert.Equal(name, address.DisplayName);
        Assert.Equal(uri, address.Uri.ToString());
        Assert.Equal(written, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"a")]
    [InlineData("\"a\"")]
    [InlineData("\"a <sip:a@b>")]
    [InlineData("Bell, A <sip:a@b>")]
    [InlineData("<sip:a@b")]
    [InlineData("< sip:a@b>")]
    [InlineData("<sip:a@b> x")]
    [InlineData("<sip:a@b>;")]
    [InlineData("<sip:a@b>;tag=")]
    [InlineData("<sip:a@b>;tag=1;TAG=2")]
    [InlineData("<sip:a@b>;x=\"y")]
    [InlineData("sip:a@b?x=y")]
    [InlineData("sip:a,b@c")]
    public void A_malformed_address_is_refused(string text) => Assert.False(NameAddress.TryParse(text, out _));

    [Fact]
    public void Display_names_and_values_of_any_text_are_written_so_that_they_read_back()
    {
        var address = new NameAddress("Rappel \"+1 514\u2026\" \\ \a", SipUri.Sip("a b@\u00e9", "h"), [("tag", "t"), ("x", "a;b \"c\"")]);

        Assert.True(NameAddress.TryParse(address.ToString(), out var again));
        Assert.Equal(address.DisplayName, again.DisplayName);
        Assert.Equal(address.Uri, again.Uri);
        Assert.Equal("a;b \"c\"", again.Parameter("x"));
    }
}
