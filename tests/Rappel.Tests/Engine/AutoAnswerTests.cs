using Rappel.Sip.Messages;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class AutoAnswerTests
{
    [Fact]
    public void Only_the_phone_of_an_agent_who_wants_it_is_asked_to_answer_by_itself()
    {
        var bench = new Bench(("name: Amélie,", "name: Amélie, autoAnswer: true,"));
        bench.Call("+15145550111");
        bench.MakeAvailable("1001");
        bench.Call("+15145550122");
        bench.MakeAvailable("1002");

        Assert.Equal("<sip:10.0.0.1>;answer-after=0", Invite(bench, "1001")["Call-Info"]);
        Assert.Contains("info=alert-autoanswer", Invite(bench, "1001")["Alert-Info"], StringComparison.Ordinal);
        Assert.Null(Invite(bench, "1002")["Call-Info"]);
    }

    private static SipRequest Invite(Bench bench, string agent) =>
        bench.Sent.Where(s => s.To == bench.PhoneOf(agent).Address).Select(s => s.Message).OfType<SipRequest>().First(r => r.Method == "INVITE");
}
