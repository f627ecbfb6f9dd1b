using Rappel.Core.Acd;

namespace Rappel.Tests.Core.Acd;

public class HeldWrapUpTests
{
    /// <summary>1001 is in wrap-up without a code, and a call waits.</summary>
    private static FloorUnderTest Held()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(FloorUnderTest.Call(1));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer) { CodesMissing = true });
        world.Arrive(FloorUnderTest.Call(2));
        return world;
    }

    private static bool IsHeld(FloorUnderTest world) =>
        world.Floor.ReadAgent("1001") is { Status: AgentStatus.WrapUp, CodesMissing: true } && world.Offer().Work.Id.Value == 1;

    [Fact]
    public void Time_does_not_end_it()
    {
        var world = Held();
        var ends = world.Now + FloorUnderTest.WrapUp;
        world.After(FloorUnderTest.WrapUp * 3);
        Assert.True(IsHeld(world));
        Assert.Equal(ends, world.Floor.ReadAgent("1001")!.WrapUpEnds);
    }

    [Fact]
    public void Nor_does_the_agent()
    {
        var world = Held();
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.Available));
        Assert.Equal([new AcdOutput.CommandRefused("1001", "codes-missing")], world.Do(new AcdInput.WrapUpEnded("1001")));
        Assert.True(IsHeld(world));
    }

    [Fact]
    public void A_code_leaves_the_rest_of_its_time()
    {
        var world = Held();
        world.Now += TimeSpan.FromSeconds(10);
        world.Do(new AcdInput.CodesGiven("1001"));
        Assert.Equal(AgentStatus.WrapUp, world.Status("1001"));
        world.After(FloorUnderTest.WrapUp - TimeSpan.FromSeconds(10));
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void A_code_ends_it_where_its_time_is_up()
    {
        var world = Held();
        world.After(FloorUnderTest.WrapUp);
        world.Do(new AcdInput.CodesGiven("1001"));
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void A_code_ends_it_where_the_agent_wanted_to_go_on()
    {
        var world = Held();
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.OnBreak));
        world.Do(new AcdInput.WrapUpEnded("1001"));
        world.Do(new AcdInput.CodesGiven("1001"));
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
    }

    [Fact]
    public void A_supervisor_ends_it_without_a_code()
    {
        var world = Held();
        world.Do(new AcdInput.WrapUpEnded("1001") { ByForce = true });
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void It_is_there_even_where_the_queue_has_no_wrap_up()
    {
        var world = new FloorUnderTest();
        world.Ready("1001");
        world.Arrive(new WorkItem(new WorkId(WorkKind.Voicemail, 1), "messages", FloorUnderTest.Start, true));
        world.Answer(world.Offer(), OfferOutcome.Accepted);
        world.Do(new AcdInput.WorkEnded(world.Offer().Offer) { CodesMissing = true });
        Assert.Equal(AgentStatus.WrapUp, world.Status("1001"));
        world.Do(new AcdInput.CodesGiven("1001"));
        Assert.Equal(AgentStatus.Available, world.Status("1001"));
    }

    [Fact]
    public void It_ends_on_a_break_where_nobody_ever_gives_a_code()
    {
        var world = Held();
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.Available));
        world.After(FloorUnderTest.WrapUp + AcdLimits.WrapUpHeldFor - TimeSpan.FromTicks(1));
        Assert.True(IsHeld(world));
        world.After(TimeSpan.FromTicks(1));
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
    }

    [Fact]
    public void Whoever_wanted_to_log_out_is_logged_out_at_the_bound()
    {
        var world = Held();
        world.Do(new AcdInput.StatusRequested("1001", AgentStatus.LoggedOut));
        world.After(FloorUnderTest.WrapUp + AcdLimits.WrapUpHeldFor);
        Assert.Equal(AgentStatus.LoggedOut, world.Status("1001"));
    }

    [Fact]
    public void A_direct_call_does_not_shed_it()
    {
        var world = Held();
        world.Do(new AcdInput.Occupied("1001", true));
        world.Now += FloorUnderTest.WrapUp * 2;
        world.Do(new AcdInput.Occupied("1001", false));
        Assert.True(IsHeld(world));
    }

    [Fact]
    public void A_code_given_in_a_direct_call_after_its_time_frees_the_agent_afterwards()
    {
        var world = Held();
        world.Do(new AcdInput.Occupied("1001", true));
        world.Now += FloorUnderTest.WrapUp * 2;
        world.Do(new AcdInput.CodesGiven("1001"));
        Assert.Equal(AgentStatus.Busy, world.Status("1001"));
        world.Do(new AcdInput.Occupied("1001", false));
        Assert.Equal(2, world.Offer().Work.Id.Value);
    }

    [Fact]
    public void It_outlives_a_restart_as_long_as_it_would_have_lasted()
    {
        var world = new FloorUnderTest();
        var ended = FloorUnderTest.Start - TimeSpan.FromMinutes(10);
        world.Floor.Restore(world.Now, [
            new RestoredAgent("1001", AgentStatus.WrapUp, ended, ended) { HeldWrapUpEnds = ended + FloorUnderTest.WrapUp },
        ]);
        Assert.Empty(world.Drain());
        world.Do(new AcdInput.ReachabilityChanged("1001", true));
        world.Arrive(FloorUnderTest.Call(1));
        Assert.True(world.Floor.ReadAgent("1001") is { Status: AgentStatus.WrapUp, CodesMissing: true });
        world.Now = ended + FloorUnderTest.WrapUp + AcdLimits.WrapUpHeldFor;
        world.Do(new AcdInput.TimePassed());
        Assert.Equal(AgentStatus.OnBreak, world.Status("1001"));
    }

    [Fact]
    public void An_extension_counts_from_the_end_and_from_now_where_that_is_past()
    {
        var world = Held();
        var ends = world.Now + FloorUnderTest.WrapUp;
        world.Do(new AcdInput.WrapUpExtended("1001", TimeSpan.FromMinutes(1)));
        Assert.Equal(ends + TimeSpan.FromMinutes(1), world.Floor.ReadAgent("1001")!.WrapUpEnds);
        world.After(TimeSpan.FromMinutes(10));
        world.Do(new AcdInput.WrapUpExtended("1001", TimeSpan.FromMinutes(1)));
        Assert.Equal(world.Now + TimeSpan.FromMinutes(1), world.Floor.ReadAgent("1001")!.WrapUpEnds);
    }

    [Fact]
    public void It_is_not_extended_without_end()
    {
        var world = Held();
        var began = world.Now;
        world.Do(new AcdInput.CodesGiven("1001"));
        world.Do(new AcdInput.WrapUpExtended("1001", TimeSpan.FromMinutes(40)));
        world.Do(new AcdInput.WrapUpExtended("1001", TimeSpan.FromMinutes(40)));
        Assert.Equal(began + AcdLimits.LongestWrapUp, world.Floor.ReadAgent("1001")!.Deadline);
    }
}
