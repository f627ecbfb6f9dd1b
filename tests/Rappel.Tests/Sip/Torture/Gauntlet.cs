using Rappel.Sip;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.Torture;

/// <summary>Runs bytes through everything that reads what peers send. Throws where a rule is broken that must hold for any bytes.</summary>
internal sealed class Gauntlet(Mutator random)
{
    private static readonly Instant Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Long names, escapes and a length may make a message written longer than it came.</summary>
    private static readonly SipLimits Wide = new()
    {
        MessageBytes = 4 * SipLimits.Default.MessageBytes,
        HeadBytes = 4 * SipLimits.Default.HeadBytes,
        HeaderCount = 1 + SipLimits.Default.HeaderCount,
        UriLength = 4 * SipLimits.Default.UriLength,
    };

    private readonly DigestAuthenticator authenticator = new("rappel", random.Draw);
    private StreamFramer framer = new();

    public int Taken { get; private set; }

    public int Answered { get; private set; }

    public int Dropped { get; private set; }

    public int Framed { get; private set; }

    public void Run(byte[] bytes)
    {
        RunDatagram(bytes);
        RunStream(bytes);
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException(rule);
        }
    }

    private void RunDatagram(byte[] bytes)
    {
        if (!SipParser.TryParse(bytes, out var message, out var error))
        {
            Require((error.Status == 0) == (error.Partial is null), "a status needs a request to answer");
            if (error.Partial is null)
            {
                Dropped++;
                return;
            }

            Answered++;
            ReadAll(error.Partial);
            SipWriter.Write(error.Partial);
            return;
        }

        Taken++;
        ReadAll(message);
        Require(message.TopVia() is not null && message.From() is not null && message.To() is not null && message.CSeq() is not null, "mandatory headers are readable");
        if (message is SipRequest request)
        {
            RequestScreening.Inspect(request, ScreeningRules.Default);
            authenticator.Verify(Now, request, _ => "secret");
        }

        var written = SipWriter.Write(message);
        Require(SipParser.TryParse(written, Wide, out var again, out _), "what was taken is taken again when written");
        Require(SipWriter.Write(again!).AsSpan().SequenceEqual(written), "written twice is the same");
    }

    private void ReadAll(SipMessage message)
    {
        foreach (var via in message.Vias())
        {
            Require(Via.TryParse(via.ToString(), out var again) && again.Equals(via), "a Via reads back");
        }

        var addresses = message.Contacts().Concat(message.Routes("Route")).Concat(message.Routes("Record-Route"))
            .Append(message.From()).Append(message.To()).OfType<NameAddress>();
        foreach (var address in addresses)
        {
            Require(NameAddress.TryParse(address.ToString(), out var again) && again.Equals(address), "an address reads back");
            Require(address.Uri.IsEquivalentTo(again!.Uri), "a URI is equivalent to itself");
            _ = address.Expires();
        }

        _ = (message.MaxForwards(), message.Expires(), message.ContentType(), message.HasWildcardContact(), message.CallId());
        _ = (message.List("Require"), message.List("Supported"), message.List("Accept"));
        if (message is SipResponse response)
        {
            new DigestResponder(new DigestCredentials("a", "b"), random.Draw).TryLearn(response, new SipRequest("OPTIONS", SipUri.Sip(null, "h"), [], default));
        }
    }

    private void RunStream(byte[] bytes)
    {
        // In pieces, and often on the stream of the message before: a peer gone wrong does not begin at a boundary.
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(1 + random.Below(2000), bytes.Length - at);
            framer.Append(bytes.AsSpan(at, length));
            at += length;
            while (framer.TryTake(out var item))
            {
                Framed++;
                if (item is StreamItem.Message framed)
                {
                    _ = SipParser.TryParse(framed.Bytes, out _, out _);
                }
                else if (item is StreamItem.Broken)
                {
                    framer = new StreamFramer();
                }
            }
        }

        if (random.Below(8) == 0)
        {
            framer = new StreamFramer();
        }
    }
}
