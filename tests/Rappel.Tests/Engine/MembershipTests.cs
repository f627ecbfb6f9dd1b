using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class MembershipTests
{
    private static string? Change(Bench bench, string agent, string queue, MemberChange? change, WorkKind kind = WorkKind.LiveCall) =>
        bench.Answers[bench.Command(new MembershipCommand(agent, kind, queue, change, "chef"))].Error;

    [Fact]
    public void Whoever_is_put_into_a_queue_is_rung_for_it()
    {
        var bench = new Bench();
        bench.Call("+15145550123");
        bench.MakeAvailable("1004");
        Assert.False(bench.PhoneOf("1004").IsRinging);

        Assert.Null(Change(bench, "1004", "nurses", new MemberChange(true, 3)));

        Assert.True(bench.PhoneOf("1004").IsRinging);
        Assert.Contains(bench.Disk.Journal, j => j is { Subject: "agent-1004", Event: "membership-changed", Detail: "nurses: member, skill 3", Who: "chef" });
    }

    [Fact]
    public void Whoever_is_taken_out_is_rung_no_more_and_back_as_configured_afterwards()
    {
        var bench = new Bench();
        bench.MakeAvailable("1001");
        Change(bench, "1001", "nurses", new MemberChange(false, null));
        bench.Call("+15145550123");
        Assert.False(bench.PhoneOf("1001").IsRinging);

        Change(bench, "1001", "nurses", null);

        Assert.True(bench.PhoneOf("1001").IsRinging);
        Assert.Empty(bench.Disk.Memberships);
    }

    [Fact]
    public void A_change_holds_over_a_restart_and_a_new_configuration()
    {
        var bench = new Bench();
        Change(bench, "1004", "nurses", new MemberChange(true, null));
        bench.Restart();
        bench.Feed(new EngineInput.Published(BenchConfiguration.Read(2, ("maximumCalls: 3", "maximumCalls: 5"))));
        bench.MakeAvailable("1004");

        bench.Call("+15145550123");

        Assert.True(bench.PhoneOf("1004").IsRinging);
    }

    [Fact]
    public void It_goes_with_the_agent_or_the_queue()
    {
        var bench = new Bench();
        Change(bench, "1004", "nurses", new MemberChange(true, null));

        bench.Feed(new EngineInput.Published(BenchConfiguration.Read(2, ("  1004: { name: Accueil, password: secret, offerTimeout: 30 s, language: fr }\n", ""), ("agent: 1004", "agent: 1001"), ("members: [1004]", "members: [1001]"))));

        Assert.Empty(bench.Disk.Memberships);
    }

    [Fact]
    public void What_there_is_not_is_refused()
    {
        var bench = new Bench();
        Assert.Equal("unknown-agent", Change(bench, "9999", "nurses", new MemberChange(true, null)));
        Assert.Equal("unknown-queue", Change(bench, "1001", "nurses", new MemberChange(true, null), WorkKind.Callback));
        Assert.Equal("bad-skill", Change(bench, "1001", "nurses", new MemberChange(true, 11)));
    }

    [Fact]
    public void The_better_skilled_is_rung_first()
    {
        var bench = new Bench();
        Change(bench, "1002", "nurses", new MemberChange(true, 10));
        Change(bench, "1001", "nurses", new MemberChange(true, 1));
        bench.MakeAvailable("1001", "1002");

        bench.Call("+15145550123");

        Assert.True(bench.PhoneOf("1002").IsRinging);
    }
}
