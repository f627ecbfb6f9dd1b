using System.Security.Claims;
using Rappel.Server.Web.Auth;
using Rappel.Storage;

namespace Rappel.Server.Web.Events;

/// <summary>Who may listen to what: whoever may read the same by asking.</summary>
internal static class EventTopics
{
    private const char Separator = ',';

    /// <summary>Any one of these.</summary>
    public static IReadOnlyList<string> PermissionsOf(EventTopic topic) => topic switch
    {
        EventTopic.Callbacks => [Permission.CallbacksRead],
        EventTopic.Interactions => [Permission.InteractionsRead],
        EventTopic.Status => [Permission.LiveRead, Permission.ConfigurationRead, Permission.OwnAgent],
        _ => [Permission.LiveRead],
    };

    /// <param name="agent">Whose work is meant.</param>
    public static bool May(this ClaimsPrincipal caller, EventTopic topic, string? agent) =>
        PermissionsOf(topic).Any(caller.May)
        || (topic == EventTopic.Work && agent is not null && caller.May(Permission.OwnAgent) && caller.AgentKey() == agent);

    /// <summary>Words with commas between them. Null where one is no topic, which <paramref name="wrong"/> then is, or there is none.</summary>
    public static IReadOnlySet<EventTopic>? TryParse(string? text, out string wrong)
    {
        wrong = "";
        var topics = new HashSet<EventTopic>();
        foreach (var word in (text ?? "").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Words.TryParse<EventTopic>(word, out var topic))
            {
                wrong = word;
                return null;
            }

            topics.Add(topic);
        }

        return topics.Count > 0 ? topics : null;
    }
}
