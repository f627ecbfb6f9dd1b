using Rappel.Core.Acd;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control.Phones;

/// <summary>Calls that an agent's own phone makes while the agent is in none.</summary>
public sealed class OwnCallTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void A_number_is_dialled_by_the_rules_of_a_call_by_command()
    {
        var own = _bench.Dials("1001", "514-555-0188");
        Assert.Equal("ringing", own.Hears);
        Assert.Equal((AgentStatus.Busy, LiveCallState.Dialling), (_bench.StatusOf("1001"), _bench.DeskOf("1001").Call!.State));
        var outside = _bench.Carrier.Ringing;
        Assert.Equal(("+15145550188", "+15145550100"), (outside.Number, outside.ShownNumber));

        Assert.True(own.TalksWith(outside.Answer()));
        Assert.Equal(["hold", "keys", "transfer", "consult", "hang-up"], _bench.DeskOf("1001").Call!.May);
        own.HangUp();
        Assert.True(outside.IsOver);
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1001"));
        var record = Assert.Single(_bench.Disk.Interactions);
        Assert.Equal((InteractionKind.Direct, "answered", "1001"), (record.Kind, record.Outcome, record.Agent));
        Assert.Contains(_bench.Disk.Journal, n => n is { Event: "dialled", Detail: "number 514-555-0188", Who: "1001" });
    }

    [Fact]
    public void Agents_call_each_other_by_their_keys()
    {
        var own = _bench.Dials("1001", "1002");
        var colleague = _bench.PhoneOf("1002").Ringing.Answer();
        Assert.True(own.TalksWith(colleague));
        colleague.HangUp();
        Assert.True(own.IsOver);
        Assert.Equal((AgentStatus.OnBreak, AgentStatus.OnBreak), (_bench.StatusOf("1001"), _bench.StatusOf("1002")));
    }

    [Fact]
    public void Whoever_is_not_there_is_told()
    {
        var own = _bench.Dials("1001", "1002");
        _bench.PhoneOf("1002").Ringing.Refuse(480);
        Assert.Equal("Pas de réponse.", own.Hears);
        own.HearOut();
        Assert.True(own.IsOver);
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1001"));
        Assert.Empty(_bench.Engine.Context.DirectCalls);
    }

    [Theory]
    [InlineData("nobody", 404)]
    [InlineData("1001", 482)]
    [InlineData("9999", 403)]
    [InlineData("nurses", 488)]
    public void What_cannot_be_called_is_refused(string number, int status)
    {
        Assert.Equal(status, _bench.Dials("1001", number).Refusal);
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1001"));
        Assert.Contains(_bench.Logs, l => l.Kind == "own-call-refused");
    }

    [Fact]
    public void Nobody_calls_who_is_logged_out()
    {
        _bench.SetStatus("1001", AgentStatus.LoggedOut);
        Assert.Equal(486, _bench.Dials("1001", "1002").Refusal);
    }

    [Fact]
    public void Nobody_calls_while_their_phone_rings_for_an_offer()
    {
        _bench.Call(Calls.Caller);
        _bench.MakeAvailable("1001");
        Assert.Equal(486, _bench.Dials("1001", "1002").Refusal);
        Assert.True(_bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void The_password_is_asked_for()
    {
        Assert.Equal(401, _bench.PhoneOf("1001").Dial("5145550188", "1001").Refusal);
        Assert.Equal(403, _bench.Dials("1001", "5145550188", "wrong").Refusal);
        Assert.Empty(_bench.Carrier.Calls);
    }

    [Fact]
    public void A_carrier_does_not_call_as_an_agent()
    {
        Assert.Equal(404, _bench.Carrier.Dial("5145550188", "1001").Refusal);
        Assert.Equal(404, _bench.Carrier.Dial("1002", "1001").Refusal);
    }

    [Fact]
    public void A_desk_phone_of_an_agent_who_works_in_the_browser_calls_nobody()
    {
        var bench = new Bench(("1001: { name: Amélie,", "1001: { name: Amélie, connection: browser,"));
        Assert.Equal(403, bench.Dials("1001", "1002").Refusal);
    }

    [Fact]
    public void One_that_never_acknowledges_our_answer_leaves_nobody_stuck()
    {
        var phone = _bench.PhoneOf("1001");
        var own = phone.Dial("1002", "1001", [], "secret");
        Assert.Equal(AgentStatus.Busy, _bench.StatusOf("1001"));

        _bench.Pass(60);

        Assert.True(own.IsOver);
        Assert.Equal(AgentStatus.OnBreak, _bench.StatusOf("1001"));
        Assert.Empty(_bench.Engine.Context.Parties);
    }
}
