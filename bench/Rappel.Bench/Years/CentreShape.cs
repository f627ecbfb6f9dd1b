namespace Rappel.Bench.Years;

/// <summary>The names in a year: queues, outbound queues, channels, agents, and the objects of the script.</summary>
/// <param name="Menu">Path of the question that offers a callback.</param>
/// <param name="Callback">Path of the Callback object.</param>
internal sealed record CentreShape(
    string[] Queues, string[] Outbound, string Voicemail, string[] Channels, string[] Agents, Func<int, string> Script, string[] Steps, string Menu, string Callback)
{
    public static CentreShape Large { get; } = new(
        Names("queue-", 20), Names("callbacks-", 10), "messages", Names("channel-", 5), [.. Enumerable.Range(1001, 300).Select(i => $"{i}")],
        queue => $"line-{queue % 8}", ["main/0", "main/1", "main/2", "main/3", "inQueue/0", "inQueue/1"], "inQueue/2", "inQueue/2/exits/3/4");

    public static CentreShape Acme { get; } = new(
        ["nurses"], ["nurse-callbacks"], "care-team", ["ligne-info-sante", "health-line"], ["1001", "1002", "1003"], _ => "nurse-line",
        ["main/0", "main/1"], "inQueue/1", "inQueue/2");

    private static string[] Names(string start, int count) => [.. Enumerable.Range(0, count).Select(i => $"{start}{i}")];
}
