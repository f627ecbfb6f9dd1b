using Rappel.Core.Acd;
using Rappel.Core.Config;

namespace Rappel.Engine.Desk;

/// <summary>The codes that agents gave for the status they asked for last. The journal keeps them; a restart forgets those that hold now.</summary>
internal sealed class StatusReasons
{
    /// <summary>Of nobody's list: set on break by the engine, as the phone was lost in mid-call and did not come back.</summary>
    public const string PhoneLost = "phone-lost";

    private readonly Dictionary<string, (AgentStatus Status, string Code)> _given = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a code for a status; null where it will do, as none does.</summary>
    public static Said? Problem(ConfigurationSnapshot configuration, AgentStatus status, string? code)
    {
        if (code is null)
        {
            return null;
        }

        var list = configuration.AgentStatusCodes is { } key ? configuration.StatusCodes.GetValueOrDefault(key) : null;
        var allowed = list?.Codes.Where(c => Status(c) == status).Select(c => c.Code).ToList() ?? [];
        return allowed.Contains(code, StringComparer.Ordinal) ? null
            : allowed.Count == 0 ? new Said($"there are no codes for '{Words.Of(status)}'", $"il n'y a pas de code pour « {Words.Of(status)} »")
            : new Said(
                $"'{code}' is no code for '{Words.Of(status)}'; there are {string.Join(", ", allowed)}",
                $"« {code} » n'est pas un code pour « {Words.Of(status)} »; il y a {string.Join(", ", allowed)}");
    }

    public void Note(string agent, AgentStatus status, string? code)
    {
        if (code is null)
        {
            _given.Remove(agent);
        }
        else
        {
            _given[agent] = (status, code);
        }
    }

    /// <summary>The code for the status the agent has now; null where none was given for it, or it begins after the call.</summary>
    public string? Of(string agent, AgentStatus now) => _given.TryGetValue(agent, out var given) && given.Status == now ? given.Code : null;

    private static AgentStatus Status(StatusCode code) => code.Status == CodedStatus.OnBreak ? AgentStatus.OnBreak : AgentStatus.WorkingOffline;
}
