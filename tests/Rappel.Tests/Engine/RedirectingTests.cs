using Rappel.Core.Calls;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Another number, another agent, another queue.</summary>
public class RedirectingTests
{
    private const string OtherQueue = "  others: { members: [1004], wrapUp: 5 s, maximumPending: 1 }\n  callbacks:\n    priority: 5";
    private static readonly (string, string) WithOthers = ("  callbacks:\n    priority: 5", OtherQueue);

    [Fact]
    public void The_changed_number_is_dialled_and_the_record_follows_it()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        var answer = Do(bench, new CallbackCommand.ChangeNumber(request.Id, "514 555-0199", "marie", "home, not work"));
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(("+15145550199", request.Place), (answer.Callback!.Number, answer.Callback.Place));
        Assert.Equal("+15145550199", bench.Carrier.Ringing.Number);
        Assert.Equal("+15145550199", bench.Disk.Interactions.Single(i => i.Id == request.Interaction).Caller);
        Assert.Equal("marie", Assert.Single(Journal(bench, request.Id, "+15145550123 -> +15145550199: home, not work")).Who);
    }

    [Fact]
    public void Complaint_a_record_orphaned_when_the_number_is_changed()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        Do(bench, new CallbackCommand.ChangeNumber(request.Id, "5145550199", "marie", "home"));

        bench.Restart();
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        bench.Carrier.Ringing.Answer().HangUp();
        bench.Pass(5);

        Assert.Equal((request.Id, CallbackStatus.Completed), (bench.Callback.Id, bench.Callback.Status));
        var record = bench.Disk.Interactions.Single(i => i.Id == request.Interaction);
        Assert.Equal(("+15145550199", "completed", request.Parent), (record.Caller, record.Outcome, record.Parent));
        Assert.Equal(bench.Callback.Id, bench.Attempt.Callback);
    }

    [Fact]
    public void A_refused_number_is_named_with_the_plans_reason()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        foreach (var (number, reason) in ((string, string)[])[("+442071234567", "elsewhere"), ("911", "elsewhere"), ("sesame", "not a phone number")])
        {
            var answer = Do(bench, new CallbackCommand.ChangeNumber(request.Id, number, "marie", "try"));

            Assert.Equal("refused-number", answer.Error);
            Assert.Contains($"'{number}'", answer.Detail!.English, StringComparison.Ordinal);
            Assert.Contains(reason, answer.Detail!.English, StringComparison.Ordinal);
        }

        Assert.Equal("+15145550123", bench.Callback.Number);
    }

    [Fact]
    public void A_number_that_another_request_has_is_already_pending()
    {
        var bench = new Bench();
        var first = bench.AskForCallback("+15145550123");
        var second = bench.AskForCallback("+15145550124");

        var answer = Do(bench, new CallbackCommand.ChangeNumber(second.Id, "5145550123", "marie", "the same family"));

        Assert.Equal(("already-pending", first.Id), (answer.Error, answer.Callback!.Id));
    }

    [Fact]
    public void An_assigned_request_is_offered_to_that_agent_alone()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        Do(bench, new CallbackCommand.Assign(request.Id, "1002", "marie", "knows the case"));
        bench.MakeAvailable("1001");
        bench.Pass(30);
        Assert.False(bench.PhoneOf("1001").IsRinging);
        bench.MakeAvailable("1002");

        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void An_offer_to_another_agent_is_withdrawn_by_an_assignment_and_unassigning_opens_it_to_all()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        Do(bench, new CallbackCommand.Assign(request.Id, "1002", "marie", "knows the case"));
        Assert.False(bench.PhoneOf("1001").IsRinging);

        var answer = Do(bench, new CallbackCommand.Assign(request.Id, null, "marie", "is ill"));

        Assert.Null(answer.Callback!.Handling?.AssignedAgent);
        Assert.True(bench.PhoneOf("1001").IsRinging);
    }

    [Fact]
    public void An_agent_who_is_not_configured_cannot_be_assigned()
    {
        var bench = new Bench();
        var request = bench.AskForCallback("+15145550123");

        Assert.Equal("unknown-agent", Do(bench, new CallbackCommand.Assign(request.Id, "9999", "marie", "who")).Error);
    }

    [Fact]
    public void A_transferred_request_waits_in_the_other_queue_at_its_place()
    {
        var bench = new Bench(WithOthers);
        var request = bench.AskForCallback("+15145550123");

        var answer = Do(bench, new CallbackCommand.Transfer(request.Id, "others", "marie", "not for nurses"));
        bench.MakeAvailable("1001", "1002");
        Assert.False(bench.PhoneOf("1001").IsRinging || bench.PhoneOf("1002").IsRinging);
        bench.MakeAvailable("1004");

        Assert.Equal(("others", request.Place, request.ExpiresAt), (answer.Callback!.Terms.Queue, answer.Callback.Place, answer.Callback.ExpiresAt));
        Assert.True(bench.PhoneOf("1004").IsRinging);
        Assert.Equal("others", bench.Disk.Interactions.Single(i => i.Id == request.Interaction).Queue);
    }

    [Fact]
    public void A_transfer_keeps_to_the_other_queues_cap_and_duplicates()
    {
        var bench = new Bench(WithOthers);
        var first = bench.AskForCallback("+15145550123");
        Do(bench, new CallbackCommand.Transfer(first.Id, "others", "marie", "not for nurses"));
        var same = bench.AskForCallback("+15145550123");
        var other = bench.AskForCallback("+15145550124");

        var duplicate = Do(bench, new CallbackCommand.Transfer(same.Id, "others", "marie", "too"));

        Assert.Equal(("already-pending", first.Id), (duplicate.Error, duplicate.Callback!.Id));
        Assert.Equal("pending-cap", Do(bench, new CallbackCommand.Transfer(other.Id, "others", "marie", "too")).Error);
        Assert.Equal("same-queue", Do(bench, new CallbackCommand.Transfer(other.Id, "callbacks", "marie", "too")).Error);
        Assert.Equal("unknown-queue", Do(bench, new CallbackCommand.Transfer(other.Id, "nurses", "marie", "too")).Error);
    }

    private static CommandAnswer Do(Bench bench, EngineCommand command) => bench.Answers[bench.Command(command)];

    private static IEnumerable<Rappel.Engine.Journal.JournalRow> Journal(Bench bench, CallbackId id, string said) =>
        bench.Disk.Journal.Where(j => j.Subject == id.ToString() && j.Detail?.Contains(said, StringComparison.Ordinal) == true);
}
