using System.Collections.Immutable;
using System.IO;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Simulation;

/// <summary>
/// AcmeHealth, as shipped, with what it leaves out added (a second trunk, a second outbound queue, numbers of another time zone) and the
/// callback's terms drawn from the seed, so that expiry and exhaustion happen often.
/// </summary>
internal static class SimConfiguration
{
    public const string AgentPassword = "simulated";
    public const string CallbackQueue = "nurse-callbacks";
    public const string SecondQueue = "late-callbacks";
    public const string InboundQueue = "nurses";
    public const string Hours = "calling-hours";
    public const string Montreal = "America/Toronto";
    public const string Vancouver = "America/Vancouver";

    public static readonly TimeSpan LongestCancelAfter = TimeSpan.FromHours(4);

    private static readonly Lazy<ConfigurationSnapshot> Shipped = new(Read);

    public static ConfigurationSnapshot Draw(SimRandom random, double callsPerHour)
    {
        var shipped = SimFloor.For(Shipped.Value, callsPerHour);
        var terms = Terms(random);
        var callbacks = shipped.OutboundQueues[CallbackQueue] with { MaximumPending = random.Chance(0.3) ? random.Between(1, 12) : 200, MayDismiss = random.Chance(0.5) };
        if (random.Chance(0.5))
        {
            // Calling hours whose ends fall into the run: requests wait over them, or expire.
            callbacks = callbacks with { Schedule = Hours };
        }

        var second = callbacks with { Key = SecondQueue, Name = "Rappels de nuit", Priority = random.Chance(0.5) ? callbacks.Priority : random.Between(1, 11) };
        var trunk = shipped.Trunks["carrier"];
        var spare = random.Chance(0.5);
        return shipped with
        {
            Schedules = shipped.Schedules.Add(Hours, CallingHours(random)),
            OutboundQueues = shipped.OutboundQueues.SetItem(CallbackQueue, callbacks).Add(SecondQueue, second),
            DialPlans = shipped.DialPlans.SetItem("north-american", WithVancouver(shipped.DialPlans["north-american"], spare)),
            Trunks = !spare
                ? shipped.Trunks
                : shipped.Trunks.Add("spare", trunk with { Key = "spare", Host = SimCarrier.SpareAddress, Order = trunk.Order + 1 }),
            ContactLists = SimScripts.Contacts(),
            Scripts = SimScripts.AskFirst(random, shipped.Scripts.ToImmutableDictionary(
                pair => pair.Key,
                pair => pair.Value with { InQueue = Rewrite(pair.Value.InQueue, terms) },
                shipped.Scripts.KeyComparer)),
        };
    }

    /// <summary>The terms that callbacks of the script have.</summary>
    public static CallbackTerms TermsOf(ConfigurationSnapshot configuration) =>
        configuration.Scripts.GetValueOrDefault(SimScripts.Rest, configuration.Scripts[SimScripts.Line]).InQueue.OfType<CallbackObject>().First().Terms;

    private static Func<CallbackTerms, CallbackTerms> Terms(SimRandom random)
    {
        var attempts = random.Between(1, 5);
        var retry = TimeSpan.FromSeconds(random.Between(40, 600));
        var cancel = TimeSpan.FromSeconds(random.Between(120, (int)LongestCancelAfter.TotalSeconds));
        var ring = TimeSpan.FromSeconds(random.Chance(0.5) ? 30 : random.Between(5, 60));
        var uses = random.Chance(0.7);
        var first = random.Chance(0.4) ? RungFirst.Customer : RungFirst.Agent;
        var machine = (MachineAction)random.Between(0, 3);
        var duplicates = random.Chance(0.2) ? DuplicateChoice.Renew : DuplicateChoice.Keep;
        return terms => terms with
        {
            Attempts = attempts,
            RetryDelay = retry,
            CancelAfter = cancel,
            RingTime = ring,
            AgentNoAnswerUsesAttempt = uses,
            RungFirst = first,
            OnMachine = machine,
            Duplicates = duplicates,
        };
    }

    private static ScheduleSnapshot CallingHours(SimRandom random)
    {
        var from = new TimeOnly(random.Between(0, 12), random.Between(0, 60));
        var to = from.AddHours(random.Between(2, 12));
        return Weekly(from, to);
    }

    public static ScheduleSnapshot Weekly(TimeOnly from, TimeOnly to) => new(
        Hours, "Calling hours", Montreal,
        to > from
            ? [.. Enum.GetValues<DayOfWeek>().Select(day => new WeeklyInterval(day, from, to, 0))]
            : [.. Enum.GetValues<DayOfWeek>().SelectMany(day => new[]
                {
                    new WeeklyInterval(day, TimeOnly.MinValue, to, 0),
                    new WeeklyInterval(day, from, TimeOnly.MinValue, 0),
                }).Where(interval => interval.From != interval.To || interval.From != TimeOnly.MinValue)],
        []);

    /// <param name="spare">Rules then name no trunk: all are tried in order.</param>
    private static DialPlanSnapshot WithVancouver(DialPlanSnapshot plan, bool spare) => plan with
    {
        Rules =
        [
            new DialRuleSnapshot(@"(?:\+?1)?(604[2-9]\d{6})", "+1$1", null, Vancouver, spare ? null : "carrier", false),
            .. plan.Rules.Select(rule => spare ? rule with { Trunk = null } : rule),
        ],
    };

    private static ImmutableArray<ScriptObject> Rewrite(ImmutableArray<ScriptObject> objects, Func<CallbackTerms, CallbackTerms> terms) =>
        [.. objects.Select(o => o is CallbackObject callback ? callback with { Terms = terms(callback.Terms) } : o)];

    private static ConfigurationSnapshot Read()
    {
        var environment = new Dictionary<string, string>
        {
            ["CARRIER"] = $"{SimCarrier.Address}:{SimCarrier.Port}",
            ["AGENT_PASSWORD"] = AgentPassword,
        };
        var result = ConfigurationReader.FromFolder(Path.Combine(Root(), "examples", "acme-health"), TenantId.Default, 1, environment);
        return result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }

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
