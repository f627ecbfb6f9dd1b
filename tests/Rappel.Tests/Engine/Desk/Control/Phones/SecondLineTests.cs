using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control.Phones;

/// <summary>An agent's phone that has the customer on hold and calls a colleague beside it: the attended transfer of desk phones (RFC 5589 §7).</summary>
public sealed class SecondLineTests
{
    private readonly Bench _bench = new();
    private readonly PhoneCall _caller;
    private readonly PhoneCall _first;

    public SecondLineTests()
    {
        (_caller, _first) = _bench.Talking();
        _first.Hold();
    }

    private LiveCall Desk => _bench.DeskOf("1001").Call!;

    private (PhoneCall Second, PhoneCall Colleague) Ask()
    {
        var second = _bench.Dials("1001", "1002");
        return (second, _bench.PhoneOf("1002").Ringing.Answer());
    }

    [Fact]
    public void Dialling_a_colleague_asks_them_while_the_customer_hears_music()
    {
        var second = _bench.Dials("1001", "1002");
        Assert.Equal(("music", "ringing"), (_caller.Hears, second.Hears));
        Assert.Equal((LiveConsultState.Ringing, "1002"), (Desk.Consult!.State, Desk.Consult.Target));
        Assert.Equal((LiveCallKind.Consult, "Amélie"), (_bench.DeskOf("1002").Offer!.Kind, _bench.DeskOf("1002").Offer!.Subject.Name));

        var colleague = _bench.PhoneOf("1002").Ringing.Answer();
        Assert.True(second.TalksWith(colleague));
        Assert.Equal("music", _caller.Hears);
        Assert.Equal((LiveCallState.Held, LiveConsultState.Talking), (Desk.State, Desk.Consult!.State));
        Assert.Equal(["keys", "consult/complete", "consult/cancel", "hang-up"], Desk.May);
        Assert.Contains(_bench.Disk.Journal, n => n is { Event: "consult", Detail: "agent 1002", Who: "1001" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void REFER_with_Replaces_on_either_line_puts_the_two_together(bool onTheFirst)
    {
        var (second, colleague) = Ask();
        var (referred, replaced) = onTheFirst ? (_first, second) : (second, _first);

        Assert.Equal(202, referred.Refer($"<sip:1002@10.0.0.1?Replaces={replaced.AsReplaced}>"));

        Assert.True(colleague.TalksWith(_caller));
        Assert.True(_first.IsOver);
        Assert.True(second.IsOver);
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.Busy), (_bench.StatusOf("1001"), _bench.StatusOf("1002")));
        colleague.HangUp();
        Assert.True(_caller.IsOver);
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1002"));
    }

    [Fact]
    public void Also_while_the_colleague_still_rings()
    {
        var second = _bench.Dials("1001", "1002");

        Assert.Equal(202, _first.Refer($"<sip:1002@10.0.0.1?Replaces={second.AsReplaced}&Require=replaces>"));

        Assert.Equal("ringing", _caller.Hears);
        Assert.True(_bench.PhoneOf("1002").Ringing.Answer().TalksWith(_caller));
    }

    [Fact]
    public void A_call_that_is_not_the_agents_own_cannot_be_named()
    {
        var (second, colleague) = Ask();

        Assert.Equal(403, _first.Refer($"<sip:1002@10.0.0.1?Replaces={_caller.AsReplaced}>"));
        Assert.Equal(403, _first.Refer($"<sip:1002@10.0.0.1?Replaces={_first.AsReplaced}>"));

        Assert.True(second.TalksWith(colleague));
    }

    [Fact]
    public void Whom_the_agent_asks_is_not_sent_elsewhere()
    {
        var (second, colleague) = Ask();
        Assert.Equal(603, second.Refer("<sip:1004@10.0.0.1>"));
        Assert.True(second.TalksWith(colleague));
    }

    [Fact]
    public void The_phones_hold_keys_say_whom_the_agent_talks_with()
    {
        var (second, colleague) = Ask();

        second.Hold();
        _first.TakeBack();
        Assert.True(_first.TalksWith(_caller));
        Assert.Equal("music", colleague.Hears);
        Assert.Equal((LiveCallState.Talking, LiveConsultState.Held), (Desk.State, Desk.Consult!.State));

        second.TakeBack();
        Assert.True(_first.TalksWith(_caller));
        Assert.True(second.TalksWith(colleague));
        Assert.Equal(LiveConsultState.Joined, Desk.Consult!.State);
    }

    [Fact]
    public void Hanging_up_on_the_colleague_leaves_the_customer_as_the_phone_has_them()
    {
        var (second, colleague) = Ask();

        second.HangUp();

        Assert.True(colleague.IsOver);
        Assert.Equal((AgentStatus.Busy, AgentStatus.OnBreak), (_bench.StatusOf("1001"), _bench.StatusOf("1002")));
        Assert.Equal("music", _caller.Hears);
        Assert.Null(Desk.Consult);
        _first.TakeBack();
        Assert.True(_first.TalksWith(_caller));
    }

    [Fact]
    public void By_command_too()
    {
        var (second, colleague) = Ask();
        _bench.Do(new CallControl.Cancel("1001", "1001"));
        Assert.True(second.IsOver);
        Assert.True(colleague.IsOver);
        Assert.False(_first.IsOver);
    }

    [Fact]
    public void Hanging_up_on_the_customer_hands_them_over()
    {
        var (second, colleague) = Ask();
        _first.HangUp();
        Assert.True(second.IsOver);
        Assert.True(colleague.TalksWith(_caller));
    }

    [Fact]
    public void A_customer_who_hangs_up_ends_both()
    {
        var (second, colleague) = Ask();
        _caller.HangUp();
        Assert.True(_first.IsOver);
        Assert.True(second.IsOver);
        Assert.True(colleague.IsOver);
        Assert.Equal((AgentStatus.WrapUp, AgentStatus.OnBreak), (_bench.StatusOf("1001"), _bench.StatusOf("1002")));
    }

    [Fact]
    public void A_colleague_who_is_not_there_is_told_on_that_line_alone()
    {
        var second = _bench.Dials("1001", "1002");
        _bench.PhoneOf("1002").Ringing.Refuse(486);

        Assert.Equal(("music", "La ligne est occupée."), (_caller.Hears, second.Hears));
        Assert.Equal((LiveConsultState.Failed, "busy"), (Desk.Consult!.State, Desk.Consult.Why));
        second.HearOut();
        Assert.True(second.IsOver);
        _first.TakeBack();
        Assert.True(_first.TalksWith(_caller));
        Assert.Equal(["hold", "keys", "transfer", "consult", "hang-up"], Desk.May);
    }

    [Fact]
    public void A_colleague_who_hangs_up_ends_that_line()
    {
        var (second, colleague) = Ask();
        colleague.HangUp();
        Assert.True(second.IsOver);
        Assert.Equal("music", _caller.Hears);
        Assert.Equal(AgentStatus.Busy, _bench.StatusOf("1001"));
    }

    [Fact]
    public void Somebody_outside_can_be_asked()
    {
        var second = _bench.Dials("1001", "5145550188");
        var outside = _bench.Carrier.Ringing.Answer();
        Assert.True(second.TalksWith(outside));

        Assert.Equal(202, _first.Refer($"<sip:x@10.0.0.1?Replaces={second.AsReplaced}>"));
        Assert.True(outside.TalksWith(_caller));
        Assert.Equal(AgentStatus.WrapUp, _bench.StatusOf("1001"));
    }

    [Theory]
    [InlineData("nurses", 488)]
    [InlineData("nobody", 404)]
    [InlineData("1001", 482)]
    [InlineData("9999", 403)]
    public void Whom_nobody_can_ask_is_refused(string number, int status)
    {
        Assert.Equal(status, _bench.Dials("1001", number).Refusal);
        Assert.Null(Desk.Consult);
    }

    [Fact]
    public void One_at_a_time_is_asked()
    {
        Ask();
        Assert.Equal(603, _bench.Dials("1001", "1004").Refusal);
    }

    [Fact]
    public void A_phone_whose_media_does_not_fit_is_refused_and_rings_nobody()
    {
        Assert.Equal(488, _bench.PhoneOf("1001").Dial("1002", "1001", "v=0\r\n"u8.ToArray(), "secret").Refusal);
        Assert.False(_bench.PhoneOf("1002").IsRinging);
        Assert.Null(Desk.Consult);
    }

    [Fact]
    public void A_drain_leaves_nothing_of_it()
    {
        Ask();
        _bench.Feed(new EngineInput.DrainRequested(_bench.Wall));
        _bench.Pass(60);
        Assert.True(_bench.IsDrained);
        Assert.Empty(_bench.Engine.Context.Parties);
    }
}
