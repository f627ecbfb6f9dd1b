using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

/// <summary>Agents who command their calls, on the bench.</summary>
internal static class Calls
{
    public const string Caller = "+15145550123";

    public static readonly CallTarget Mathieu = new CallTarget.Agent("1002");
    public static readonly CallTarget Nurses = new CallTarget.Queue("nurses");
    public static readonly CallTarget Outside = new CallTarget.Number("514 555-0188");

    /// <summary>A caller talks with 1001.</summary>
    public static (PhoneCall Caller, PhoneCall Agent) Talking(this Bench bench)
    {
        var caller = bench.Call(Caller);
        bench.MakeAvailable("1001");
        return (caller, bench.PhoneOf("1001").Ringing.Answer());
    }

    /// <summary>1001 asks 1002, who has answered, while the caller waits.</summary>
    public static (PhoneCall Caller, PhoneCall Agent, PhoneCall Colleague) Asking(this Bench bench)
    {
        var (caller, agent) = bench.Talking();
        bench.Do(new CallControl.Consult("1001", Mathieu, "1001"));
        return (caller, agent, bench.PhoneOf("1002").Ringing.Answer());
    }

    /// <summary>An agent's own phone calls; the number may be an agent's key.</summary>
    public static PhoneCall Dials(this Bench bench, string agent, string number, string password = "secret") =>
        bench.PhoneOf(agent).Dial(number, agent, password: password);

    public static void Do(this Bench bench, CallControl control) => Assert.Null(bench.Ask(control));

    /// <returns>The word it was refused with; null where it was done.</returns>
    public static string? Ask(this Bench bench, CallControl control) => bench.Answers[bench.Command(control)].Error;

    public static LiveDesk DeskOf(this Bench bench, string agent) => bench.Look().Agents.Single(a => a.Agent == agent).Desk;
}
