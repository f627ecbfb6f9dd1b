using System.Globalization;
using System.IO;
using System.Text;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Scenarios;

/// <summary>The configuration of <c>bench/backlog</c> with many agents.</summary>
internal static class EventsCentre
{
    public const int FirstAgent = 2001;

    /// <returns>A folder with it.</returns>
    public static string Write(string folder, int agents)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Checkout.Root, "bench", "backlog", "centre.yaml"), Path.Combine(folder, "centre.yaml"), overwrite: true);
        var people = new StringBuilder("agents:\n");
        for (var agent = FirstAgent; agent < FirstAgent + agents; agent++)
        {
            people.Append(CultureInfo.InvariantCulture, $"  {agent}: {{ name: Agent {agent}, password: \"${{AGENT_PASSWORD}}\", offerTimeout: 20 s, language: en }}\n");
        }

        File.WriteAllText(Path.Combine(folder, "agents.yaml"), people.ToString());
        return folder;
    }
}
