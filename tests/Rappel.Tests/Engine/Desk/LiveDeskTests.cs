using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk;

public sealed class LiveDeskTests
{
    [Fact]
    public void An_offer_shows_who_waits_and_until_when_it_rings()
    {
        var bench = new Bench();
        bench.Call("+15145550123");
        bench.MakeAvailable("1001");

        var offer = DeskOf(bench, "1001").Offer!;

        Assert.Equal((LiveCallKind.Call, "nurses", "+15145550123", "fr", true, true), (offer.Kind, offer.Queue, offer.Subject.Number, offer.Subject.Language, offer.Ringing, offer.MayReject));
        Assert.Equal(TimeSpan.FromSeconds(20), offer.Deadline - offer.At);
        Assert.Equal(offer.Interaction, Assert.Single(bench.Disk.Interactions).Id);
    }

    [Fact]
    public void A_call_shows_since_when_the_two_talk_or_the_customer_is_held()
    {
        var bench = new Bench();
        bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var answered = bench.Now;
        bench.Pass(10);

        var talking = DeskOf(bench, "1001").Call!;
        agent.Hold();
        var held = DeskOf(bench, "1001").Call!;

        Assert.Equal((LiveCallState.Talking, answered, answered), (talking.State, talking.Since, talking.AnsweredAt));
        Assert.Equal((LiveCallState.Held, bench.Now, answered), (held.State, held.Since, held.AnsweredAt));
    }

    [Fact]
    public void A_callback_shows_dialling_then_ringing_then_talking()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal((LiveCallState.Dialling, LiveCallKind.Callback), (DeskOf(bench, "1001").Call!.State, DeskOf(bench, "1001").Call!.Kind));
        bench.Carrier.Ringing.Ring();
        Assert.Equal(LiveCallState.Ringing, DeskOf(bench, "1001").Call!.State);
        bench.Carrier.Ringing.Answer();
        Assert.Equal((LiveCallState.Talking, bench.Callback.Id), (DeskOf(bench, "1001").Call!.State, DeskOf(bench, "1001").Call!.Callback));
    }

    [Fact]
    public void Wrap_up_shows_which_call_it_is_for_and_what_comes_after_it()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        caller.HangUp();
        bench.SetStatus("1002", AgentStatus.Available);

        var wrapUp = DeskOf(bench, "1001").WrapUp!;

        Assert.Equal((bench.Now.AddSeconds(5), "nurses"), (wrapUp.Deadline, wrapUp.Queue));
        Assert.Equal(wrapUp.Interaction, Assert.Single(bench.Disk.Interactions).Id);
        bench.Pass(6);
        Assert.Equal(LiveDesk.Empty, DeskOf(bench, "1001"));
    }

    private static LiveDesk DeskOf(Bench bench, string agent)
    {
        bench.Feed(new EngineInput.ViewWanted());
        return bench.View!.Agents.Single(a => a.Agent == agent).Desk;
    }
}
