using Rappel.Core.Config;

namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent may choose from, as published.</summary>
/// <param name="Statuses">Reasons for a status; empty where none are asked for.</param>
/// <param name="Lists">Codes that a call may be given after it, by list.</param>
public sealed record AgentCodesBody(IReadOnlyList<StatusCodeBody> Statuses, IReadOnlyList<CodeListBody> Lists)
{
    public static AgentCodesBody Of(ConfigurationSnapshot configuration)
    {
        var reasons = configuration.AgentStatusCodes is { } key ? configuration.StatusCodes.GetValueOrDefault(key) : null;
        return new(
            [.. (reasons?.Codes ?? []).Select(c => new StatusCodeBody(c.Code, c.Name, c.Status))],
            [.. configuration.TransactionCodes.Values.OrderBy(list => list.Key, StringComparer.Ordinal).Select(CodeListBody.Of)]);
    }
}

/// <param name="Status">The status that it is a reason for.</param>
public sealed record StatusCodeBody(string Code, string Name, CodedStatus Status);

/// <param name="List">Key of the list, as queues name it.</param>
public sealed record CodeListBody(string List, string Name, IReadOnlyList<CodeBody> Codes)
{
    internal static CodeListBody Of(TransactionCodesSnapshot list) => new(list.Key, list.Name, [.. list.Codes.Select(c => new CodeBody(c.Code, c.Name))]);
}

public sealed record CodeBody(string Code, string Name);
