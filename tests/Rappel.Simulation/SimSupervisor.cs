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
        if (random.Chance(0.5))
        {
            Create();
        }
        else if (AnyOpen() is { } open)
        {
            Do("cancel", new EngineCommand.CancelCallback(open.Id, "supervisor", "by hand"));
        }
    }

    private void Create()
    {
        var terms = SimConfiguration.TermsOf(site.Configuration) with
        {
            Queue = random.Chance(0.6) ? SimConfiguration.CallbackQueue : SimConfiguration.SecondQueue,
            CancelAfter = random.Seconds(120, SimConfiguration.LongestCancelAfter.TotalSeconds),
            Attempts = random.Between(1, 4),
        };
        var number = $"{(random.Chance(0.7) ? "514" : "604")}555{random.Between(0, profile.Numbers):0000}";
        Do("create", new EngineCommand.CreateCallback(
            terms, number, random.Chance(0.5) ? "en" : "fr", null, ImmutableDictionary<string, string>.Empty, "program"));
    }

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
