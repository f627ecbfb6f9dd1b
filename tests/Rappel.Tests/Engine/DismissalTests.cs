using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class DismissalTests
{
    private static readonly (string, string) Permitted = ("maximumPending: 3", "maximumPending: 3\n    mayDismiss: true");

    [Fact]
    public void The_agent_who_is_offered_it_ends_it_for_good_with_a_reason()
    {
        var bench = new Bench(Permitted);
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");

        var answer = Dismiss(bench, request.Id, "1001");

        Assert.Equal((null, CallbackStatus.Cancelled), (answer.Error, answer.Callback!.Status));
        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.Equal(0, bench.Invites(bench.Carrier));
        var entry = bench.Disk.Journal.Single(j => j.Event == CallbackEvents.Dismissed);
        Assert.Equal(("1001", "a prank"), (entry.Who, entry.Detail));
    }

    [Fact]
    public void While_the_customer_rings_it_takes_effect_if_the_attempt_fails()
    {
        var bench = new Bench(Permitted);
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Ring();

        Assert.Null(Dismiss(bench, request.Id, "1001").Error);
        Assert.Equal(CallbackStatus.Dialling, bench.Callback.Status);
        bench.Carrier.Ringing.Refuse(486);

        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
    }

    [Fact]
    public void It_is_not_permitted_where_the_queue_does_not_say_so()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");

        Assert.Equal("not-permitted", Dismiss(bench, request.Id, "1001").Error);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void It_is_not_for_another_agent_nor_for_one_who_had_it_before()
    {
        var bench = new Bench(Permitted);
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        Assert.Equal("not-permitted", Dismiss(bench, request.Id, "1002").Error);
        Assert.Equal("unknown-agent", Dismiss(bench, request.Id, "9999").Error);

        bench.SetStatus("1001", AgentStatus.OnBreak);

        Assert.Equal("not-permitted", Dismiss(bench, request.Id, "1001").Error);
        Assert.Equal(CallbackStatus.Waiting, bench.Callback.Status);
    }

    private static CommandAnswer Dismiss(Bench bench, Rappel.Core.Calls.CallbackId id, string agent) =>
        bench.Answers[bench.Command(new CallbackCommand.Dismiss(id, agent, "a prank"))];
}
