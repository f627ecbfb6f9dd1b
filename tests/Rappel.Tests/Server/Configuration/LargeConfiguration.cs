using System.Collections.Immutable;
using System.Text;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>As large as a contact centre is meant to be: 500 channels, 200 queues, 2,000 agents and 300 scripts, around the example.</summary>
internal static class LargeConfiguration
{
    public const int Agents = 2_000;

    private const int Channels = 500;
    private const int Queues = 100;
    private const int Scripts = 300;
    private const int MembersPerQueue = 20;

    /// <summary>YAML by path.</summary>
    public static ImmutableSortedDictionary<string, string> Texts { get; } = Write();

    /// <summary>Bound anew: nothing in it is the same object as in another.</summary>
    public static ConfigurationSnapshot Snapshot(long version) =>
        ConfigurationReader.FromFiles(Texts, TenantId.Default, version, ExampleFolder.Environment).Snapshot ?? throw new InvalidOperationException("It has problems.");

    private static ImmutableSortedDictionary<string, string> Write()
    {
        var example = ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files;
        var script = example["scripts/nurse-line.yaml"];
        var texts = new Dictionary<string, string>(example)
        {
            ["more/agents.yaml"] = "agents:\n" + Each(Agents - 4, i => $"  {i + 2000 - 1000 + 5}:\n    name: Agent {i}\n    password: ${{AGENT_PASSWORD}}\n    offerTimeout: 20 s\n\n"),
            ["more/channels.yaml"] = "channels:\n" + Each(Channels - 2, i => $"  channel-{i}:\n    number: \"+1514556{i:0000}\"\n    script: script-{i % Scripts}\n"),
            ["more/queues.yaml"] = "inboundQueues:\n" + Each(Queues, i => $"  in-{i}:\n    treatment: script-{i}\n{Members(i)}\n")
                + "outboundQueues:\n" + Each(Queues, i => $"  out-{i}:\n{Members(i)}\n"),
        };
        for (var i = 0; i < Scripts; i++)
        {
            texts[$"scripts/script-{i}.yaml"] = script.Replace("  nurse-line:", $"  script-{i}:", StringComparison.Ordinal);
        }

        return texts.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static string Members(int queue) => $"    members: [{string.Join(", ", Enumerable.Range(0, MembersPerQueue).Select(m => 1005 + ((queue * MembersPerQueue + m) % (Agents - 4))))}]\n";

    private static string Each(int count, Func<int, string> write) =>
        Enumerable.Range(0, count).Aggregate(new StringBuilder(), (text, i) => text.Append(write(i))).ToString();
}
