using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;

namespace Rappel.Simulation;

/// <summary>Supervisors and programs: ask for callbacks and take them back, at any moment and in any state.</summary>
internal sealed class SimSupervisor(World world, SimRandom random, Profile profile, Site site, SimStore store)
{
    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Off in the liveness phase.</summary>
    public bool IsActive { get; set; } = true;

    public void Begin() => Later();

    private void Later()
    {
        if (profile.Interventions is { } mean)
        {
            world.After(random.Exponential(mean), () =>
            {
                if (IsActive)
                {
                    Act();
                    Later();
                }
            });
        }
    }

    private void Act()
    {
        if (random.Chance(0.35))
        {
            Create();
        }
        else if (AnyOpen() is { } open)
        {
            Handle(open);
        }
    }

    private void Create()
    {
        var terms = SimConfiguration.TermsOf(site.Configuration) with
        {
            Queue = random.Chance(0.6) ? SimConfiguration.CallbackQueue : SimConfiguration.SecondQueue,
            CancelAfter = random.Seconds(120, SimConfiguration.LongestCancelAfter.TotalSeconds),
            Attempts = random.Between(1, 4),
            RungFirst = random.Chance(0.5) ? RungFirst.Customer : RungFirst.Agent,
        };
        Do("create", new EngineCommand.CreateCallback(
            terms, AnyNumber(), random.Chance(0.5) ? "en" : "fr", null, ImmutableDictionary<string, string>.Empty, "program")
        {
            Window = random.Chance(0.2) ? AnyWindow() : null,
            Note = random.Chance(0.2) ? "asked on the web" : null,
            AssignedAgent = random.Chance(0.2) ? AnyAgent() : null,
        });
    }

    private void Handle(CallbackRequest open)
    {
        const string who = "supervisor";
        const string why = "by hand";
        var id = open.Id;
        EngineCommand command = random.Between(0, 13) switch
        {
            0 => new EngineCommand.CancelCallback(id, who, why),
            1 or 2 => new CallbackCommand.Move(id, AnyMove(), who, why),
            3 => new CallbackCommand.RetryNow(id, who, why),
            4 => new CallbackCommand.Reschedule(id, AnyWindow(), who, why),
            5 => new CallbackCommand.ChangeNumber(id, AnyNumber(), who, why),
            6 => new CallbackCommand.Assign(id, random.Chance(0.6) ? AnyAgent() : null, who, why),
            7 => new CallbackCommand.Transfer(id, random.Chance(0.5) ? SimConfiguration.CallbackQueue : SimConfiguration.SecondQueue, who, why),
            8 or 9 => new CallbackCommand.Hold(id, who, why),
            10 => new CallbackCommand.Release(id, who, why),
            11 => new CallbackCommand.AddNote(id, "spoke to the family", who),
            _ => new CallbackCommand.Dismiss(id, open.Agent ?? AnyAgent(), why),
        };
        Do(command.GetType().Name, command);
        if (command is CallbackCommand.Hold)
        {
            world.After(random.Seconds(10, 7200), () => Do("Release", new CallbackCommand.Release(id, who, why)));
        }
    }

    private CallbackMove AnyMove() => random.Between(0, 5) switch
    {
        0 => new CallbackMove.First(),
        1 => new CallbackMove.Last(),
        2 => new CallbackMove.ToPosition(random.Between(1, 8)),
        3 => AnyOpen() is { } other ? new CallbackMove.Before(other.Id) : new CallbackMove.First(),
        _ => new CallbackMove.ToPlace(site.Clock.Now - random.Seconds(0, 7200)),
    };

    private CallbackWindow AnyWindow()
    {
        var from = site.Clock.Now + random.Seconds(30, 7200);
        return new CallbackWindow(from, from + random.Seconds(300, 7200));
    }

    private string AnyNumber() => $"{(random.Chance(0.7) ? "514" : "604")}555{random.Between(0, profile.Numbers):0000}";

    private string AnyAgent() => $"100{random.Between(1, 5)}";

    /// <summary>As a screen shows them: what it is told may be out of date.</summary>
    private CallbackRequest? AnyOpen()
    {
        var open = store.Open;
        return open.Count == 0 ? null : open.ElementAt(random.Between(0, open.Count));
    }

    private void Do(string what, EngineCommand command) =>
        site.Command(command, answer => Count($"{what} {answer.Error ?? "done"}"));

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
