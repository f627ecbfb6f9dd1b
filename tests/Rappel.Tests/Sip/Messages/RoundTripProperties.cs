using FsCheck;
using FsCheck.Fluent;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

/// <summary>Whatever can be built can be written, and reads back as it was.</summary>
public class RoundTripProperties
{
    private static readonly string[] Words = ["a", "1001", "x-y", "lr", "q", "0.5", "z9hG4bK7", "t1~"];

    /// <summary>Text of any characters that can stand in UTF-8, but for line ends and the few that stand for raw bytes.</summary>
    private static readonly Gen<string> Text = Gen.Elements("a", " ", "\"", "\\", ";", ",", "<", ">", "%", "@", ":", "?", "é", "東", "\U0001F4DE", "\0", "\t", "=", "\x7f", "&", "[")
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<string> SomeText = Text.Where(t => t.Length > 0);

    private static readonly Gen<string> Host = Gen.Elements("pbx.example", "192.0.2.7", "[2001:db8::7]", "a-b.c_d.example.", "localhost");

    private static readonly Gen<int?> Port = Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 65535).Select(p => (int?)p));

    private static readonly Gen<SipUri> AnySipUri =
        from scheme in Gen.Elements("sip", "sips")
        from user in Gen.OneOf(SomeText.Select(t => (string?)t), Gen.Constant<string?>(null))
        from password in Gen.OneOf(Text.Select(t => (string?)t), Gen.Constant<string?>(null))
        from host in Host
        from port in Port
        from parameters in Named(SomeText, Gen.OneOf(SomeText.Select(t => (string?)t), Gen.Constant<string?>(null)))
        from headers in Named(SomeText, Text)
        select new SipUri(scheme, user, user is null ? null : password, host, port, [.. parameters], [.. headers], null);

    private static readonly Gen<SipUri> AnyUri = Gen.OneOf(
        AnySipUri,
        AnySipUri,
        Gen.Elements("+15145550100", "+1(514)555-0100", "*72#").Select(n => new SipUri("tel", n, null, "", null, [("phone-context", "x")], [], null)),
        Gen.Elements("opaque", "//x:3/y?z#@").Select(o => new SipUri("soap.beep", null, null, "", null, [], [], o)));

    private static readonly Gen<List<(string, string?)>> HeaderParameters = Named(
        Gen.Elements(Words),
        Gen.OneOf(Gen.Constant<string?>(null), Gen.Elements(Words).Select(w => (string?)w), Text.Select(t => (string?)QuotedText.Quote(t))));

    private static readonly Gen<NameAddress> AnyAddress =
        from name in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t))
        from uri in AnyUri
        from parameters in HeaderParameters
        select new NameAddress(name, uri, [.. parameters]);

    private static readonly Gen<Via> AnyVia =
        from transport in Gen.Elements("UDP", "TCP", "TLS")
        from host in Host
        from port in Port
        from parameters in HeaderParameters
        select new Via(transport, host, port, [.. parameters]);

    private static readonly Gen<SipMessage> AnyMessage =
        from isRequest in Gen.Elements(true, false)
        from uri in AnyUri
        from vias in AnyVia.NonEmptyListOf()
        from ends in AnyAddress.Two()
        from contacts in AnyAddress.ListOf()
        from number in Gen.Choose(0, int.MaxValue)
        from subject in Text
        from body in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf()
        select Build(isRequest, uri, vias, ends.Item1, ends.Item2, contacts, number, subject, body);

    private static Gen<List<(string, T)>> Named<T>(Gen<string> name, Gen<T> value) =>
        Gen.Zip(name, value).Select(p => (p.Item1, p.Item2)).ListOf().Select(l => l.DistinctBy(p => p.Item1.ToUpperInvariant()).Take(20).ToList());

    private static SipMessage Build(
        bool isRequest, SipUri uri, IEnumerable<Via> vias, NameAddress from, NameAddress to, IEnumerable<NameAddress> contacts, int number, string subject, byte[] body)
    {
        List<SipHeader> headers =
        [
            .. vias.Take(100).Select(v => new SipHeader("Via", v.With("branch", "z9hG4bKp").ToString())),
            new("From", from.ToString()),
            new("To", to.ToString()),
            new("Call-ID", "p@x"),
            new("CSeq", $"{number} INFO"),
            .. contacts.Take(100).Select(c => new SipHeader("Contact", c.ToString())),
            new("Subject", subject.Trim(' ', '\t')),
        ];
        return isRequest
            ? new SipRequest("INFO", uri with { Headers = [] }, headers, body)
            : new SipResponse(200, subject, headers, body);
    }

    [Fact]
    public void Uris_read_back() => Prop.ForAll(AnyUri.ToArbitrary(), uri =>
        SipUri.TryParse(uri.ToString(), out var again) && again.Equals(uri) && again.IsEquivalentTo(uri)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Addresses_read_back() => Prop.ForAll(AnyAddress.ToArbitrary(), address =>
        NameAddress.TryParse(address.ToString(), out var again) && again.Equals(address)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Vias_read_back() => Prop.ForAll(AnyVia.ToArbitrary(), via =>
        Via.TryParse(via.ToString(), out var again) && again.Equals(via)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_list_of_addresses_splits_where_it_was_joined() => Prop.ForAll(AnyAddress.ListOf().ToArbitrary(), addresses =>
    {
        var text = string.Join(", ", addresses);
        return addresses.Count == 0 || HeaderList.Split(text).Select(v => NameAddress.TryParse(v, out var a) ? a : null).SequenceEqual(addresses);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Messages_read_back() => Prop.ForAll(AnyMessage.ToArbitrary(), message =>
    {
        var read = SipParser.TryParse(SipWriter.Write(message), out var again, out var error);
        return read && again!.Headers.Where(h => h.Name != "Content-Length").SequenceEqual(message.Headers)
            && again.Body.Span.SequenceEqual(message.Body.Span)
            && Equals((again as SipRequest)?.Uri, (message as SipRequest)?.Uri)
            && (again as SipResponse)?.Reason == (message as SipResponse)?.Reason
            && error is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
