using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Engine.Benches;

/// <summary>The bench with a Callback object that rings the customer first, and how far such an attempt may have come.</summary>
internal static class CustomerFirst
{
    public const string Number = "+15145550123";
    public const string Announcement = "Ici Clinic, qui vous rappelle. Pour nous parler, appuyez sur le 1.";
    public const string MachineMessage = "Ici Clinic. Nous vous avons rappelé, comme vous l'aviez demandé.";

    /// <param name="more">Lines of the Callback object, such as <c>onMachine: leave-message</c>.</param>
    public static Bench Bench(string[] more, params IEnumerable<(string Old, string New)> changes) => new(
        changes.Prepend(("attempts: 3\n", string.Concat(more.Prepend("attempts: 3").Append("rungFirst: customer").Select(line => $"          {line}\n")).TrimStart(' '))));

    /// <summary>An agent is reserved and the customer is being dialled.</summary>
    public static Bench Dialling(params string[] more)
    {
        var bench = Bench(more);
        bench.AskForCallback(Number);
        bench.MakeAvailable("1001");
        return bench;
    }

    /// <summary>The customer has answered and is listened to.</summary>
    public static (Bench Bench, PhoneCall Customer) Answered(params string[] more)
    {
        var bench = Dialling(more);
        return (bench, bench.Carrier.Ringing.Answer());
    }

    /// <summary>The customer has pressed 1 and the agent's phone rings.</summary>
    public static (Bench Bench, PhoneCall Customer) Confirmed(params string[] more)
    {
        var (bench, customer) = Answered(more);
        customer.Greet(GreetingVerdict.Person).Press('1');
        return (bench, customer);
    }

    /// <summary>The attempt ended like this, and the agent never knew.</summary>
    public static void AssertFailed(Bench bench, AttemptOutcome outcome)
    {
        Assert.Equal((outcome, true), (bench.Attempt.Outcome!.Value, bench.Attempt.UsesAttempt));
        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);
        AssertNeverRung(bench);
    }

    public static void AssertNeverRung(Bench bench)
    {
        Assert.Empty(bench.PhoneOf("1001").Calls);
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal(OfferOutcome.Withdrawn, Assert.Single(bench.Disk.Offers).Outcome);
        Assert.Empty(bench.Engine.Context.CustomerFirst);
        Assert.Empty(bench.Engine.Context.Works);
    }

    public static void AssertNothingIsLeft(Bench bench)
    {
        Assert.Empty(bench.Engine.Context.CustomerFirst);
        Assert.Empty(bench.Engine.Context.Works);
        Assert.Empty(bench.Engine.Context.Rings);
    }
}
