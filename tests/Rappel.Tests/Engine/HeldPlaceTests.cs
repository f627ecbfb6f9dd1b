using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>A caller who rings again takes the place that the pending callback holds, and waits there on the line.</summary>
public class HeldPlaceTests
{
    private const string Other = "+15145550133";

    [Fact]
    public void The_held_place_is_ahead_of_who_came_later_and_ends_as_served_when_an_agent_answers()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        bench.Call(Other);
        bench.Pass(60);
        var again = bench.RingAgain("2");

        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing;
        Assert.Equal(RingingAgain.Caller, agent.ShownNumber);
        Assert.DoesNotContain("Rappel", agent.ShownName, StringComparison.Ordinal);
        Assert.False(bench.Callback.IsFinal);
        agent.Answer();

        Assert.True(again.TalksWith(agent));
        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
        Assert.Equal("served", bench.Disk.Interactions.Single(i => i.Id == bench.Callback.Interaction).Outcome);
        again.HangUp();
        bench.Pass(5);
        bench.PhoneOf("1001").Ringing.Answer().HangUp();
        bench.Pass(TimeSpan.FromHours(5));
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void The_held_place_is_behind_who_came_before()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.Call(Other);
        bench.Pass(60);
        bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        bench.RingAgain("2");

        bench.MakeAvailable("1001");

        Assert.Equal(Other, bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void Who_takes_the_place_and_hangs_up_first_is_called_back_in_it()
    {
        var bench = new Bench(RingingAgain.Script);
        var before = bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        bench.Call(Other);
        bench.Pass(60);
        var again = bench.RingAgain("2");
        bench.Pass(30);
        again.HangUp();

        Assert.Equal((CallbackStatus.Waiting, before.Place, before.ExpiresAt), (bench.Callback.Status, bench.Callback.LinePlace, bench.Callback.ExpiresAt));
        bench.MakeAvailable("1001");
        Assert.Equal(RingingAgain.Caller, bench.PhoneOf("1001").Ringing.ShownNumber);
        Assert.Contains("Rappel", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waits_already_is_moved_to_the_held_place()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        bench.Call(Other);
        bench.Pass(60);
        var again = bench.Call(RingingAgain.Caller);
        again.HearOut();
        bench.Pass(20);
        var wait = bench.Engine.Context.Callers.Values.Last().Wait!;
        Assert.Equal(2, bench.Engine.Context.Acd.PositionOf(wait.Work));

        again.Press('6');

        Assert.Equal(1, bench.Engine.Context.Acd.PositionOf(wait.Work));
        bench.MakeAvailable("1001");
        Assert.Equal(RingingAgain.Caller, bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void An_agent_who_is_being_rung_already_is_not_rung_anew_for_the_older_place()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        var again = bench.Call(RingingAgain.Caller);
        again.HearOut();
        bench.Pass(20);
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;

        again.Press('6');

        Assert.Same(ringing, bench.PhoneOf("1001").Ringing);
        Assert.Single(bench.PhoneOf("1001").Calls);
        ringing.Answer();
        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
    }

    [Fact]
    public void That_the_place_was_taken_is_in_the_journal_with_who()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);

        bench.RingAgain("2");

        var note = Assert.Single(bench.JournalOf(bench.Callback), e => e.Event == "place-taken");
        Assert.Equal("caller", note.Who);
    }

    [Fact]
    public void A_place_holds_in_the_queue_it_was_gained_in_though_the_queues_are_not_paired()
    {
        var bench = new Bench([.. RingingAgain.Script, ("    outboundQueue: callbacks\n", "")]);
        bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        bench.Call(Other);
        bench.Pass(60);
        bench.RingAgain("2");

        bench.MakeAvailable("1001");

        Assert.Equal(RingingAgain.Caller, bench.PhoneOf("1001").Ringing.ShownNumber);
        bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal(CallbackStatus.Served, bench.Callback.Status);
    }

    [Fact]
    public void A_place_held_for_agents_of_another_queue_is_worth_nothing_in_this_one()
    {
        var bench = new Bench([.. RingingAgain.Script, ("    outboundQueue: callbacks\n", "")]);
        var terms = bench.Configuration.Scripts["line"].InQueue.OfType<CallbackObject>().Single().Terms;
        bench.Command(new EngineCommand.CreateCallback(terms, RingingAgain.Caller, null, null, ImmutableDictionary<string, string>.Empty, "api"));
        bench.Pass(60);
        bench.Call(Other);
        bench.Pass(60);
        var again = bench.RingAgain("2");

        Assert.Equal(2, bench.Engine.Context.Acd.PositionOf(bench.Engine.Context.Callers.Values.Last().Wait!.Work));
        again.Press('6');
        Assert.Equal("Raté.", again.Hears);
    }

    [Fact]
    public void A_restart_leaves_the_request_in_its_place()
    {
        var bench = new Bench(RingingAgain.Script);
        var before = bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);
        bench.RingAgain("2");

        bench.Restart();

        Assert.Equal((CallbackStatus.Waiting, before.Place, false), (bench.Callback.Status, bench.Callback.LinePlace, bench.Callback.IsHeld));
        bench.MakeAvailable("1001");
        Assert.Contains("Rappel", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }
}
