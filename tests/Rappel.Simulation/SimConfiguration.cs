using System.Collections.Immutable;
using System.IO;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Simulation;

/// <summary>AcmeHealth, as shipped, with the callback's times drawn from the seed so that expiry and exhaustion happen often.</summary>
internal static class SimConfiguration
{
    public const string AgentPassword = "simulated";

    public static readonly TimeSpan LongestCancelAfter = TimeSpan.FromHours(4);

    public static ConfigurationSnapshot Load(SimRandom random)
    {
        var environment = new Dictionary<string, string>
        {
            ["CARRIER"] = $"{SimCarrier.Address}:{SimCarrier.Port}",
            ["AGENT_PASSWORD"] = AgentPassword,
        };
        var result = ConfigurationReader.FromFolder(Path.Combine(Root(), "examples", "acme-health"), TenantId.Default, 1, environment);
        if (result.Snapshot is not { } snapshot)
        {
            throw new InvalidOperationException(string.Join('\n', result.Problems));
        }

        var retry = TimeSpan.FromSeconds(random.Between(40, 600));
        var cancel = TimeSpan.FromSeconds(random.Between(120, (int)LongestCancelAfter.TotalSeconds));
        // Half of the seeds have calling hours, whose end falls into the run: requests wait over it, or expire.
        var hours = random.Chance(0.5) ? CallingHours(snapshot, random) : snapshot;
        return hours with
        {
            Scripts = snapshot.Scripts.ToImmutableDictionary(
                pair => pair.Key,
                pair => pair.Value with { InQueue = Rewrite(pair.Value.InQueue, retry, cancel) },
                snapshot.Scripts.KeyComparer),
        };
    }

    private static ConfigurationSnapshot CallingHours(ConfigurationSnapshot snapshot, SimRandom random)
    {
        var from = new TimeOnly(random.Between(0, 12), random.Between(0, 60));
        var to = from.AddHours(random.Between(2, 10));
        var everyDay = Enum.GetValues<DayOfWeek>().Select(day => new WeeklyInterval(day, from, to, 0)).ToImmutableArray();
        var schedule = new ScheduleSnapshot("calling-hours", "Calling hours", "America/Toronto", everyDay, []);
        return snapshot with
        {
            Schedules = snapshot.Schedules.Add(schedule.Key, schedule),
            OutboundQueues = snapshot.OutboundQueues.ToImmutableDictionary(
                pair => pair.Key, pair => pair.Value with { Schedule = schedule.Key }, snapshot.OutboundQueues.KeyComparer),
        };
    }

    private static ImmutableArray<ScriptObject> Rewrite(ImmutableArray<ScriptObject> objects, TimeSpan retry, TimeSpan cancel) =>
    [
        .. objects.Select(o => o is CallbackObject callback
            ? callback with { Terms = callback.Terms with { RetryDelay = retry, CancelAfter = cancel } }
            : o),
    ];

    /// <summary>The repository: the folder that holds the solution.</summary>
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rappel.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("run the simulation from a checkout of the repository");
    }
}
