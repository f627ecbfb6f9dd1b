using System.IO;
using System.Text;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Scenarios;

/// <summary>A centre with an agent for every caller: one number and one queue for each step of the load, for a queue has no more than 1,000 members.</summary>
internal static class BridgedCentre
{
    public static string Agent(int number) => $"{2001 + number}";

    public static string Number(int queue) => $"+1514555{200 + queue:0000}";

    /// <returns>The folder.</returns>
    public static string Write(int agents, int queues)
    {
        var text = new StringBuilder(File.ReadAllText(Path.Combine(Checkout.Root, "bench", "load", "centre.yaml")));
        var each = agents / queues;
        var (channels, scripts, lines, phones) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var queue = 0; queue < queues; queue++)
        {
            channels.Append($"  talk-{queue}: {{ name: Talk {queue}, number: \"{Number(queue)}\", script: talk-{queue}, language: en }}\n");
            scripts.Append($"  talk-{queue}:\n    name: Talk {queue}\n    main:\n      - play: half-second\n      - forwardToQueue:\n          queue: talk-{queue}\n");
            scripts.Append("          exits:\n            overload: [hangUp]\n            timed-out: [hangUp]\n");
            lines.Append($"  talk-{queue}:\n    name: Talk {queue}\n    priority: 5\n    wrapUp: 0 s\n    maximumCalls: 10000\n    maximumWait: 60 min\n");
            lines.Append("    serviceLevelThreshold: 2 min\n    serviceLevelTarget: 80\n");
            lines.Append($"    members: [{string.Join(", ", Enumerable.Range(queue * each, each).Select(Agent))}]\n");
        }

        for (var agent = 0; agent < agents; agent++)
        {
            phones.Append($"  {Agent(agent)}: {{ name: Agent {agent}, password: \"${{AGENT_PASSWORD}}\", offerTimeout: 20 s, language: en }}\n");
        }

        text.Replace("channels:\n", $"channels:\n{channels}").Replace("scripts:\n", $"scripts:\n{scripts}")
            .Replace("inboundQueues:\n", $"inboundQueues:\n{lines}").Replace("agents:\n", $"agents:\n{phones}");
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench", "bridged-centre")).FullName;
        File.WriteAllText(Path.Combine(folder, "centre.yaml"), text.ToString());
        File.Copy(Path.Combine(Checkout.Root, "bench", "load", "prompt.wav"), Path.Combine(folder, "prompt.wav"), overwrite: true);
        return folder;
    }
}
