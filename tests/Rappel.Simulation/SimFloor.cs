using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Simulation;

/// <summary>More agents where more callers come: with the example's three nurses nearly all of a thousand callers an hour would give up.</summary>
internal static class SimFloor
{
    /// <summary>What the example's agents manage, together with what they miss.</summary>
    private const double CallsOfTheExample = 60;

    /// <summary>Each has an address of its own in one documentation network.</summary>
    private const int MostAgents = 200;

    public static ConfigurationSnapshot For(ConfigurationSnapshot shipped, double callsPerHour)
    {
        var nurses = shipped.InboundQueues[SimConfiguration.InboundQueue].Members;
        var count = Math.Min(MostAgents, (int)Math.Ceiling(nurses.Length * callsPerHour / CallsOfTheExample));
        if (count <= nurses.Length)
        {
            return shipped;
        }

        var agents = shipped.Agents;
        var members = nurses.ToBuilder();
        for (var i = nurses.Length; i < count; i++)
        {
            var like = nurses[i % nurses.Length];
            var key = $"{2000 + i}";
            agents = agents.SetItem(key, shipped.Agents[like.Agent] with { Key = key });
            members.Add(like with { Agent = key });
        }

        var all = members.ToImmutable();
        return shipped with
        {
            Agents = agents,
            InboundQueues = shipped.InboundQueues.SetItem(
                SimConfiguration.InboundQueue, shipped.InboundQueues[SimConfiguration.InboundQueue] with { Members = all }),
            OutboundQueues = shipped.OutboundQueues.SetItem(
                SimConfiguration.CallbackQueue, shipped.OutboundQueues[SimConfiguration.CallbackQueue] with { Members = all }),
        };
    }
}
