using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;

namespace Rappel.Simulation;

/// <summary>
/// What agents do with their calls by command, at any moment and to any of the others: rarely, and whatever else goes wrong meanwhile. Draws
/// from a stream of its own.
/// </summary>
internal sealed class SimDesk(World world, SimRandom random, Site site)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(45);

    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Off in the liveness phase.</summary>
    public bool IsActive { get; set; } = true;

    public void Begin() => Later();

    private void Later() => world.After(random.Exponential(Between), () =>
    {
        if (IsActive)
        {
            Act();
            Later();
        }
    });

    private void Act()
    {
        if (site.Screen.Look() is not { Agents: [_, ..] agents })
        {
            return;
        }

        var agent = agents[random.Between(0, agents.Length)];
        var command = agent.Desk switch
        {
            { Call: { May.IsEmpty: false } call } => Control(agent.Agent, call.May[random.Between(0, call.May.Length)]),
            { Offer: not null } when random.Chance(0.1) => new CallControl.RejectOffer(agent.Agent, agent.Agent),
            _ when agent.Status is AgentStatus.OnBreak or AgentStatus.Available && random.Chance(0.05) => new CallControl.Dial(agent.Agent, AnyTarget(), agent.Agent),

            // As from a screen that shows what was.
            _ when random.Chance(0.05) => Control(agent.Agent, AnyWord()),
            _ => null,
        };
        if (command is not null)
        {
            Do(command);
        }
    }

    private void Do(CallControl command) => site.Command(command, answer =>
    {
        Count($"{command.GetType().Name} {answer.Error ?? "done"}");
        if (answer.Error is null && command is CallControl.Consult or CallControl.Swap or CallControl.Join)
        {
            // Who asks somebody does something with it.
            world.After(random.Seconds(1, 25), () => GoOn(command.Agent));
        }
    });

    private void GoOn(string agent)
    {
        if (site.Screen.Look()?.Agents.FirstOrDefault(a => a.Agent == agent)?.Desk.Call is { May.IsEmpty: false } call)
        {
            Do(Control(agent, call.May[random.Between(0, call.May.Length)]));
        }
    }

    private CallControl Control(string agent, string word) => word switch
    {
        "hold" => Held(agent),
        "resume" => new CallControl.Resume(agent, agent),
        "keys" => new CallControl.Keys(agent, "1#", agent),
        "transfer" => new CallControl.Transfer(agent, AnyTarget(), agent),
        "consult" => new CallControl.Consult(agent, AnyTarget(), agent),
        "consult/complete" => new CallControl.Complete(agent, agent),
        "consult/cancel" => new CallControl.Cancel(agent, agent),
        "consult/swap" => new CallControl.Swap(agent, agent),
        "consult/join" => new CallControl.Join(agent, agent),
        _ => new CallControl.HangUp(agent, agent),
    };

    private CallControl.Hold Held(string agent)
    {
        world.After(random.Seconds(5, 90), () => site.Command(new CallControl.Resume(agent, agent)));
        return new CallControl.Hold(agent, agent);
    }

    private string AnyWord() => random.Between(0, 5) switch
    {
        0 => "hold",
        1 => "consult/complete",
        2 => "consult/join",
        3 => "transfer",
        _ => "hang-up",
    };

    private CallTarget AnyTarget() => random.Between(0, 10) switch
    {
        < 5 => new CallTarget.Agent($"100{random.Between(1, 6)}"),
        < 7 => new CallTarget.Queue(random.Chance(0.9) ? SimConfiguration.InboundQueue : "no-such-queue"),
        _ => new CallTarget.Number($"{SimOutsider.Area}{random.Between(0, 200):0000}"),
    };

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
