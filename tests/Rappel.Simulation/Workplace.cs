using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Simulation;

/// <summary>
/// What one stretch has besides callers, callbacks and desk phones that register seldom: supervisors who listen, queues that record, agents who
/// work in a browser. Drawn from a stream of its own.
/// </summary>
internal sealed record Workplace
{
    /// <summary>Drawn so that the stretches kept for faults that were found without all this have none of it, and play as they did.</summary>
    private const ulong Salt = 0x15E4027;

    private const string Announcement = "sim-recorded";

    private static readonly Workplace Plain = new();

    /// <summary>Between two supervisors who want to listen; null for never.</summary>
    public TimeSpan? Watches { get; init; }

    public bool Records { get; init; }

    /// <summary>The customer is told.</summary>
    public bool Announces { get; init; }

    /// <summary>Agents with a page in a browser.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Those of them who have no other phone.</summary>
    public ImmutableArray<string> PagesAlone { get; init; } = [];

    /// <summary>Desk phones register again before their time is over.</summary>
    public bool PhonesKeepTime { get; init; }

    public static Workplace Draw(ulong seed, ConfigurationSnapshot configuration)
    {
        var random = new SimRandom(seed ^ Salt);
        if (random.Chance(0.35))
        {
            return Plain;
        }

        var watches = random.Chance(0.6);
        var between = random.Seconds(40, 900);
        var (records, announces, inBrowsers) = (random.Chance(0.5), random.Chance(0.6), random.Chance(0.6));
        var pages = inBrowsers ? configuration.Agents.Keys.Order(StringComparer.Ordinal).Take(5).Where(_ => random.Chance(0.5)).ToImmutableArray() : [];
        return new Workplace
        {
            Watches = watches ? between : null,
            Records = records,
            Announces = records && announces,
            Pages = pages,
            PagesAlone = [.. pages.Where(_ => random.Chance(0.5))],
            PhonesKeepTime = true,
        };
    }

    /// <summary>The configuration as such a workplace has it.</summary>
    public ConfigurationSnapshot Furnish(ConfigurationSnapshot configuration)
    {
        foreach (var agent in PagesAlone)
        {
            configuration = configuration with
            {
                Agents = configuration.Agents.SetItem(agent, configuration.Agents[agent] with { Connection = AgentConnection.Browser }),
            };
        }

        if (!Records)
        {
            return configuration;
        }

        var recording = new QueueRecording(IsOn: true, Announces ? Announcement : null);
        var said = ImmutableDictionary<string, PromptAudio>.Empty
            .Add("fr", new PromptAudio("Cet appel est enregistré.", null)).Add("en", new PromptAudio("This call is recorded.", null));
        return configuration with
        {
            Prompts = configuration.Prompts.SetItem(Announcement, new PromptSnapshot(Announcement, Announcement, said)),
            InboundQueues = configuration.InboundQueues.ToImmutableDictionary(
                q => q.Key, q => q.Value with { Recording = recording }, configuration.InboundQueues.KeyComparer),
            OutboundQueues = configuration.OutboundQueues.ToImmutableDictionary(
                q => q.Key, q => q.Value with { Recording = recording }, configuration.OutboundQueues.KeyComparer),
        };
    }
}
