using System.Text;
using Rappel.Engine;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class EntranceTests
{
    [Fact]
    public void A_number_that_is_no_channel_is_not_found()
    {
        var bench = new Bench();

        Assert.Equal(404, bench.Call("+15145550123", "+15145550199").Refusal);
        Assert.Empty(bench.Disk.Interactions);
    }

    [Theory]
    [InlineData("15145550100")]
    [InlineData("+15145550100")]
    public void A_channel_is_found_with_and_without_the_plus(string dialled)
    {
        var bench = new Bench();

        Assert.True(bench.Call("+15145550123", dialled).IsUp);
    }

    [Fact]
    public void A_trunk_at_its_maximum_is_told_to_come_back_later()
    {
        var bench = new Bench(("codecs: [PCMU, PCMA], maximumCalls: 20", "codecs: [PCMU, PCMA], maximumCalls: 2"));
        bench.Call("+15145550111");
        var second = bench.Call("+15145550122");

        Assert.Equal(503, bench.Call("+15145550133").Refusal);

        second.HangUp();
        Assert.True(bench.Call("+15145550133").IsUp);
    }

    [Fact]
    public void A_callback_goes_by_another_trunk_where_the_first_is_at_its_maximum()
    {
        var bench = new Bench(("codecs: [PCMU, PCMA], maximumCalls: 20", "codecs: [PCMU, PCMA], maximumCalls: 1"));
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Call("+15145550144", "+15145550101");

        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal("+15145550123", bench.Spare.Ringing.Number);
    }

    [Fact]
    public void Without_a_media_port_a_call_is_refused_and_put_down_as_overload()
    {
        var bench = new Bench();
        for (var i = 0; i < 50; i++)
        {
            Assert.True(bench.Engine.Context.Ports.TryTake(out _));
        }

        Assert.Equal(503, bench.Call("+15145550123").Refusal);
        Assert.Equal("refused: overload", Assert.Single(bench.Disk.Interactions).Outcome);
    }

    [Fact]
    public void An_offer_that_does_not_fit_is_not_acceptable_and_costs_no_port()
    {
        var bench = new Bench();
        var ports = bench.Engine.Context.Ports.Count;
        var offer = Encoding.ASCII.GetString(SdpNegotiation.Offer(bench.Carrier.NewMedia(), MediaDirection.SendReceive));

        var call = bench.Carrier.Dial("+15145550100", "+15145550123", Encoding.ASCII.GetBytes(
            offer.Replace("RTP/AVP 0 101", "RTP/AVP 96", StringComparison.Ordinal).Replace("rtpmap:0 PCMU/8000", "rtpmap:96 opus/48000/2", StringComparison.Ordinal)));

        Assert.Equal(488, call.Refusal);
        Assert.Equal(ports, bench.Engine.Context.Ports.Count);
    }

    [Fact]
    public void A_caller_without_an_offer_gets_ours_and_answers_it()
    {
        var bench = new Bench();
        var phone = bench.Carrier;
        var caller = phone.Dial("+15145550100", "+15145550123", []);
        Assert.True(caller.IsUp);
        Assert.Equal("silence", caller.Hears);

        caller.AnswerLate();

        bench.MakeAvailable("1001");
        Assert.True(caller.TalksWith(bench.PhoneOf("1001").Ringing.Answer()));
    }

    [Fact]
    public void A_re_INVITE_without_an_offer_is_answered_with_ours()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");

        caller.Reoffer([]);

        Assert.Equal("200", bench.SentTo(bench.Carrier)[^1]);
        Assert.Contains($"m=audio {caller.EnginePort} ", Encoding.ASCII.GetString(bench.Sent[^1].Message.Body.Span), StringComparison.Ordinal);
        Assert.False(caller.IsOver);
    }

    [Fact]
    public void A_re_INVITE_that_does_not_fit_leaves_the_call_as_it_was()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();

        caller.Reoffer("v=0\r\n"u8.ToArray());

        Assert.Contains("488", bench.SentTo(bench.Carrier));
        Assert.True(caller.TalksWith(agent));
    }

    [Fact]
    public void A_key_by_INFO_counts()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");

        caller.TellKey('5');

        Assert.Equal("Ne pas déranger.", caller.Hears);
    }

    [Fact]
    public void A_key_that_comes_both_ways_counts_once()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('9');
        caller.Press('3');

        caller.TellKey('3');

        Assert.Equal("C'est noté.", caller.Hears);
        Assert.Single(bench.Disk.Callbacks);
    }

    [Fact]
    public void A_withheld_number_stays_withheld_on_the_agents_phone()
    {
        var bench = new Bench();
        bench.Carrier.Dial("+15145550100", null);
        bench.MakeAvailable("1001");

        Assert.Equal("Infirmières numéro masqué", bench.PhoneOf("1001").Ringing.ShownName);
        Assert.Null(Assert.Single(bench.Disk.Interactions).Caller);
    }

    [Fact]
    public void A_caller_who_never_acknowledges_the_answer_is_forgotten()
    {
        var bench = new Bench();
        bench.Carrier.Dial("+15145550100", "+15145550123", []);

        bench.Pass(40);

        Assert.Equal("ended: caller", Assert.Single(bench.Disk.Interactions).Outcome);
        Assert.Empty(bench.Engine.Context.Callers);
    }
}
