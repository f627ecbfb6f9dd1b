namespace Rappel.Server.Web.Auth;

/// <summary>What an endpoint may ask for, as words: a role has some of them, a token's scopes are some of them.</summary>
public static class Permission
{
    /// <summary>Secrets are masked.</summary>
    public const string ConfigurationRead = "configuration:read";

    /// <summary>The draft; nothing in force changes.</summary>
    public const string ConfigurationWrite = "configuration:write";

    /// <summary>What is in force: publish a draft or import the folder.</summary>
    public const string ConfigurationPublish = "configuration:publish";

    /// <summary>Users, tokens and the audit log, to see and to change.</summary>
    public const string PeopleWrite = "people:write";

    /// <summary>All agents and queues now.</summary>
    public const string LiveRead = "live:read";

    public const string CallbacksRead = "callbacks:read";
    public const string CallbacksWrite = "callbacks:write";

    /// <summary>The status of any agent.</summary>
    public const string AgentsWrite = "agents:write";

    /// <summary>Messages of all queues: to see, hear, close and answer.</summary>
    public const string VoicemailsHandle = "voicemails:handle";

    public const string InteractionsRead = "interactions:read";

    /// <summary>Listen to agents' calls, whisper, and speak with both.</summary>
    public const string CallsWatch = "calls:watch";

    public const string RecordingsListen = "recordings:listen";

    /// <summary>For good.</summary>
    public const string RecordingsDelete = "recordings:delete";

    /// <summary>Reports and the day's figures.</summary>
    public const string ReportsRead = "reports:read";

    /// <summary>One's own status, work, and the callbacks one is given.</summary>
    public const string OwnAgent = "own:agent";

    /// <summary>One's own name, language and password. People have it; a token is nobody and cannot.</summary>
    public const string OwnAccount = "own:account";

    /// <summary>What a token may be given.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
    [
        ConfigurationRead, ConfigurationWrite, ConfigurationPublish, PeopleWrite, LiveRead, CallbacksRead, CallbacksWrite, AgentsWrite,
        InteractionsRead, OwnAgent,
        ReportsRead,
        VoicemailsHandle,
        CallsWatch,
        RecordingsListen,
        RecordingsDelete,
    ];
}
