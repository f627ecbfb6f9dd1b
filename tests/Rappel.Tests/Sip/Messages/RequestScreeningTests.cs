using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

public class RequestScreeningTests
{
    private static ScreeningRefusal? Inspect(string rows, string method = "OPTIONS", ScreeningRules? rules = null) =>
        RequestScreening.Inspect(Wire.Request(Wire.With(rows).Replace("OPTIONS", method)), rules ?? ScreeningRules.Default);

    [Fact]
    public void An_unserved_method_is_told_what_is_served()
    {
        var refusal = Inspect("X: y", "PUBLISH");

        Assert.Equal(405, refusal!.Status);
        Assert.Equal(new SipHeader("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, INFO, UPDATE, REFER"), Assert.Single(refusal.Headers));
    }

    [Fact]
    public void Only_the_extensions_not_understood_are_told()
    {
        var refusal = Inspect("Require: timer, Magic\nRequire: more", rules: new ScreeningRules { Extensions = ["timer"] });

        Assert.Equal(new SipHeader("Unsupported", "Magic, more"), Assert.Single(refusal!.Headers));
        Assert.Null(Inspect("Require: TIMER", rules: new ScreeningRules { Extensions = ["timer"] }));
    }

    [Fact]
    public void The_method_is_judged_before_the_extensions_and_an_ack_not_at_all()
    {
        Assert.Equal(501, Inspect("Require: x", "FETCH")!.Status);
        Assert.Null(Inspect("Require: x", "ACK"));
    }

    [Fact]
    public void An_unknown_body_is_told_what_is_taken()
    {
        var request = Wire.Request(Wire.With("Content-Type: TEXT / plain; charset=utf-8").Replace("OPTIONS", "INVITE"));
        request.Body = new byte[] { 1 };

        Assert.Equal(new SipHeader("Accept", "application/sdp"), Assert.Single(RequestScreening.Inspect(request, ScreeningRules.Default)!.Headers));
        Assert.Null(RequestScreening.Inspect(request, new ScreeningRules { SessionType = "text/plain" }));
    }
}
